import { expect, test } from 'vitest'
import { scoreOf, tallyOf } from './report'

const mutant = (line: number, status: string) => ({
  status,
  mutatorName: 'ArithmeticOperator',
  replacement: 'n - 1',
  location: { start: { line, column: 40 } },
})
const report = (birds: [number, string][], own: string[]) => ({
  files: {
    'tests/mutate/canary.ts': { mutants: birds.map(([line, status]) => mutant(line, status)) },
    'lib/median.ts': { mutants: own.map((status) => mutant(7, status)) },
  },
})
const sound: [number, string][] = [
  [2, 'Ignored'],
  [2, 'Killed'],
  [5, 'Survived'],
]

test('what was killed, what lived and what no test reached are told apart', () => {
  const tally = tallyOf(report(sound, ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored']))
  expect(tally).toEqual({
    killed: 2,
    survived: ['lib/median.ts:7:40 ArithmeticOperator → n - 1'],
    unreached: ['lib/median.ts:7:40 ArithmeticOperator → n - 1'],
    untried: 1,
  })
  expect(scoreOf(tally)).toBe(0.5)
})

test('a run whose canaries fare wrongly is not believed', () => {
  const wrong: [number, string][][] = [
    [],
    [
      [2, 'Survived'],
      [5, 'Survived'],
    ],
    [
      [2, 'Killed'],
      [5, 'Killed'],
    ],
  ]
  for (const birds of wrong) expect(() => tallyOf(report(birds, ['Killed']))).toThrow('Nothing else in this run')
})
