/**
 * Write a value as JSON text that depends on its content alone: keys in order, no spaces. Two packs with the
 * same text say the same; its hash is what a citation names.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const parts = Object.keys(value)
    .filter((key) => Reflect.get(value, key) !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(Reflect.get(value, key))}`)
  return `{${parts.join(',')}}`
}
