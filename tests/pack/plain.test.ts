import { expect, test } from 'vitest'
import { plain } from '../../lib/pack/plain'

test('what is typed loses the characters that hide, turn or end a line of it, and nothing else', () => {
  expect(plain('a\u202Eb\u200Bc\u2066d\u0000e\u0007f\uFEFFg\u2028h\ud800i')).toBe('abcdefghi')
  expect(plain('Señal nº 1: “sí”\n¿y qué? 👩\u200D🔧 =2+2 <b>')).toBe('Señal nº 1: “sí”\n¿y qué? 👩\u200D🔧 =2+2 <b>')
  expect(plain('two\r\nlines')).toBe('two\nlines')
})
