import { describe, expect, test } from 'vitest'
import { rank } from '../../lib/chart/rank'
import { compile } from '../../lib/engine/compile'
import { evaluate, type Outcome } from '../../lib/engine/evaluate'
import { tinyPack } from '../fixtures/tiny-pack'

/** The tiny pack in two groups: three risks and two opportunities in the ports, one risk in trade, none in space. */
function model() {
  const pack = tinyPack()
  const [bribery] = pack.variables
  const event = (id: string, sector: string, kind: 'risk' | 'opportunity') =>
    ({ ...bribery, id, sector, kind }) as (typeof pack.variables)[number]
  const label = { en: 'A group', es: 'Un grupo' }
  pack.meta.groups = [
    { id: 'space', label },
    { id: 'sea', label },
    { id: 'land', label },
  ]
  pack.meta.sectors = pack.meta.sectors.map((sector) => ({ ...sector, group: sector.id === 'ports' ? 'sea' : 'land' }))
  pack.variables = [
    ...pack.variables,
    event('piracy', 'ports', 'risk'),
    event('strike', 'ports', 'risk'),
    event('glut', 'trade', 'risk'),
    event('ferry', 'ports', 'opportunity'),
    event('museum', 'ports', 'opportunity'),
  ]
  return compile(pack)
}

const tested = model()
/** An outcome in which some variables take these values by year; the others stay at their baseline. */
function outcome(values: Readonly<Record<string, readonly number[]>>): Outcome {
  const { shifts, paths } = evaluate(tested, tested.baseline)
  return {
    shifts,
    paths: tested.variables.map(({ id }, i) => Float64Array.from(values[id] ?? paths[i] ?? [])),
  }
}

const rising = [0.2, 0.2, 0.2, 0.9, 0.2, 0.2]

describe('rank', () => {
  test('puts the likeliest first within its group, and the groups in the order of the pack', () => {
    const ranked = rank(tested, outcome({ piracy: [0.2, 0.3, 0.3, 0.3, 0.3, 0.3], strike: rising }), 2024, 'risk')
    expect(ranked).toEqual([
      { group: 'sea', ids: ['strike', 'piracy', 'bribery'] },
      { group: 'land', ids: ['glut'] },
    ])
  })
  test('looks at the asked year alone', () => {
    const risen = outcome({ strike: rising })
    expect(rank(tested, risen, 2024, 'risk')[0]?.ids).toEqual(['strike', 'bribery', 'piracy'])
    expect(rank(tested, risen, 2025, 'risk')[0]?.ids).toEqual(['bribery', 'piracy', 'strike'])
  })
  test('keeps the order of the pack where values tie', () => {
    const level = outcome({ piracy: rising, strike: rising })
    expect(rank(tested, level, 2024, 'risk')[0]?.ids).toEqual(['piracy', 'strike', 'bribery'])
    expect(rank(tested, outcome({}), 2024, 'opportunity')).toEqual([{ group: 'sea', ids: ['ferry', 'museum'] }])
  })
  test('keeps risks, opportunities and indicators apart, and leaves out groups that have none', () => {
    const ids = (['risk', 'opportunity'] as const).map((kind) =>
      rank(tested, outcome({}), 2024, kind).flatMap((group) => group.ids),
    )
    expect(ids).toEqual([
      ['bribery', 'piracy', 'strike', 'glut'],
      ['ferry', 'museum'],
    ])
    expect(rank(tested, outcome({}), 2024, 'opportunity').map(({ group }) => group)).toEqual(['sea'])
  })
  test('a difference too small to be shown still counts: the dot stands further right', () => {
    const hair = outcome({ piracy: [0.2, 0.2, 0.2, 0.2001, 0.2, 0.2] })
    expect(rank(tested, hair, 2024, 'risk')[0]?.ids).toEqual(['piracy', 'bribery', 'strike'])
  })
})
