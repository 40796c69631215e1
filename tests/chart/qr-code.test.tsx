import jsqr from 'jsqr'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { QrCode, qrModules } from '../../app/_charts/qr-code'

const scale = 4

/** Read a code as a camera would: from the pixels of its path alone, some to each module. */
function decoded(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, end] of svg.matchAll(/M(\d+),(\d+)H(\d+)V\d+H\d+Z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < Number(end) * scale; column++)
        pixels.fill(0, 4 * (row * side + column), 4 * (row * side + column) + 3)
  return jsqr(pixels, side, side)?.data
}

describe('QR codes', () => {
  test.each([
    'https://example.org/es/present/show?v=1&pack=1.2.0&slide=zone',
    `http://localhost:3000/en?v=1&pack=1.2.0&${Array.from({ length: 19 }, (_, i) => `assumption-${i}=another-state`).join('&')}`,
    'a',
  ])('say what they were made of: %s', (text) => {
    expect(decoded(renderToStaticMarkup(<QrCode text={text} label="code" />))).toBe(text)
  })

  test('have a quiet zone of four modules, and a name', () => {
    const modules = qrModules('https://example.org') ?? []
    const edge = modules.filter((_, y) => y < 4 || y >= modules.length - 4).flat()
    const sides = modules.flatMap((row) => [...row.slice(0, 4), ...row.slice(-4)])
    expect([...edge, ...sides]).not.toContain(true)
    expect(modules[4]?.[4]).toBe(true)
    expect(renderToStaticMarkup(<QrCode text="a" label="Opens the slide" />)).toContain('aria-label="Opens the slide"')
  })

  test('can lose a tenth of their modules and are still read: error correction M', () => {
    const svg = renderToStaticMarkup(<QrCode text="https://example.org/en/present/groups" label="code" />)
    const middle = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) / 2
    const torn = svg.replaceAll(/M(\d+),(\d+)H(\d+)V\d+H\d+Z/g, (run, x, y) =>
      Math.abs(x - middle) < 4 && Math.abs(y - middle) < 4 ? '' : run,
    )
    expect(torn.length).toBeLessThan(svg.length)
    expect(decoded(torn)).toBe('https://example.org/en/present/groups')
  })

  test('are not drawn where they would be too fine to be read from paper', () => {
    expect(qrModules('x'.repeat(990))).not.toBeNull()
    expect(qrModules('x'.repeat(1100))).toBeNull()
    expect(renderToStaticMarkup(<QrCode text={'x'.repeat(1100)} label="code" />)).toBe('')
  })
})
