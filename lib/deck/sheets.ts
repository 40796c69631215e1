/** Share a list out in groups of at most `most`, in order. */
export function groupsOf<T>(list: readonly T[], most: number): T[][] {
  const count = Math.ceil(list.length / most)
  return Array.from({ length: count }, (_, i) => list.slice(i * most, (i + 1) * most))
}

/** Something that stands on a sheet whole. */
interface Standing {
  height: number
  /** Whether it must not stand last on a sheet, such as a heading. */
  heads?: boolean
}

/**
 * Fill sheets with what stands on them whole, in order: each takes as much as its room holds, and at least one. A heading
 * goes on with what follows it. Returns the items of each sheet; no sheet is empty.
 */
export function fillSheets<T extends Standing>(items: readonly T[], room: number): T[][] {
  const sheets: T[][] = []
  let left = 0
  items.forEach((item, i) => {
    // A heading needs room for what it heads, too.
    const needed = item.height + (item.heads ? (items[i + 1]?.height ?? 0) : 0)
    const sheet = sheets.at(-1)
    if (sheet && needed <= left) sheet.push(item)
    else sheets.push([item])
    left = (sheets.at(-1)?.length === 1 ? room : left) - item.height
  })
  return sheets
}
