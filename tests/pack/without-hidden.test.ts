import { expect, test } from 'vitest'
import { withoutHidden } from '../../lib/pack/without-hidden'

test('what is typed loses the characters that hide, turn or end a line of it, and nothing else', () => {
  expect(withoutHidden('a\u202Eb\u200Bc\u2066d\u0000e\u0007f\uFEFFg\u2028h\ud800i')).toBe('abcdefghi')
  expect(withoutHidden('Señal nº 1: “sí”\n¿y qué? 👩\u200D🔧 =2+2 <b>')).toBe(
    'Señal nº 1: “sí”\n¿y qué? 👩\u200D🔧 =2+2 <b>',
  )
  expect(withoutHidden('two\r\nlines')).toBe('two\nlines')
})
