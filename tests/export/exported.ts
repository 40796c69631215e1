import { exportWords } from '../../app/_files/words'
import en from '../../app/_words/en.json'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { drawsOf } from '../../lib/engine/draws'
import { evaluate } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import type { Exported, ExportedColumn } from '../../lib/export/tables'
import { load } from '../../lib/pack/load'
import { applyScenario } from '../../lib/scenario/assignment'

const loaded = load(packs['peru-prc'])
if (!loaded.ok) throw new Error('The pack is unsound.')
export const model = compile(loaded.value)
const draws = drawsOf(model)
export const words = exportWords((key) => en.take[key])

/** A comparison of two scenarios as the files take it, one of them under a hostile name. */
export function exported(change: Partial<Exported> = {}): Exported {
  const column = (letter: string, name: string, assignment = model.baseline): ExportedColumn => ({
    letter,
    name,
    assignment,
    outcome: evaluate(model, assignment, { 'imports-from-prc': '2020' }),
    quantiles: fan(model, assignment, draws, { 'imports-from-prc': '2020' }).quantiles,
  })
  const [stays, left] = model.pack.scenarios.map((scenario) => applyScenario(model, scenario))
  return {
    model,
    locale: 'en',
    baseline: column('', 'Baseline'),
    columns: [column('A', '=HYPERLINK("x")', stays), column('B', 'Leftist, "successor"\nnew line', left)],
    reference: 'A =HYPERLINK("x")',
    variants: { 'imports-from-prc': '2020' },
    year: 2028,
    changes: [],
    hash: 'abc123',
    link: 'https://example.org/en/compare?v=1',
    ...change,
  }
}
