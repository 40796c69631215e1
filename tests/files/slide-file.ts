import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'pptxtojson/dist/index.js'

/** A slide as another program reads it. */
export interface ReadSlide {
  /** Text of each element, in reading order, its paragraphs on lines of their own. */
  texts: string[]
  images: number
  /** What the speaker says, paragraphs on lines of their own. */
  note: string
  /** What the images say, as the file has it. */
  alternatives: string[]
}

/** Open a slide file with a library that had no part in writing it; what that one does not tell is read from the file. Needs a DOM. */
export async function readSlideFile(bytes: Uint8Array<ArrayBuffer>): Promise<{ slides: ReadSlide[]; width: number }> {
  const { slides, size } = await parse(bytes.slice().buffer)
  const parts = unzipSync(bytes)
  const part = (path: string) => {
    const found = parts[path]
    if (!found) throw new Error(`The file has no ${path}.`)
    return new DOMParser().parseFromString(strFromU8(found), 'text/xml')
  }
  return {
    width: size.width,
    slides: slides.map(({ elements, note }, i) => ({
      texts: elements.flatMap((element) => ('content' in element ? [plain(element.content)] : [])),
      images: elements.filter(({ type }) => type === 'image').length,
      note: plain(note),
      alternatives: [...part(`ppt/slides/slide${i + 1}.xml`).getElementsByTagName('p:pic')].map(
        (picture) => picture.getElementsByTagName('p:cNvPr')[0]?.getAttribute('descr') ?? '',
      ),
    })),
  }
}

/** HTML as text, paragraphs on lines of their own. */
function plain(html: string): string {
  const body = new DOMParser().parseFromString(html.replaceAll('</p><p', '</p>\n<p'), 'text/html').body
  return body.textContent.replaceAll('\u00A0', ' ')
}
