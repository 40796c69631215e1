import { describe, expect, test } from 'vitest'
import { codecs } from './codecs'
import { seedOf } from './law'
import { wholePackLaws } from './whole-pack-laws'

/** Every law of the codecs and loaders, for the cases of one seed; `npm run soak` tries a hundred times as many of others. */

const seed = 2022

describe.each([
  ['codecs and loaders', codecs],
  ['whole packs of random shape', wholePackLaws],
])('%s', (_, laws) => {
  test.each(laws.map((law) => [law.name, law.few, law] as const))(
    '%s, %d cases',
    async (name, few, law) => {
      const failure = await law.judge(seedOf(seed, name, 0), few)
      const at = `seed ${seedOf(seed, name, 0)}, path ${failure?.path}`
      expect(failure ? `${at}: ${failure.case}\n${failure.reason}` : law.says).toBe(law.says)
    },
    // On a machine that is busy with other things the slowest take minutes.
    900_000,
  )
})

test('laws have names of their own, by which the soak finds them', () => {
  const names = [...codecs, ...wholePackLaws].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => name.includes('#'))).toEqual([])
})

test('a law that does not hold is found out, made small and found again by its path', async () => {
  const { default: fc } = await import('fast-check')
  const { law } = await import('./law')
  const broken = law('no text is long', '', () => fc.string(), (text) => expect(text.length).toBeLessThan(5)) // prettier-ignore
  const failure = await broken.judge(7, 1000)
  expect(failure?.case).toMatch(/^\[".{5}"\]$/)
  expect(await broken.judge(7, 1, failure?.path)).toMatchObject({ case: failure?.case })
})
