import { encode } from 'uqr'

/** Largest version that a phone still reads from paper at the size it is printed in: 117 modules a side. */
const largest = 25

/** The modules of a QR code with error correction M and a quiet zone of four modules; null where the text is too long to be read from paper. */
export function qrModules(text: string): readonly (readonly boolean[])[] | null {
  try {
    return encode(text, { ecc: 'M', border: 4, maxVersion: largest }).data
  } catch {
    return null
  }
}

/** A QR code drawn as one path, nothing where the text is too long. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const modules = qrModules(text)
  if (!modules) return null
  const size = modules.length
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="var(--raise)" />
      <path d={modules.map(rowPath).join('')} fill="var(--ink)" />
    </svg>
  )
}

/** The dark runs of one row. */
function rowPath(row: readonly boolean[], y: number): string {
  return row
    .flatMap((dark, x) => {
      if (!dark || row[x - 1]) return []
      const end = row.indexOf(false, x)
      return [`M${x},${y}H${end < 0 ? row.length : end}V${y + 1}H${x}Z`]
    })
    .join('')
}
