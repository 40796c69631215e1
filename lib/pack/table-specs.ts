/**
 * The tables of a model pack: what each column is called and what its cells hold. The same lists write a pack as
 * tables and read tables as a pack. A test holds them to the schema, so that no field is without a column.
 */

/**
 * How a value stands in a cell: `word` is an id or a word of a list, `text` is kept to the letter, `flag` is yes or
 * no, `mark` is yes or nothing; `words` and `numbers` are lists with spaces between, `pairs` lists of two numbers with
 * semicolons between.
 */
export type CellKind = 'word' | 'text' | 'number' | 'flag' | 'mark' | 'words' | 'numbers' | 'pairs'

/** One cell of a record. */
export interface Leaf {
  readonly kind: CellKind
  readonly key: string
  /** What an empty cell means: the key is left out, null, or an empty list or text. */
  readonly blank: 'absent' | 'null' | 'empty'
}

/** An object within a record: its cells stand side by side, named `key.field`. */
export interface Group {
  readonly kind: 'group'
  readonly key: string
  readonly fields: readonly Field[]
  /** What it means when all its cells are empty. */
  readonly blank: 'absent' | 'null'
}

/** One cell of a record, or several that belong together. */
export type Field = Leaf | Group

/** A table with a line for each field of a single record. */
export interface KeyTable {
  readonly kind: 'keys'
  readonly name: string
  readonly holds: string
  readonly fields: readonly Field[]
  /** Fields that may have no line: they are then left out of the record. */
  readonly optional: readonly string[]
}

/** A table with a line for each record of a list. */
export interface RecordTable {
  readonly kind: 'records'
  readonly name: string
  readonly holds: string
  readonly fields: readonly Field[]
  /** Where the list stands: in the pack, in its meta, or in the record of another table that `column` names by its id. */
  readonly of: 'pack' | 'meta' | { readonly table: string; readonly column: string }
  /** Key of the list there; where there are two, the column `part` says which. */
  readonly lists: readonly string[]
  /** When the pack does without the list: never, where no line belongs to it, or where the table is missing. */
  readonly absent: 'never' | 'without lines' | 'without table'
  /** Fields of which a record has exactly one. */
  readonly either?: readonly string[]
}

/** One table of a pack. */
export type TableSpec = KeyTable | RecordTable

const word = (key: string): Leaf => ({ kind: 'word', key, blank: 'absent' })
const flag = (key: string): Leaf => ({ kind: 'flag', key, blank: 'absent' })
const text = (key: string, blank: Leaf['blank'] = 'absent'): Leaf => ({ kind: 'text', key, blank })
const number = (key: string, blank: Leaf['blank'] = 'absent'): Leaf => ({ kind: 'number', key, blank })
const words = (key: string, blank: Leaf['blank'] = 'empty'): Leaf => ({ kind: 'words', key, blank })
const group = (key: string, fields: readonly Field[]): Group => ({ kind: 'group', key, fields, blank: 'absent' })
/** A text in both languages. */
const both = (key: string, blank: Group['blank'] = 'absent'): Group => ({
  kind: 'group',
  key,
  fields: [text('en'), text('es')],
  blank,
})

const grounds = [word('basis'), words('evidence'), both('reason')]
const baseline = group('baseline', [number('value'), number('low'), number('high'), text('year'), ...grounds])

function inPack(name: string, holds: string, fields: readonly Field[]): RecordTable {
  return { kind: 'records', name, holds, fields, of: 'pack', lists: [name], absent: 'never' }
}

function inMeta(name: string, holds: string, fields: readonly Field[]): RecordTable {
  return { kind: 'records', name, holds, fields, of: 'meta', lists: [name], absent: 'never' }
}

/** Every table of a pack; one whose records stand in those of another comes after it. */
export const tableSpecs: readonly TableSpec[] = [
  {
    kind: 'keys',
    name: 'meta',
    holds: 'what the pack is: id, version, source, horizon, draws',
    fields: [
      word('id'),
      word('version'),
      both('title'),
      both('baselineLabel'),
      group('source', [text('author'), text('title'), text('series', 'empty')]),
      both('evidenceDate'),
      group('horizon', [number('first'), number('last')]),
      number('year'),
      group('draws', [number('count'), text('seed')]),
      words('headline'),
      words('featured'),
      words('comparison'),
      words('charts'),
      group('map', [text('country')]),
    ],
    optional: ['comparison', 'charts', 'map.country'],
  },
  inMeta('groups', 'groups of sectors', [word('id'), both('label')]),
  inMeta('sectors', 'sectors, each in a group', [word('id'), both('label'), word('group')]),
  inMeta('revisions', 'versions of the pack and what changed', [
    word('version'),
    both('note'),
    flag('headlineChanged'),
  ]),
  {
    kind: 'records',
    name: 'limits',
    holds: 'sentences that say what the pack cannot tell',
    fields: [text('en'), text('es')],
    of: 'meta',
    lists: ['limits'],
    absent: 'without lines',
  },
  inPack('evidence', 'facts of the source, with figure and caution', [
    word('id'),
    word('section'),
    { kind: 'numbers', key: 'notes', blank: 'empty' },
    both('claim'),
    text('figure', 'null'),
    number('value', 'null'),
    both('unit', 'null'),
    text('period', 'null'),
    word('voucher'),
    flag('forecast'),
    both('caution', 'null'),
  ]),
  inPack('assumptions', 'questions about the future', [
    word('id'),
    word('kind'),
    both('label'),
    both('question'),
    words('evidence'),
  ]),
  {
    kind: 'records',
    name: 'states',
    holds: 'answers to each assumption, one of them marked as its baseline',
    fields: [
      word('id'),
      both('label'),
      both('hint'),
      both('phrase'),
      both('meaning'),
      { kind: 'mark', key: 'baseline', blank: 'absent' },
    ],
    of: { table: 'assumptions', column: 'assumption' },
    lists: ['states'],
    absent: 'never',
  },
  inPack('variables', 'indicators, risks and opportunities, each with a baseline or a formula', [
    word('kind'),
    word('id'),
    word('sector'),
    both('label'),
    both('title'),
    both('test'),
    word('scale'),
    both('unit'),
    number('decimals'),
    baseline,
    group('formula', [word('op'), words('of')]),
  ]),
  {
    kind: 'records',
    name: 'variants',
    holds: 'other baselines of an indicator',
    fields: [word('id'), both('label'), baseline],
    of: { table: 'variables', column: 'variable' },
    lists: ['variants'],
    absent: 'without lines',
  },
  inPack('rules', 'when each rule sets in and fades', [
    word('id'),
    number('onset'),
    number('rampYears'),
    number('fadeFrom'),
    number('fadeYears'),
  ]),
  {
    kind: 'records',
    name: 'conditions',
    holds: 'what must hold for a rule: an assumption in, or not in, some states',
    fields: [word('assumption'), words('in', 'absent'), words('not', 'absent')],
    of: { table: 'rules', column: 'rule' },
    lists: ['when'],
    absent: 'never',
    either: ['in', 'not'],
  },
  {
    kind: 'records',
    name: 'effects',
    holds: 'what a rule does to a variable: low, central and high size',
    fields: [word('variable'), number('low'), number('central'), number('high'), ...grounds],
    of: { table: 'rules', column: 'rule' },
    lists: ['effects'],
    absent: 'never',
  },
  inPack('links', 'lagged couplings between variables', [
    word('id'),
    word('from'),
    word('to'),
    number('strength'),
    number('lag'),
    ...grounds,
  ]),
  inPack('scenarios', 'named scenarios with a story', [word('id'), both('label'), both('story')]),
  {
    kind: 'records',
    name: 'choices',
    holds: 'states that a scenario sets: part is headline or secondary',
    fields: [word('assumption'), word('state'), word('basis'), words('evidence', 'absent'), both('reason')],
    of: { table: 'scenarios', column: 'scenario' },
    lists: ['headline', 'secondary'],
    absent: 'never',
  },
  {
    kind: 'records',
    name: 'sites',
    holds: 'places on the map: points are longitude and latitude, several of them with semicolons between',
    fields: [
      word('id'),
      both('label'),
      both('note'),
      word('status'),
      flag('approximate'),
      words('evidence'),
      { kind: 'pairs', key: 'points', blank: 'empty' },
    ],
    of: 'pack',
    lists: ['sites'],
    absent: 'without table',
  },
]

/** List the cells of fields by name, e.g. `reason.en`, each with how it is written. */
export function leavesOf(fields: readonly Field[], before = ''): { readonly name: string; readonly leaf: Leaf }[] {
  return fields.flatMap((field) =>
    field.kind === 'group'
      ? leavesOf(field.fields, `${before}${field.key}.`)
      : [{ name: before + field.key, leaf: field }],
  )
}

/** List the columns of a table, in the order in which they are written. */
export function headOf(spec: TableSpec): readonly string[] {
  return spec.kind === 'keys'
    ? ['key', 'value']
    : [
        ...(typeof spec.of === 'string' ? [] : [spec.of.column]),
        ...(spec.lists.length > 1 ? ['part'] : []),
        ...leavesOf(spec.fields).map(({ name }) => name),
      ]
}
