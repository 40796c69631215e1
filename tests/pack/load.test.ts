import { describe, expect, test } from 'vitest'
import { load, loadText } from '../../lib/pack/load'
import { expectIssues, type Told } from '../fixtures/expect-issues'
import { put } from '../fixtures/put'
import { tinyPack } from '../fixtures/tiny-pack'

const sound = tinyPack()

/** One fault a row: what is put where in the sound pack, and all that is told about it. */
interface Fault {
  fault: string
  put: Record<string, unknown>
  told: readonly Told[]
}

function refused(title: string, faults: readonly Fault[]) {
  describe(title, () => {
    test.each(faults)('$fault', ({ put: changes, told }) => {
      const pack = Object.entries(changes).reduce((pack, [place, value]) => put(pack, place, value), tinyPack())
      expectIssues(load(pack), told)
    })
  })
}

const text = (en: string) => ({ en, es: en })

test('the sound pack loads, so every refusal below is of its one fault', () => {
  expect(load(tinyPack())).toEqual({ ok: true, value: tinyPack() })
  expect(loadText(JSON.stringify(tinyPack()))).toEqual({ ok: true, value: tinyPack() })
})

test('a $schema line is for the editor: it is allowed and left out of the pack', () => {
  expect(load({ $schema: '../pack.schema.json', ...tinyPack() })).toEqual({ ok: true, value: tinyPack() })
})

const logOdds = 'no log-odds'
refused('numbers that mean nothing are refused', [
  {
    fault: 'a chance of 0 as a baseline',
    put: { 'variables[0].baseline': risky(0, 0.01, 0.3) },
    told: [
      ['variables[0].baseline', 'low 0.01 is above value 0'],
      ['variables[0].baseline.value', 'a chance of 0', logOdds],
    ],
  },
  {
    fault: 'a chance of 1 as a baseline',
    put: { 'variables[0].baseline': risky(1, 0.5, 1) },
    told: [
      ['variables[0].baseline.value', 'a chance of 1', logOdds],
      ['variables[0].baseline.high', 'a chance of 1', logOdds],
    ],
  },
  {
    fault: 'a chance whose lower end is 0',
    put: { 'variables[0].baseline.low': 0 },
    told: [['variables[0].baseline.low', 'a chance of 0', logOdds]],
  },
  {
    fault: 'a probability without a range',
    put: { 'variables[0].baseline.low': undefined, 'variables[0].baseline.high': undefined },
    told: [['variables[0].baseline', 'a probability without a range', '5 % and 95 %']],
  },
  {
    fault: 'one end of a range',
    put: { 'variables[2].baseline.low': undefined },
    told: [['variables[2].baseline', 'one end of the range is missing', 'other end']],
  },
  {
    fault: 'an amount of 0',
    put: { 'variables[1].baseline.value': 0 },
    told: [['variables[1].baseline.value', 'an amount of 0', '"level"']],
  },
  {
    fault: 'a negative amount in a variant',
    put: { 'variables[1].variants[0].baseline.value': -3 },
    told: [['variables[1].variants[0].baseline.value', 'an amount of -3', '"level"']],
  },
  {
    fault: 'a baseline below its own range',
    put: { 'variables[2].baseline.value': 3 },
    told: [['variables[2].baseline', 'low 4 is above value 3', 'Lower low']],
  },
  {
    fault: 'an effect with low > central',
    put: { 'rules[0].effects[1].low': 1.15 },
    told: [['rules[0].effects[1]', 'low 1.15 is above central 1.1', 'Lower low or raise central']],
  },
  {
    fault: 'an effect with central > high',
    put: { 'rules[0].effects[1].high': 1.05 },
    told: [['rules[0].effects[1]', 'central 1.1 is above high 1.05', 'Raise high or lower central']],
  },
  {
    fault: 'a factor of 0',
    put: { 'rules[0].effects[1].low': 0 },
    told: [['rules[0].effects[1].low', 'a factor of 0', '0.8']],
  },
  {
    fault: 'NaN for a number',
    put: { 'rules[0].effects[0].central': NaN },
    told: [['rules[0].effects[0].central', /^NaN does not fit/]],
  },
  {
    fault: 'Infinity for a number',
    put: { 'links[0].strength': Infinity },
    told: [['links[0].strength', /^Infinity does not fit/]],
  },
  {
    fault: 'a string for a number: nothing is coerced',
    put: { 'variables[1].baseline.value': '10', 'rules[1].onset': '2023' },
    told: [
      ['variables[1].baseline.value', /^"10" does not fit/],
      ['rules[1].onset', /^"2023" does not fit/],
    ],
  },
  {
    fault: 'a year with a fraction',
    put: { 'rules[1].onset': 2023.5 },
    told: [['rules[1].onset', /^2023.5 does not fit/]],
  },
  {
    fault: 'a baseline of 1e308',
    put: { 'variables[1].baseline.value': 1e308 },
    told: [['variables[1]', '"exports" can grow beyond what a number holds', 'Check the unit']],
  },
  {
    fault: 'a variant of 1e308',
    put: { 'variables[1].variants[0].baseline.value': 1e308 },
    told: [['variables[1]', '"exports" can grow beyond what a number holds', 'Check the unit']],
  },
  {
    fault: 'an amount of 5e-324',
    put: { 'variables[1].baseline.value': 5e-324 },
    told: [['variables[1]', '"exports" can grow beyond what a number holds', 'Check the unit']],
  },
  {
    fault: 'a chance of 5e-324',
    put: { 'variables[0].baseline.value': 5e-324, 'variables[0].baseline.low': 5e-324 },
    told: [['variables[0]', '"bribery" can grow beyond what a number holds', 'Check the unit']],
  },
  {
    fault: 'a level of 1e308',
    put: { 'variables[4].baseline.value': 1e308 },
    told: [['variables[4]', '"berths" can grow beyond what a number holds', 'Check the unit']],
  },
  {
    fault: 'effects that overflow only in sum',
    put: {
      'rules[0].effects[1]': { ...sound.rules[0]?.effects[1], low: 1, central: 1e70, high: 1e70 },
      'rules[1].effects[0]': { ...sound.rules[1]?.effects[0], low: 1, central: 1e70, high: 1e70 },
    },
    told: [
      ['variables[1]', '"exports" can grow beyond what a number holds', 'largest effects'],
      ['variables[2]', '"imports" can grow beyond what a number holds', 'links into it'],
    ],
  },
  {
    fault: 'a level that is pushed beyond what a number holds',
    put: { 'rules[1].effects[1].high': 1e13 },
    told: [['variables[4]', '"berths" can grow beyond what a number holds', 'largest effects']],
  },
  {
    fault: 'a range whose lowest draws vanish',
    put: { 'variables[2].baseline.low': 1e-120 },
    told: [['variables[2]', '"imports" can grow beyond what a number holds', 'Check the unit']],
  },
  {
    fault: 'a range whose outermost draws overflow, though its three points do not',
    put: { 'variables[2].baseline.high': 1e120 },
    told: [['variables[2]', '"imports" can grow beyond what a number holds', 'Check the unit']],
  },
])

function risky(value: number, low: number, high: number) {
  return {
    ...(sound.variables[0] && 'baseline' in sound.variables[0] && sound.variables[0].baseline),
    value,
    low,
    high,
  }
}

const extraState = { id: 'shut', label: text('Shut'), meaning: text('Shut'), baseline: true }
refused('what breaks the laws of rest and time is refused', [
  {
    fault: 'a rule that fires at the baseline',
    put: { 'rules[3].when[0].in': ['strict', 'current'] },
    told: [['rules[3].when', 'rule "audits-deter" fires at the baseline', 'Nothing moves at the baseline']],
  },
  {
    fault: 'a rule that fires at the baseline because it only excludes other states',
    put: { 'rules[3].when': [{ assumption: 'leader', not: ['dealer'] }] },
    told: [['rules[3].when', 'rule "audits-deter" fires at the baseline', 'Nothing moves at the baseline']],
  },
  {
    fault: 'two baseline states',
    put: { 'assumptions[1].states[2]': extraState },
    told: [['assumptions[1].states', 'two baseline states: closed, shut', 'only that']],
  },
  {
    fault: 'no baseline state',
    put: { 'assumptions[1].states[0].baseline': undefined },
    told: [['assumptions[1].states', 'no state is the baseline', 'Mark how things stood']],
  },
  {
    fault: 'a state marked as not the baseline: the mark is true or left out',
    put: { 'assumptions[1].states[1].baseline': false },
    told: [['assumptions[1].states[1].baseline', /^false does not fit/]],
  },
  {
    fault: 'an onset before the horizon',
    put: { 'rules[0].onset': 2019 },
    told: [['rules[0].onset', 'onset 2019 is outside the horizon', 'first year in which the rule acts']],
  },
  {
    fault: 'an onset in the first year of the horizon, which is the baseline',
    put: { 'rules[0].onset': 2021 },
    told: [['rules[0].onset', 'onset 2021 is outside the horizon', 'first year in which the rule acts']],
  },
  {
    fault: 'an onset after the horizon',
    put: { 'rules[0].onset': 2027 },
    told: [['rules[0].onset', 'onset 2027 is outside the horizon', 'first year in which the rule acts']],
  },
  {
    fault: 'a fade without a first year',
    put: { 'rules[2].fadeFrom': undefined },
    told: [['rules[2].fadeYears', 'a fade without a first year', 'from which year the shock passes']],
  },
  {
    fault: 'a fade from the year of the onset',
    put: { 'rules[2].fadeFrom': 2022 },
    told: [['rules[2].fadeFrom', 'fades from 2022, before it has acted', 'a year at least']],
  },
  {
    fault: 'a horizon that runs backwards',
    put: { 'meta.horizon.last': 2020 },
    told: [
      ['meta.horizon', 'runs from 2021 to 2020', 'first or last'],
      ['meta.year', '2024 is outside the horizon', 'screens open on'],
      ...[2022, 2023, 2022, 2022].map((onset, i): Told => [
        `rules[${i}].onset`,
        `onset ${onset} is outside the horizon`,
      ]),
    ],
  },
  {
    fault: 'a horizon of 62 years',
    put: { 'meta.horizon.last': 2082 },
    told: [['meta.horizon', 'runs from 2021 to 2082', 'first or last']],
  },
  {
    fault: 'a year to open on that is the baseline year',
    put: { 'meta.year': 2021 },
    told: [['meta.year', '2021 is outside the horizon', 'screens open on']],
  },
  {
    fault: 'links that explode',
    put: {
      'links[1]': { ...sound.links[0], id: 'imports-exports', from: 'imports', to: 'exports', strength: -2.5 },
    },
    told: [
      [
        'links',
        'the links explode: spectral radius 1.12',
        'the strongest link in it is links[1] "imports-exports" (-2.5)',
      ],
    ],
  },
  {
    fault: 'a link onto itself that never dies out',
    put: { 'links[0]': { ...sound.links[0], to: 'exports', strength: 1 } },
    told: [['links', 'the links explode: spectral radius 1.00', 'links[0]']],
  },
  {
    fault: 'a link without a lag',
    put: { 'links[0].lag': 0 },
    told: [['links[0].lag', /^0 does not fit/]],
  },
])

refused('what no evidence carries, and what one language does not tell, is refused', [
  {
    fault: 'an effect that cites no evidence',
    put: { 'rules[0].effects[0].evidence': [] },
    told: [['rules[0].effects[0].evidence', /^a list of 0 does not fit/, 'what it rests on']],
  },
  {
    fault: 'an effect without the key evidence',
    put: { 'rules[0].effects[0].evidence': undefined },
    told: [['rules[0].effects[0].evidence', 'nothing stands here', 'what it rests on']],
  },
  {
    fault: 'an effect without a basis',
    put: { 'rules[0].effects[0].basis': undefined },
    told: [['rules[0].effects[0].basis', 'nothing stands here', 'stated, implied or judgement']],
  },
  {
    fault: 'an effect with a basis of its own making',
    put: { 'rules[0].effects[0].basis': 'guess' },
    told: [['rules[0].effects[0].basis', /^"guess" does not fit/, 'stated, implied or judgement']],
  },
  {
    fault: 'a reason without Spanish',
    put: { 'rules[0].effects[0].reason.es': undefined },
    told: [['rules[0].effects[0].reason.es', 'nothing stands here', 'both languages']],
  },
  {
    fault: 'a label without English',
    put: { 'assumptions[0].states[1].label': { es: 'sí' } },
    told: [['assumptions[0].states[1].label.en', 'nothing stands here', 'both languages']],
  },
  {
    fault: 'an empty text',
    put: { 'assumptions[0].label.en': '' },
    told: [
      ['assumptions[0].label.en', /^"" does not fit/, 'both languages'],
      ['assumptions[0].label.en', /^"" does not fit/, 'both languages'],
    ],
  },
])

refused('what a screen could not show as it is, is refused', [
  ...[
    ['only spaces', '   ', 'at least one letter or digit'],
    ['only emoji', '🚢🇵🇪✨', 'at least one letter or digit'],
    ['only marks', '–…', 'at least one letter or digit'],
    ['a control character', 'Cal\u0007lao', 'without control'],
    ['a NUL', 'Callao\u0000', 'without control'],
    ['a line break', 'Callao\r\nLima', 'without control'],
    ['a right-to-left override', 'Callao \u202Exslx.exe', 'without control'],
    ['a right-to-left mark', 'Callao\u200F', 'without control'],
    ['an isolate', '\u2067Callao\u2069', 'without control'],
    ['a zero-width space', 'Cal\u200Blao', 'without control'],
    ['half a character', 'Callao \uD83D', 'without control'],
  ].map(([what = '', name = '', expected = '']): Fault => ({
    fault: `a name with ${what}`,
    put: { 'variables[0].label.en': name },
    told: [['variables[0].label.en', new RegExp(`does not fit \\(text .*${expected}`), 'both languages']],
  })),
  {
    fault: 'a name of 10 000 characters',
    put: { 'variables[0].label.en': 'n'.repeat(10_000) },
    told: [['variables[0].label.en', /^"n{60}" does not fit/, 'both languages']],
  },
  {
    fault: 'a printed figure that hides a character',
    put: { 'evidence[0].figure': '$1\u202E5' },
    told: [['evidence[0].figure', /does not fit \(text without control/]],
  },
])

test.each(['5 %', '%', 'Ñandú', '中国', '<b>{{7*7}}</b>', '“chifa” – l’été', 'a\u200Db'])(
  'a text may be %j: only what says nothing or hides something is refused',
  (words) => expect(load(put(tinyPack(), 'variables[0].label', text(words))).ok).toBe(true),
)

const berths = sound.rules[1]?.effects[1]
test.each<[string, Record<string, unknown>]>([
  ['the first and the last year of the horizon as onsets', { 'rules[0].onset': 2022, 'rules[1].onset': 2026 }],
  ['a screen that opens on the last year', { 'meta.year': 2026 }],
  ['a screen that opens on the first year after the baseline', { 'meta.year': 2022 }],
  ['a horizon of 60 years', { 'meta.horizon.last': 2081 }],
  ['a horizon of one step', { 'meta.horizon': { first: 2025, last: 2026 }, 'meta.year': 2026, rules: [] }],
  ['a fade from the year after the onset', { 'rules[2].fadeFrom': 2023 }],
  ['a range without width', { 'rules[0].effects[0]': { ...sound.rules[0]?.effects[0], low: 2, central: 2, high: 2 } }],
  ['a level pushed below zero', { 'rules[1].effects[1]': { ...berths, low: -8, central: -4, high: 0 } }],
  ['a large level', { 'variables[4].baseline.value': -1e9 }],
  ['a large factor', { 'rules[0].effects[1].high': 1000 }],
  ['a chance near certainty', { 'variables[0].baseline.high': 0.999999 }],
  [
    'a loop of links that dies out',
    { 'links[1]': { ...sound.links[0], id: 'b', from: 'imports', to: 'exports', strength: 1.9 } },
  ],
  [
    'a ratio to a sum or a ratio of amounts',
    { 'variables[5]': derived('a', 'sum', 'imports', 'cover'), 'variables[6]': derived('b', 'ratio', 'berths', 'a') },
  ],
])('%s is allowed', (_, changes) => {
  const pack = Object.entries(changes).reduce((pack, [place, value]) => put(pack, place, value), tinyPack())
  expect(load(pack)).toMatchObject({ ok: true })
})

test('what is expected is told with the years of this pack', () => {
  const result = load(put(put(tinyPack(), 'rules[0].onset', 2030), 'meta.year', 2030))
  expect(result.ok ? [] : result.issues.map((issue) => issue.expected)).toEqual([
    'a year from 2022 to 2026',
    'a year from 2022 to 2026',
  ])
})

const near = (word: string) => `Did you mean "${word}"?`
refused('an id that nothing bears is refused, and the nearest one is named', [
  ...(
    [
      ['evidence[0].section', 'section', 'trad', 'trade'],
      ['assumptions[0].evidence[0]', 'evidence', 'trade-export', 'trade-exports'],
      ['variables[0].sector', 'sector', 'port', 'ports'],
      ['variables[0].baseline.evidence[0]', 'evidence', 'trade-expotrs', 'trade-exports'],
      ['variables[1].variants[0].baseline.evidence[0]', 'evidence', 'tradeexports', 'trade-exports'],
      ['variables[3].formula.of[1]', 'variable', 'import', 'imports'],
      ['rules[0].when[0].assumption', 'assumption', 'leaders', 'leader'],
      ['rules[0].effects[0].variable', 'variable', 'briberies', 'bribery'],
      ['rules[0].effects[0].evidence[0]', 'evidence', 'port-berths', 'ports-berths'],
      ['links[0].from', 'variable', 'exprots', 'exports'],
      ['links[0].to', 'variable', 'impots', 'imports'],
      ['links[0].evidence[0]', 'evidence', 'trade-exporters', 'trade-exports'],
      ['scenarios[0].headline[0].assumption', 'assumption', 'laeder', 'leader'],
      ['scenarios[0].headline[0].state', 'state of leader', 'dealers', 'dealer'],
      ['scenarios[0].secondary[0].assumption', 'assumption', 'zones', 'zone'],
      ['scenarios[0].secondary[0].state', 'state of zone', 'opened', 'open'],
      ['scenarios[0].secondary[0].evidence[0]', 'evidence', 'ports-berth', 'ports-berths'],
      ['meta.headline[1]', 'assumption', 'zome', 'zone'],
      ['meta.featured[0]', 'variable', 'exporst', 'exports'],
      ['meta.sectors[0].group', 'group', 'al', 'all'],
    ] as const
  ).map(([path, what, wrong, right]) => ({
    fault: `${path}: "${wrong}" for "${right}"`,
    put: { [path]: wrong },
    told: [[path, `unknown ${what} "${wrong}"`, near(right)]] as const,
  })),
  {
    fault: 'a state that a condition asks for',
    put: { 'rules[0].when[0].in': ['dealr'] },
    told: [['rules[0].when[0]', 'unknown state of leader "dealr"', near('dealer')]],
  },
  {
    fault: 'a state that a condition excludes',
    put: { 'rules[2].when[2].not': ['strickt'] },
    told: [['rules[2].when[2]', 'unknown state of audits "strickt"', near('strict')]],
  },
  {
    fault: 'a state that a condition excludes, beside one that holds: no second fault is made of it',
    put: {
      'rules[3].when': [
        { assumption: 'leader', in: ['stays'] },
        { assumption: 'zone', not: ['opne', 'open'] },
      ],
    },
    told: [['rules[3].when[1]', 'unknown state of zone "opne"', near('open')]],
  },
  {
    fault: 'an id that is like no other gets no guess',
    put: { 'rules[0].effects[0].variable': 'weather-in-cusco' },
    told: [['rules[0].effects[0].variable', 'unknown variable "weather-in-cusco"', 'Add it, or use one that exists.']],
  },
])

refused('an id borne twice is refused, with both places', [
  ...(
    [
      ['evidence[2]', sound.evidence[0], 'evidence[0]'],
      ['assumptions[3]', sound.assumptions[1], 'assumptions[1]'],
      ['assumptions[0].states[3]', sound.assumptions[0]?.states[2], 'assumptions[0].states[2]'],
      ['variables[5]', sound.variables[4], 'variables[4]'],
      ['rules[4]', sound.rules[3], 'rules[3]'],
      ['links[1]', { ...sound.links[0], strength: 0.1 }, 'links[0]'],
      ['scenarios[1]', sound.scenarios[0], 'scenarios[0]'],
      ['meta.groups[1]', sound.meta.groups[0], 'meta.groups[0]'],
      ['meta.sectors[2]', sound.meta.sectors[1], 'meta.sectors[1]'],
    ] as const
  ).map(([place, record, first]) => ({
    fault: `${place} bears the id of ${first}`,
    put: { [place]: record },
    told: [[`${place}.id`, `"${record?.id}" is already the id of ${first}`, 'Rename']] as const,
  })),
  {
    fault: 'two variants of one id',
    put: {
      'variables[1].variants[1]':
        sound.variables[1] && 'variants' in sound.variables[1] && sound.variables[1].variants?.[0],
    },
    told: [['variables[1].variants[1].id', '"year-2019" is already the id of variables[1].variants[0]', 'Rename']],
  },
  {
    fault: 'two effects of one rule on one variable',
    put: { 'rules[0].effects[2]': sound.rules[0]?.effects[0] },
    told: [['rules[0].effects[2].variable', '"bribery" is moved twice by this rule', 'Make them one']],
  },
  {
    fault: 'a scenario that sets one assumption twice',
    put: {
      'scenarios[0].secondary[0]': { ...sound.scenarios[0]?.secondary[0], assumption: 'leader', state: 'reformer' },
    },
    told: [['scenarios[0].secondary[0]', '"leader" is set twice', 'Keep one']],
  },
  ...['v', 'pack', 'year', 'open', 'view'].map((word): Fault => ({
    fault: `the assumption id "${word}", which is a word of the address`,
    put: { 'assumptions[3]': { ...sound.assumptions[1], id: word } },
    told: [['assumptions[3].id', `"${word}" is a word of the address`, 'Rename the assumption']],
  })),
])

function derived(id: string, op: string, ...of: string[]) {
  return { ...sound.variables[3], id, formula: { op, of } }
}
refused('formulas that cannot be worked out are refused', [
  {
    fault: 'a circle of three formulas, shown as it runs',
    put: {
      'variables[5]': derived('a', 'sum', 'exports', 'b'),
      'variables[6]': derived('b', 'sum', 'c', 'imports'),
      'variables[7]': derived('c', 'difference', 'imports', 'a'),
    },
    told: [['variables[5].formula', 'goes in a circle: a → b → c → a', 'Take one step of the circle out']],
  },
  {
    fault: 'a formula of itself',
    put: { 'variables[3].formula.of': ['exports', 'cover'] },
    told: [['variables[3].formula', 'goes in a circle: cover → cover', 'Take one step of the circle out']],
  },
  {
    fault: 'a ratio of three parts',
    put: { 'variables[3].formula.of': ['exports', 'imports', 'exports'] },
    told: [['variables[3].formula.of', '3 parts for a ratio', 'divided into it']],
  },
  {
    fault: 'a ratio to what may be zero',
    put: { 'variables[3].formula.of': ['exports', 'berths'] },
    told: [['variables[3].formula.of[1]', '"berths" can be zero', 'stays above zero']],
  },
  {
    fault: 'a ratio to a sum of which one part may be zero',
    put: { 'variables[5]': derived('a', 'sum', 'exports', 'berths'), 'variables[3].formula.of': ['exports', 'a'] },
    told: [['variables[3].formula.of[1]', '"a" can be zero', 'stays above zero']],
  },
  {
    fault: 'formulas on formulas that unfold to more terms than the budget, told once',
    put: Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => {
        const parts = i === 0 ? ['exports', 'imports'] : i === 9 ? ['d8', 'exports'] : Array(3).fill(`d${i - 1}`)
        return [`variables[${5 + i}]`, derived(`d${i}`, 'sum', ...parts)]
      }),
    ),
    told: [['variables[13].formula', 'unfolds to 13122 terms', 'fewer formulas']],
  },
  {
    fault: 'an effect on a derived variable',
    put: { 'rules[0].effects[0].variable': 'cover' },
    told: [['rules[0].effects[0].variable', '"cover" is derived', 'Move its parts instead']],
  },
  {
    fault: 'a link from a derived variable, and one into it',
    put: { 'links[0].from': 'cover', 'links[1]': { ...sound.links[0], id: 'into', to: 'cover' } },
    told: [
      ['links[0].from', '"cover" is derived', 'Link its parts instead'],
      ['links[1].to', '"cover" is derived', 'Link its parts instead'],
    ],
  },
  {
    fault: 'a derived variable with a baseline of its own',
    put: {
      'variables[3].baseline': sound.variables[1] && 'baseline' in sound.variables[1] && sound.variables[1].baseline,
    },
    told: [['variables[3]', /^an object does not fit/, 'Remove or correct: baseline']],
  },
])

refused('keys and kinds that the schema does not know are refused', [
  {
    fault: 'an unknown key at the root',
    put: { crossimpacts: [] },
    told: [['', /^an object does not fit/, 'Remove or correct: crossimpacts']],
  },
  {
    fault: 'an unknown key in a record',
    put: { 'rules[1].onsett': 2023 },
    told: [['rules[1]', /^an object does not fit/, 'Remove or correct: onsett']],
  },
  {
    fault: 'a condition that both asks and excludes',
    put: { 'rules[0].when[0].not': ['stays'] },
    told: [['rules[0].when[0]', /^an object does not fit/]],
  },
  {
    fault: 'an unknown kind of variable',
    put: { 'variables[0].kind': 'metric' },
    told: [['variables[0].kind', /^"metric" does not fit/]],
  },
  {
    fault: 'an unknown scale',
    put: { 'variables[1].scale': 'log' },
    told: [['variables[1].scale', /^"log" does not fit/]],
  },
  {
    fault: 'a missing list',
    put: { links: undefined },
    told: [['links', 'nothing stands here']],
  },
  ...['constructor', 'prototype', 'Exports', 'two words', 'dotted.id', '', 'ends-'].map((id): Fault => ({
    fault: `the id "${id}"`,
    put: { 'rules[3].id': id },
    told: [['rules[3].id', new RegExp(`^"${id}" does not fit \\(an id`)]],
  })),
  ...['__proto__', 'toString', 'hasOwnProperty'].map((id): Fault => ({
    fault: `the id "${id}", both for its letters and as a word of the language`,
    put: { 'rules[3].id': id },
    told: [
      ['rules[3].id', `"${id}" does not fit (an id in lower-case words joined by hyphens, e.g. "free-port")`],
      ['rules[3].id', `"${id}" does not fit (an id that is not a word of the language (such as "constructor"))`],
    ],
  })),
])
