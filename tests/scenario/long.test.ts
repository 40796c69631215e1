import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { load } from '../../lib/pack/load'
import { decode, encode, restingScreen } from '../../lib/scenario/codec'
import { shorten, storedId } from '../../lib/scenario/long'

/** Changes too many for an address: taken out, named, and put back. */

const loaded = load(packs['peru-prc'])
if (!loaded.ok) throw new Error('The pack is unsound.')
const model = compile(loaded.value)
const resting = restingScreen(model)

describe('a text too long', () => {
  test('whose changes are not here says so, and shows the rest', () => {
    const changes = model.pack.rules.map(({ id }) => ({ kind: 'off' as const, rule: id }))
    const { text, id } = shorten(encode(model, { ...resting, year: 2028, changes }))!
    expect(decode(model, text)).toMatchObject({
      screen: { ...resting, year: 2028, changes: [] },
      dropped: [{ kind: 'mine', part: id }],
    })
  })
  test('without changes stays as long as it is', () => {
    expect(shorten(`open=${'x'.repeat(3000)}`)).toBeNull()
  })
  test.each(['', 'mine=', 'mine=%3Cscript%3E', `mine=${'a'.repeat(31)}`, 'mine=../x'])(
    '“%s” names nothing stored',
    (text) => {
      expect(storedId(text)).toBeNull()
    },
  )
})
