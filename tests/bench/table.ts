import { isBusy, type Machine } from './machine'
import type { Row } from './row'

/** Rows that rest on a clock keep no figure on a machine too busy for one, unless they were asked for all the same. */
export function judged(rows: readonly Row[], machine: Machine): Row[] {
  if (!isBusy(machine)) return [...rows]
  return rows.map((row) => {
    if (!row.timed) return row
    if (machine.despiteLoad) return { ...row, figure: `${row.figure} (busy)` }
    return { ...row, figure: 'withheld: busy', ratio: null, met: null, spread: '', note: '' }
  })
}

/** Print rows as one table: what, goal, figure, spread, met or not, with the notes under their rows. */
export function table(rows: readonly Row[]): string {
  const head = ['', 'what', 'goal', 'figure', 'spread (min to max)', 'met']
  const cells = rows.map(({ id, what, goal, figure, spread = '', met }) => [
    id,
    what,
    goal,
    figure,
    spread,
    met === null ? '' : met ? 'yes' : 'NO',
  ])
  const widths = head.map((title, c) => Math.max(title.length, ...cells.map((row) => row[c]!.length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, c) => cell.padEnd(widths[c]!))
      .join('  ')
      .trimEnd()
  const indent = ' '.repeat(widths[0]! + 2)
  const body = rows.flatMap(({ note }, r) => [line(cells[r]!), ...(note ? wrapped(note, 130, indent) : [])])
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body].join('\n')
}

/** Say on what the figures were taken. */
export function described({ processor, cores, load, despiteLoad, node, versions }: Machine): string {
  const busy = despiteLoad ? ' (above the cores: figures of the clock are marked "busy")' : ''
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return [`${processor}, ${cores} cores, load ${load}${busy}, node ${node}`, packages.join(', ')].join('\n')
}

function wrapped(text: string, width: number, indent: string): string[] {
  const lines = ['']
  for (const word of text.split(' '))
    if (`${lines.at(-1)} ${word}`.length > width) lines.push(word)
    else lines.push(`${lines.pop()} ${word}`.trimStart())
  return lines.map((line) => `${indent}· ${line}`)
}
