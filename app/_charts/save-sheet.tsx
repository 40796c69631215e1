import { Picture } from './picture'
import { saveCsv, savePng, saveSvg } from './save'
import type { Sheet } from './sheet'

/** Save a chart as a file, under its own title: a picture with its caption, or its table. */
export function saveSheet({ caption, table, drawing }: Sheet, kind: 'png' | 'svg' | 'csv'): Promise<void> {
  const name = `encrucijada ${caption.title}`
  const { title, subtitle, assumptions, source } = caption
  if (kind === 'csv')
    return saveCsv([table.head, ...table.rows, [], [title], [subtitle], [assumptions], [source]], name)
  const picture = (
    <Picture caption={caption} width={drawing.width} height={drawing.height}>
      {drawing.content}
    </Picture>
  )
  return kind === 'png' ? savePng(picture, name) : saveSvg(picture, name)
}
