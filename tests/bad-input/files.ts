import { strToU8, zipSync } from 'fflate'
import { writeDeckFile } from '../../lib/deck/file'
import { starterDeck } from '../../lib/deck/starter'
import { writeScenarioFile } from '../../lib/scenario/file'
import { put } from '../fixtures/put'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'
import type { Demand } from './demands'

/** Files that people hand in, as what they are taken for. */
export type FileKind = 'pack' | 'scenarios' | 'deck'

/** The whole file as it says, or every fault that is told: "place: what is wrong", which may go on. */
export type Outcome = 'taken' | readonly string[]

/** One file that may be handed in. To try another one, add a row. */
export interface BadFile {
  demand: Demand<'file'>
  /** What is wrong with it, where the demand does not say it. */
  case?: string
  /** Makes its content of a sound file of a kind. */
  make: (sound: string, kind: FileKind) => string | Uint8Array<ArrayBuffer>
  /** What comes of it: the same for each kind, or of those kinds alone that it is tried as. */
  outcome: Outcome | Partial<Record<FileKind, Outcome>>
}

const named = { id: 'tiny', version: '1.0.0', hash: '' }
/** One sound file of each kind; every bad one is made of it. */
export const soundFiles: Readonly<Record<FileKind, string>> = {
  pack: `${JSON.stringify(tinyPack(), null, 2)}\n`,
  scenarios: writeScenarioFile({
    pack: named,
    comparison: { query: 'v=1&pack=1.0.0&a=dealer-zone' },
    changes: [
      { kind: 'effect', rule: 'dealer-bribes', variable: 'bribery', low: 1, central: 1.5, high: 2, reason: 'We saw more.' },
      { kind: 'timing', rule: 'dealer-bribes', onset: 2024, rampYears: 2 },
    ],
    scenarios: [
      { name: 'Group 1', note: 'Agreed.\nAt ten.', assignment: { leader: 'dealer' }, savedAt: '2022-07-01T10:00:00.000Z' },
    ],
  }), // prettier-ignore
  deck: writeDeckFile(starterDeck(tinyModel()), named),
}

const put1 = (place: string, value: unknown) => (sound: string) => JSON.stringify(put(JSON.parse(sound), place, value))
const puts = (places: Readonly<Record<string, unknown>>) => (sound: string) =>
  JSON.stringify(Object.entries(places).reduce((tree, [place, value]) => put(tree, place, value), JSON.parse(sound)))
/** The same change of three kinds of file, at the place that each has for it. */
const putIn = (places: Readonly<Record<FileKind, string>>, value: unknown) => (sound: string, kind: FileKind) =>
  put1(places[kind], value)(sound)
const replaced = (from: string | RegExp, to: string) => (sound: string) => sound.replace(from, to)

const nameOf = { pack: 'meta.title.en', scenarios: 'scenarios[0].name', deck: 'deck.title.en' } as const
const name = (text: string) => putIn(nameOf, text)
const shownAs = (text: string, reason: string) =>
  ({
    pack: [`meta.title.en: "${text}" does not fit (${reason}`],
    scenarios: [`scenarios[0].name: "${text}" does not fit (${reason}`],
    deck: [`deck.title.en: "${text}" does not fit (${reason}`],
  }) as const
const idOf = { pack: 'rules[3].id', scenarios: 'changes[1].rule', deck: 'deck.slides[0].id' } as const
const notAnId = (id: string) => {
  const faults = [`"${id}" does not fit (an id in lower-case`, `"${id}" does not fit (an id that is not a word of the`]
  const at = (place: string) => faults.map((fault) => `${place}: ${fault}`)
  return { pack: at(idOf.pack), scenarios: at(idOf.scenarios), deck: at(idOf.deck) }
}
const bytes = (...values: number[]) => Uint8Array.of(...values)
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'))
const tooDeep = ['offset 40: nested deeper than 40 levels']

/** A formula of formulas: written out, each is ten times as long as the one before. */
const sums = Array.from({ length: 5 }, (_, i) => ({
  ...tinyPack().variables[3],
  id: `sum-${i}`,
  formula: { op: 'sum', of: Array(10).fill(i === 0 ? 'exports' : `sum-${i - 1}`) },
}))
const derived = (id: string, ...of: string[]) => ({ ...tinyPack().variables[3], id, formula: { op: 'sum', of } })

// prettier-ignore
export const badFiles: readonly BadFile[] = [
  { demand: 'not JSON (error with position)', make: () => 'Dear colleagues', outcome: ['line 1, column 1: not JSON: "Dear colleagues" stands here'] },
  { demand: 'not JSON (error with position)', case: 'half a file', make: (sound) => sound.slice(0, 9), outcome: { pack: ['line 2, column 8: not JSON: it ends too early'], scenarios: ['line 2, column 8: not JSON: it ends too early'], deck: ['line 2, column 8: not JSON: it ends too early'] } },
  { demand: 'not JSON (error with position)', case: 'quotes of the wrong kind', make: (sound) => sound.replaceAll('"', "'"), outcome: { pack: [`line 2, column 3: not JSON: "'meta': {`], scenarios: [`line 2, column 3: not JSON: "'$schema': 'scenario"`], deck: [`line 2, column 3: not JSON: "'$schema': 'deck-fil"`] } },
  { demand: 'not JSON (error with position)', case: 'JSON, but a list', make: () => '[]', outcome: { pack: ['file: a list of 0 does not fit'], scenarios: ['file: this is JSON, but not a scenario file'], deck: ['file: this is JSON, but not a deck file'] } },
  { demand: 'not JSON (error with position)', case: 'JSON, but nothing of ours', make: () => '{"a":1}', outcome: { scenarios: ['file: this is JSON, but not a scenario file'], deck: ['file: this is JSON, but not a deck file'] } },
  { demand: 'not JSON (error with position)', case: 'JSON, but of another program', make: () => '{"format":"covid"}', outcome: { scenarios: ['format: "covid" is not a scenario file'], deck: ['format: "covid" is not a deck file'] } },
  { demand: 'not JSON (error with position)', case: 'a file of ours, but of another kind', make: (_, kind) => soundFiles[kind === 'pack' ? 'scenarios' : 'pack'], outcome: { pack: ['file: this is a scenario file, not a model pack'], scenarios: ['file: this is a model pack, not a scenario file'], deck: ['file: this is a model pack, not a deck file'] } },
  { demand: 'not JSON (error with position)', case: 'scenarios for a deck', make: () => soundFiles.scenarios, outcome: { deck: ['format: "encrucijada-scenarios" is not a deck file'] } },
  { demand: 'not JSON (error with position)', case: 'made for another pack', make: put1('pack.id', 'other-pack'), outcome: { scenarios: ['pack.id: the scenarios were made for the pack "other-pack"'], deck: ['pack.id: the deck was made for the pack "other-pack"'] } },
  { demand: 'empty (error with position)', make: () => '', outcome: ['line 1, column 1: not JSON: it ends too early'] },
  { demand: 'empty (error with position)', case: 'but for a line break', make: () => '  \n', outcome: ['line 2, column 1: not JSON: it ends too early'] },
  { demand: 'BOM', make: (sound) => `\uFEFF${sound}`, outcome: 'taken' },
  { demand: 'BOM', case: 'twice', make: (sound) => `\uFEFF\uFEFF${sound}`, outcome: ['offset 0: the file begins with a byte-order mark'] },
  { demand: 'UTF-16 (error with position)', make: (sound) => utf16(`\uFEFF${sound}`), outcome: ['offset 0: the file is in UTF-16'] },
  { demand: 'UTF-16 (error with position)', case: 'without its mark', make: utf16, outcome: ['offset 0: the file is in UTF-16'] },
  { demand: 'UTF-16 (error with position)', case: 'the other way round', make: (sound) => Uint8Array.from(Buffer.from(`\uFEFF${sound}`, 'utf16le').swap16()), outcome: ['offset 0: the file is in UTF-16'] },
  { demand: 'UTF-16 (error with position)', case: 'no, but Latin-1', make: () => Uint8Array.from(Buffer.from('{"Ñandú":1}', 'latin1')), outcome: ['offset 2: this byte is not part of UTF-8 text'] },
  { demand: 'comments (error with position)', make: replaced('{', '{ // ours'), outcome: ['line 1, column 3: not JSON: "// ours\\n  '] },
  { demand: 'comments (error with position)', case: 'before all else', make: (sound) => `/* ours */${sound}`, outcome: ['line 1, column 1: not JSON: "/* ours */{\\n'] },
  { demand: 'trailing commas (error with position)', make: () => '{\n  "a": 1,\n}\n', outcome: ['line 3, column 1: not JSON: "}\\n" stands here'] },
  { demand: 'trailing commas (error with position)', case: 'in a list', make: () => '{"a": [1, 2,]}', outcome: ['line 1, column 13: not JSON: "]}" stands here'] },
  { demand: '10 MB (refused before parsing)', make: () => ' '.repeat(10_000_000), outcome: { pack: ['file: 10000000 bytes long'], scenarios: ['file: 1000001 bytes long'], deck: ['file: 1000001 bytes long'] } },
  { demand: '50 MB (refused before parsing)', make: () => ' '.repeat(50_000_000), outcome: { pack: ['file: 50000000 bytes long'], scenarios: ['file: 1000001 bytes long'], deck: ['file: 1000001 bytes long'] } },
  { demand: 'a million opening brackets', make: (_, kind) => '['.repeat(kind === 'pack' ? 1_000_000 : 999_999), outcome: tooDeep },
  { demand: 'a million opening brackets', case: 'of objects', make: () => '{"a":'.repeat(190_000), outcome: ['offset 200: nested deeper than 40 levels'] },
  { demand: 'a million rules (count limit first)', make: replaced('"rules": [', `"rules": [${'{},'.repeat(1_000_000)}`), outcome: { pack: ['rules: a list of 1000004 does not fit'] } },
  { demand: 'a million rules (count limit first)', case: 'as many others as fit', make: (sound, kind) => sound.replace(/("scenarios"|"slides"): \[/, `$1: [${'{},'.repeat(kind === 'pack' ? 0 : 300_000)}`), outcome: { scenarios: ['scenarios: a list of 300001 does not fit'], deck: ['deck.slides: a list of 30000'] } },
  { demand: 'a million rules (count limit first)', case: 'changes', make: put1('changes', Array(2001).fill({})), outcome: { scenarios: ['changes: a list of 2001 does not fit'] } },
  { demand: '__proto__ at the root', make: replaced('{', '{"__proto__":{"polluted":true},'), outcome: ['offset 1: the key "__proto__" is not allowed'] },
  { demand: '__proto__ at the root', case: 'in disguise', make: replaced('{', '{"\\u005f_proto__":{},'), outcome: ['offset 1: the key "__proto__" is not allowed'] },
  { demand: '__proto__ nested', make: () => '{"a":[{"constructor":{"prototype":{"polluted":true}}}]}', outcome: ['offset 7: the key "constructor" is not allowed', 'offset 22: the key "prototype" is not allowed'] },
  { demand: '__proto__ as id', make: putIn(idOf, '__proto__'), outcome: notAnId('__proto__') },
  { demand: '__proto__ as id', case: 'of an assumption in a scenario', make: replaced('"leader": "dealer"', '"__proto__": "dealer"'), outcome: { scenarios: ['offset 662: the key "__proto__" is not allowed'], deck: ['offset 1324: the key "__proto__" is not allowed'] } },
  { demand: 'hasOwnProperty as id', make: putIn(idOf, 'hasOwnProperty'), outcome: notAnId('hasOwnProperty') },
  { demand: 'hasOwnProperty as id', case: 'no, but constructor, which has the letters of one', make: putIn(idOf, 'constructor'), outcome: { pack: ['rules[3].id: "constructor" does not fit (an id that is not a word of the'], scenarios: ['changes[1].rule: "constructor" does not fit (an id that is not a word of the'], deck: ['deck.slides[0].id: "constructor" does not fit (an id that is not a word of the'] } },
  { demand: 'duplicate keys in one object (refused by a raw scan)', make: replaced('{', '{"a":1,"b":{"a":2},"a":3,'), outcome: ['offset 19: the key "a" stands twice in one object'] },
  { demand: 'duplicate keys in one object (refused by a raw scan)', case: 'one of them in disguise', make: replaced('{', '{"a":1,"\\u0061":3,'), outcome: ['offset 7: the key "a" stands twice in one object'] },
  { demand: 'duplicate ids (names both)', make: (sound, kind) => kind === 'pack' ? put1('rules[1].id', 'dealer-bribes')(sound) : put1('deck.slides[1].id', 'opening')(sound), outcome: { pack: ['rules[1].id: "dealer-bribes" is already the id of rules[0]'], deck: ['deck.slides[1].id: "opening" is already the id of slides[0]'] } },
  { demand: 'references to nothing (did you mean)', make: (sound, kind) => kind === 'pack' ? put1('links[0].to', 'impots')(sound) : put1('deck.slides[1].chart.variables', ['bribry'])(sound), outcome: { pack: ['links[0].to: unknown variable "impots". Did you mean "imports"?'], deck: ['deck.slides[1].chart: unknown variable "bribry". Did you mean "bribery"?'] } },
  { demand: 'cyclic derived variables (shows the cycle)', make: puts({ 'variables[5]': derived('a', 'exports', 'b'), 'variables[6]': derived('b', 'c', 'imports'), 'variables[7]': derived('c', 'imports', 'a') }), outcome: { pack: ['variables[5].formula: goes in a circle: a → b → c → a'] } },
  { demand: '1e308', make: (sound, kind) => kind === 'pack' ? put1('variables[1].baseline.value', 1e308)(sound) : put1('deck.slides[0].minutes', 1e308)(sound), outcome: { pack: ['variables[1]: "exports" can grow beyond what a number holds'], deck: ['deck.slides[0].minutes: 1e+308 does not fit'] } },
  { demand: '1e308', case: 'as an effect on a level', make: put1('rules[1].effects[1].high', 1e308), outcome: { pack: ['variables[4]: "berths" can grow beyond what a number holds'] } },
  { demand: '1e308', case: 'no, but 1e999', make: (sound, kind) => kind === 'pack' ? sound.replace('"value": 10,', '"value": 1e999,') : sound.replace(/"(high|minutes)": [\d.]+/, '"$1": 1e999'), outcome: { pack: ['variables[1].baseline.value: Infinity does not fit'], scenarios: ['changes[0].high: Infinity does not fit'], deck: ['deck.slides[0].minutes: Infinity does not fit'] } },
  { demand: '5e-324', make: put1('variables[1].baseline.value', 5e-324), outcome: { pack: ['variables[1]: "exports" can grow beyond what a number holds'] } },
  { demand: '5e-324', case: 'as a chance', make: put1('variables[0].baseline.low', 5e-324), outcome: { pack: ['variables[0]: "bribery" can grow beyond what a number holds'] } },
  { demand: 'sums that overflow', make: puts({ 'rules[0].effects[1].high': 1e70, 'rules[1].effects[0].high': 1e70 }), outcome: { pack: ['variables[1]: "exports" can grow beyond what a number holds', 'variables[2]: "imports" can grow beyond what a number holds'] } },
  { demand: 'sums that overflow', case: 'round a loop of links', make: put1('links[0]', { ...tinyPack().links[0], to: 'exports', strength: 1 }), outcome: { pack: ['links: the links explode: spectral radius 1.00'] } },
  { demand: 'numbers as strings (no coercion)', make: putIn({ pack: 'rules[0].onset', scenarios: 'changes[1].onset', deck: 'deck.slides[0].minutes' }, '2022'), outcome: { pack: ['rules[0].onset: "2022" does not fit'], scenarios: ['changes[1].onset: "2022" does not fit'], deck: ['deck.slides[0].minutes: "2022" does not fit'] } },
  { demand: 'numbers as strings (no coercion)', case: 'texts as numbers', make: putIn(nameOf, 7), outcome: { pack: ['meta.title.en: 7 does not fit'], scenarios: ['scenarios[0].name: 7 does not fit'], deck: ['deck.title.en: 7 does not fit'] } },
  { demand: 'ramp of 0 years', make: putIn({ pack: 'rules[1].rampYears', scenarios: 'changes[1].rampYears', deck: '' }, 0), outcome: { pack: 'taken', scenarios: 'taken' } },
  { demand: 'ramp of 0 years', case: 'and below', make: put1('rules[1].rampYears', -1), outcome: { pack: ['rules[1].rampYears: -1 does not fit'] } },
  { demand: 'ramp of 0 years', case: 'and a half', make: putIn({ pack: 'rules[1].rampYears', scenarios: 'changes[1].rampYears', deck: '' }, 0.5), outcome: { pack: ['rules[1].rampYears: 0.5 does not fit'], scenarios: ['changes[1].rampYears: 0.5 does not fit'] } },
  { demand: 'onset outside the horizon', make: (sound, kind) => kind === 'pack' ? put1('rules[0].onset', 2040)(sound) : put1('deck.slides[1].year', 2040)(sound), outcome: { pack: ['rules[0].onset: onset 2040 is outside the horizon'], deck: ['deck.slides[1].year: 2040 is outside the horizon'] } },
  { demand: 'onset outside the horizon', case: 'in its first year, which is the baseline', make: put1('rules[0].onset', 2021), outcome: { pack: ['rules[0].onset: onset 2021 is outside the horizon'] } },
  { demand: 'low > central > high', make: puts({ 'rules[0].effects[0].low': 2.5, 'rules[0].effects[0].high': 1.75 }), outcome: { pack: ['rules[0].effects[0]: low 2.5 is above central 2', 'rules[0].effects[0]: central 2 is above high 1.75'] } },
  { demand: 'more work than the stated budget (refused with the number)', make: put1('variables', [...tinyPack().variables, ...sums]), outcome: { pack: ['variables[9].formula: unfolds to 100000 terms'] } },
  { demand: 'more work than the stated budget (refused with the number)', case: 'a billion draws', make: put1('meta.draws.count', 1e9), outcome: { pack: ['meta.draws.count: 1000000000 does not fit'] } },
  { demand: 'more work than the stated budget (refused with the number)', case: 'one draw too many', make: put1('meta.draws.count', 16_385), outcome: { pack: ['meta.draws.count: 16385 does not fit'] } },
  { demand: 'more work than the stated budget (refused with the number)', case: 'a horizon of a thousand years', make: put1('meta.horizon.last', 2200), outcome: { pack: ['meta.horizon: runs from 2021 to 2200'] } },
  { demand: 'names with markup', make: name('<img src=x onerror=alert(1)>'), outcome: 'taken' },
  { demand: 'names with {{7*7}}', make: name('{{7*7}} ${7*7} <%= 7*7 %>'), outcome: 'taken' },
  { demand: 'names of 10 000 characters', make: name('n'.repeat(10_000)), outcome: shownAs('n'.repeat(60), 'Too big') },
  { demand: 'names with 500 combining marks', make: name(`a${'\u0301'.repeat(500)}`), outcome: { pack: ['meta.title.en: "a" does not fit (text without control'], scenarios: [...shownAs('a', 'Too big').scenarios, ...shownAs('a', 'text without control').scenarios], deck: [...shownAs('a', 'Too big').deck, ...shownAs('a', 'text without control').deck] } },
  { demand: 'names with 500 combining marks', case: 'nine, which no language has', make: name(`a${'\u0301'.repeat(9)}`), outcome: shownAs('a', 'text without control') },
  { demand: 'names with 500 combining marks', case: 'no, but those of languages', make: name(`Viê\u0323t, क्षि, กำ and a${'\u0301'.repeat(8)}`), outcome: 'taken' },
  { demand: 'names with a right-to-left override', make: name('a\u202Egnp.exe'), outcome: shownAs('agnp.exe', 'text without control') },
  { demand: 'names with a right-to-left override', case: 'in a note', make: putIn({ pack: 'rules[0].effects[0].reason.en', scenarios: 'scenarios[0].note', deck: 'deck.slides[0].topic.en' }, 'a\u202Eb'), outcome: { pack: ['rules[0].effects[0].reason.en: "ab" does not fit'], scenarios: ['scenarios[0].note: "ab" does not fit'], deck: ['deck.slides[0].topic.en: "ab" does not fit'] } },
  { demand: 'names with a right-to-left override', case: 'in a reason', make: put1('changes[0].reason', 'a\u202Eb'), outcome: { scenarios: ['changes[0].reason: "ab" does not fit'] } },
  { demand: 'names of only spaces', make: name('   '), outcome: shownAs('   ', 'text with at least one letter or digit') },
  { demand: 'names of only spaces', case: 'none at all', make: name(''), outcome: { pack: ['meta.title.en: "" does not fit', 'meta.title.en: "" does not fit'], scenarios: ['scenarios[0].name: "" does not fit', 'scenarios[0].name: "" does not fit'], deck: ['deck.title.en: "" does not fit', 'deck.title.en: "" does not fit'] } },
  { demand: 'names of only emoji', make: name('🚢🇵🇪✨'), outcome: shownAs('🚢🇵🇪✨', 'text with at least one letter or digit') },
  { demand: 'links with javascript:', case: 'as a text: it stays one', make: name('javascript:alert(1)'), outcome: 'taken' },
  { demand: 'links with javascript:', case: 'in a field of its own', make: putIn({ pack: 'evidence[0].url', scenarios: 'comparison.query', deck: 'deck.slides[0].href' }, 'javascript:alert(1)'), outcome: { pack: ['evidence[0]: an object does not fit (Unrecognized key: "url")'], scenarios: ['comparison.query: "javascript:alert(1)" does not fit (query text'], deck: ['deck.slides[0]: an object does not fit (Unrecognized key: "href")'] } },
  { demand: 'links with data:', make: putIn({ pack: 'evidence[0].url', scenarios: 'comparison.query', deck: 'deck.slides[0].href' }, 'data:text/html,<b>'), outcome: { pack: ['evidence[0]: an object does not fit (Unrecognized key: "url")'], scenarios: ['comparison.query: "data:text/html,<b>" does not fit (query text'], deck: ['deck.slides[0]: an object does not fit (Unrecognized key: "href")'] } },
  { demand: 'links with file:', make: putIn({ pack: 'evidence[0].url', scenarios: 'comparison.query', deck: 'deck.slides[0].href' }, 'file:///etc/passwd'), outcome: { pack: ['evidence[0]: an object does not fit (Unrecognized key: "url")'], scenarios: ['comparison.query: "file:///etc/passwd" does not fit (query text'], deck: ['deck.slides[0]: an object does not fit (Unrecognized key: "href")'] } },
  { demand: 'colours with url(', make: putIn({ pack: 'variables[0].colour', scenarios: 'scenarios[0].colour', deck: 'deck.slides[0].colour' }, 'url(https://evil.example)'), outcome: { pack: ['variables[0]: an object does not fit (Unrecognized key: "colour")'], scenarios: ['scenarios[0]: an object does not fit (Unrecognized key: "colour")'], deck: ['deck.slides[0]: an object does not fit (Unrecognized key: "colour")'] } },
  { demand: 'unknown fields', make: put1('extra', [1]), outcome: { pack: ['file: an object does not fit (Unrecognized key: "extra")'], scenarios: ['file: an object does not fit (Unrecognized key: "extra")'], deck: ['file: an object does not fit (Unrecognized key: "extra")'] } },
  { demand: 'version older (migrated)', case: 'of the format', make: puts({ version: 1, changes: undefined }), outcome: { scenarios: 'taken' } },
  { demand: 'version older (migrated)', case: 'of the pack it was made with', make: put1('pack.version', '0.1.0'), outcome: { scenarios: 'taken', deck: 'taken' } },
  { demand: 'version newer (refused with reason)', make: put1('version', 3), outcome: { scenarios: ['version: the file has format version 3, made by a newer version'], deck: ['version: the file has format version 3, made by a newer version'] } },
  { demand: 'version newer (refused with reason)', case: 'a pack with a kind of record that came later', make: put1('crossImpacts', []), outcome: { pack: ['file: an object does not fit (Unrecognized key: "crossImpacts")'] } },
  { demand: 'strings missing in one language (lists gaps)', make: (sound, kind) => kind === 'pack' ? puts({ 'assumptions[1].states[1].label.es': undefined, 'rules[0].effects[0].reason.en': undefined })(sound) : put1('deck.slides[0].sentence.es', undefined)(sound), outcome: { pack: ['assumptions[1].states[1].label.es: nothing stands here', 'rules[0].effects[0].reason.en: nothing stands here'], deck: ['deck.slides[0].sentence.es: nothing stands here'] } },
  { demand: 'a zip named .json', make: () => zipSync({ 'rules.csv': strToU8('id') }).slice(), outcome: ['offset 0: this is a zip archive'] },
  { demand: 'a zip named .json', case: 'that is empty', make: () => zipSync({}).slice(), outcome: ['offset 0: this is an empty zip archive'] },
  { demand: 'an image named .json', make: () => bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), outcome: ['offset 0: this is a PNG picture'] },
  { demand: 'an image named .json', case: 'JPEG', make: () => bytes(0xff, 0xd8, 0xff, 0xe0), outcome: ['offset 0: this is a JPEG picture'] },
  { demand: 'an image named .json', case: 'GIF', make: () => 'GIF89a', outcome: ['offset 0: this is a GIF picture'] },
  { demand: 'an image named .json', case: 'PDF', make: () => '%PDF-1.7', outcome: ['offset 0: this is a PDF document'] },
]
