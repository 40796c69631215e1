import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, describe, expect, test } from 'vitest'
import { answer } from '../app/_command/answer'
import { judgeAll } from '../app/_command/checks'
import { readOptions } from '../app/_command/options'
import { soundChecks } from '../app/_command/pack-file'
import type { Report } from '../app/_command/report'
import { packs } from '../data/index'
import { compile } from '../lib/engine/compile'
import { drawsOf } from '../lib/engine/draws'
import { evaluate } from '../lib/engine/evaluate'
import { fan } from '../lib/engine/fan'
import { load } from '../lib/pack/load'
import { limits } from '../lib/pack/limits'
import { applyScenario } from '../lib/scenario/assignment'
import { tinyPack } from './fixtures/tiny-pack'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'encrucijada-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The command as it is typed, in a process of its own, which costs a second; `run` gives the answer without one. */
function typed(...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder }
  const command = ['app/_command/evaluate.mjs', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const run = (...args: string[]) => answer(args, folder)

/** Write a file into the folder that `--pack` paths start from. */
function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

const tiny = file('tiny.json', tinyPack())

describe('json', () => {
  const loaded = load(Object.values(packs)[0])
  if (!loaded.ok) throw new Error('The pack that ships is unsound: see tests/packs.test.ts.')
  const model = compile(loaded.value)
  const asked = ['--scenario', 'transactional-successor', '--year', '2026', '--variant', 'imports-from-prc=2020']
  const assumed = [
    ['--assume', 'chancay-sez=approved'],
    ['--assume', 'open-contracting=adopted'],
  ]
  const { status, stdout, stderr } = typed(...asked, ...assumed.flat(), '--format', 'json', '--trace', '--fan')
  const answer: Report = JSON.parse(stdout)

  const scenario = model.pack.scenarios.find(({ id }) => id === 'transactional-successor')!
  const chosen = { 'chancay-sez': 'approved', 'open-contracting': 'adopted' }
  const assignment = { ...applyScenario(model, scenario), ...chosen }
  const variants = { 'imports-from-prc': '2020' }

  test('stdout holds the answer and nothing else', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(Object.keys(answer)).toEqual([
      'pack',
      'scenario',
      'year',
      'lang',
      'assignment',
      'variants',
      'draws',
      'variables',
    ])
    const { variables: _, ...rest } = answer
    expect(rest).toEqual({
      pack: { id: model.pack.meta.id, version: model.pack.meta.version },
      scenario: 'transactional-successor',
      year: 2026,
      lang: 'en',
      assignment,
      variants,
      draws: model.pack.meta.draws,
    })
  })

  test('numbers are the engine’s own, to the last digit', () => {
    const { paths } = evaluate(model, assignment, variants)
    const { quantiles } = fan(model, assignment, drawsOf(model), variants)
    const t = model.years.indexOf(2026)
    answer.variables.forEach((variable, i) => {
      const path = [...paths[i]!]
      const at = (t: number, level: number) => quantiles[i]![t * 5 + level]
      expect(variable.id).toBe(model.variables[i]!.id)
      expect([variable.baseline, variable.value]).toEqual([path[0], path[t]])
      expect(variable.shift).toBe(variable.value - variable.baseline)
      expect(variable.path).toEqual(model.years.map((year, t) => ({ year, value: path[t] })))
      expect(variable.interval).toEqual([at(t, 0), at(t, 4)])
      expect(variable.fan?.map(({ year, p50 }) => [year, p50])).toEqual(model.years.map((year, t) => [year, at(t, 2)]))
    })
    expect(answer.variables).toHaveLength(model.variables.length)
    expect(answer.variables.find(({ id }) => id === 'imports-from-prc')?.baseline).toBe(11.1)
  })

  test('traces add up, links open into rules, and each part says what it rests on', () => {
    const parts = answer.variables.flatMap(({ trace }) => trace?.contributions ?? [])
    for (const { shift, trace } of answer.variables)
      expect(sum(trace?.contributions.map((part) => part.natural) ?? [])).toBeCloseTo(shift, 9)
    for (const part of parts) {
      expect(part.evidence.length).toBeGreaterThan(0)
      expect([part.basis, part.reason]).toEqual([
        expect.stringMatching(/^(stated|implied|judgement)$/),
        expect.any(String),
      ])
      if ('rules' in part) expect(sum(part.rules.map((rule) => rule.natural))).toBeCloseTo(part.natural, 9)
      else expect(part.when.length).toBeGreaterThan(0)
    }
    expect(parts.some((part) => 'rules' in part)).toBe(true)
  })

  test('the order of assumptions changes nothing', () => {
    const turned = run(...assumed.toReversed().flat(), ...asked, '--fan', '--trace', '--format', 'json')
    expect(turned.stdout).toBe(stdout)
  })
})

describe('csv', () => {
  test('one row a variable and year reads back as the same numbers', () => {
    const { stdout } = run('--pack', tiny, '--scenario', 'dealer-zone', '--format', 'csv')
    const { data, errors } = Papa.parse<Record<string, string>>(stdout, { header: true, skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(stdout.split('\r\n')[0]).toBe('id,kind,sector,label,unit,year,baseline,value,shift,p5,p95')
    const model = compile(tinyPack())
    const { paths } = evaluate(model, { leader: 'dealer', zone: 'open', audits: 'current' })
    const expected = model.variables.flatMap(({ id }, i) => model.years.map((year, t) => [id, year, paths[i]![t]]))
    expect(data.map(({ id, year, value }) => [id, Number(year), Number(value)])).toEqual(expected)
  })

  test('a label that a spreadsheet would run is disarmed, and a negative number stays a number', () => {
    const pack = tinyPack()
    const label = { en: '=1+1, "quoted"', es: '@x' }
    pack.variables = pack.variables.map((v) => (v.id === 'berths' && v.scale === 'level' ? { ...v, label } : v))
    pack.rules = pack.rules.map((r) => ({
      ...r,
      effects: r.effects.map((e) => (e.variable === 'berths' ? { ...e, low: -4, central: -4, high: -4 } : e)),
    }))
    const path = file('formula.json', pack)
    const { stdout } = run('--pack', path, '--assume', 'zone=open', '--variable', 'berths', '--format', 'csv')
    const { data } = Papa.parse<Record<string, string>>(stdout, { header: true, skipEmptyLines: true })
    expect(data.at(-1)).toMatchObject({ label: `'=1+1, "quoted"`, value: '-4', shift: '-4' })
  })
})

describe('text for people', () => {
  test('the table speaks Spanish, with whole percents and the words of the scale', () => {
    const { stdout, stderr } = run('--pack', tiny, '--scenario', 'dealer-zone', '--lang', 'es', '--year', '2024')
    expect(stderr).toBe('')
    expect(stdout).toContain('Escenario: A dealer opens the zone (es)')
    expect(stdout).toMatch(/Riesgos \(probabilidad en el año\) +base +2024 +cambio +intervalo del 90%/)
    expect(stdout).toMatch(/bribery \(es\) +20% +43% +\+23 +\d+%–\d+% +improbable/)
    expect(stdout).toMatch(/exports \(es\) +10\.0 +13\.2 +\+3\.2 +/)
  })

  test('the list marks baseline states and tells kinds', () => {
    const { stdout } = run('--pack', tiny, '--list')
    expect(stdout).toMatch(/^ {4}\* stays /m)
    expect(stdout).toMatch(/^ {6}dealer /m)
    expect(stdout).toMatch(/^ {2}bribery +risk /m)
    expect(stdout).toMatch(/^ {2}dealer-zone /m)
  })

  test('help is on stdout', () => {
    const { status, stdout } = run('--help')
    expect(status).toBe(0)
    for (const option of ['--assume', '--variant', '--pack', '--trace']) expect(stdout).toContain(option)
  })
})

describe('packs', () => {
  test('a folder of files is one pack; its checks stay out', () => {
    const { meta, ...rest } = tinyPack()
    mkdirSync(join(folder, 'parts'))
    file('parts/meta.json', { $schema: '../pack.schema.json', meta })
    file('parts/rest.json', { $schema: '../pack.schema.json', ...rest })
    file('parts/checks.json', { checks: [] })
    const { status, stdout } = run('--pack', 'parts', '--list', '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ pack: { id: 'tiny' }, scenarios: [{ id: 'dealer-zone' }] })
  })

  const unsound = tinyPack()
  unsound.rules = unsound.rules.map((rule, i) => (i === 0 ? { ...rule, onset: 1999 } : rule))
  unsound.meta = { ...unsound.meta, headline: ['ledaer'] }
  const odd = { ...tinyPack(), 'two\nlines\u001b[31m': 1 }
  mkdirSync(join(folder, 'twice'))
  file('twice/a.json', tinyPack())
  file('twice/b.json', { rules: [] })

  test.each([
    ['unsound', file('unsound.json', unsound), [/meta\.headline\[0\].*"leader"/, /rules\[0\]\.onset: onset 1999/]],
    ['odd', file('odd.json', odd), [/two lines \[31m/]],
    ['not JSON', file('broken.json', '{ "meta": '), [/broken\.json cannot be read/, /not JSON/]],
    ['told twice', 'twice', [/"rules" stands in a\.json and in b\.json/]],
    ['missing', 'nowhere.json', [/nowhere\.json cannot be read/]],
    ['too large', file('large.json', ' '.repeat(limits.bytes + 1)), [/8000001 bytes/]],
  ])('a pack that is %s is refused with the reason', (_, path, reasons) => {
    const { status, stdout, stderr } = run('--pack', path, '--format', 'json')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    for (const reason of reasons) expect(stderr).toMatch(reason)
    expect(stderr).not.toContain('    at ')
  })
})

describe('a pack on another subject', () => {
  const teaching = join(root, 'data/teaching/pack.json')

  test('the table tells it in Spanish, every scale in its own way', () => {
    const { status, stdout, stderr } = run('--pack', teaching, '--scenario', 'shelter-and-ferry', '--lang', 'es')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const lines = stdout.split('\n').map((line) => line.trim().replace(/ {2,}/g, '  '))
    expect(lines).toEqual([
      'El puerto de Maredal 1.0.0, 2025',
      'Escenario: Abrigo y ferri',
      'Cambios respecto de la línea base:',
      'Rompeolas  Reconstruido',
      'Ferri  Atraca',
      '',
      'Riesgos (probabilidad en el año)  base  2025  cambio  intervalo del 90%',
      expect.stringMatching(/^Temporales cierran el puerto {2}30% {2}11% {2}−19 {2}\d%–\d\d% {2}muy improbable$/),
      expect.stringMatching(/^La conservera se detiene {2}10% {2}9% {2}−1 {2}\d%–\d\d% {2}muy improbable$/),
      '',
      'Oportunidades (probabilidad en el año)  base  2025  cambio  intervalo del 90%',
      expect.stringMatching(/^Un mayorista firma por un año {2}10% {2}22% {2}\+12 {2}\d%–\d\d% {2}improbable$/),
      '',
      'Indicadores  base  2025  cambio  intervalo del 90%',
      expect.stringMatching(/^Empleos a bordo {2}310 {2}321 {2}\+11 {2}\d{3}–\d{3} {2}empleos$/),
      expect.stringMatching(/^Empleos en el muelle {2}0 {2}20 {2}\+20 {2}\d\d–\d\d {2}empleos$/),
      expect.stringMatching(/^Empleos del puerto {2}310 {2}341 {2}\+31 {2}\d{3}–\d{3} {2}empleos$/),
      '',
    ])
  })

  test('a pack that ships answers to its id as its folder does', () => {
    const byId = run('--pack', 'teaching', '--format', 'json').stdout
    expect(JSON.parse(byId)).toMatchObject({ pack: { id: 'teaching' }, year: 2025 })
    expect(run('--pack', join(root, 'data/teaching'), '--format', 'json').stdout).toBe(byId)
  })

  test('a name that is neither a file nor a pack is told with the packs there are', () => {
    const { status, stderr } = run('--pack', 'teeching')
    expect(status).toBe(2)
    expect(stderr).toMatch(/teeching cannot be read: it is not there\. The packs that ship are peru-prc, teaching\.\n$/)
  })
})

describe('statements about a pack', () => {
  const statement = (expect: unknown, more: object = {}) => ({
    says: { en: 'Exports grow.', es: 'Crecen las exportaciones.' },
    given: { scenario: 'dealer-zone' },
    variable: 'exports',
    year: 2024,
    expect,
    ...more,
  })
  const judged = (name: string, checks: unknown[], ...args: string[]) => {
    mkdirSync(join(folder, name))
    file(`${name}/pack.json`, tinyPack())
    file(`${name}/checks.json`, { checks })
    return run('--pack', `${name}/pack.json`, '--checks', ...args)
  }

  test('that all hold end with exit code 0; the checks of a pack that ships are found by its id', () => {
    const { status, stdout } = run('--pack', 'teaching', '--checks', '--lang', 'es')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^se cumple +Reconstruir el rompeolas/)
    expect(stdout).toMatch(/\n8 afirmaciones, 8 se cumplen\n$/)
  })

  test('that fail are told with what was found and what was expected, and end with exit code 3', () => {
    const against = { against: { scenario: 'dealer-zone', assume: { leader: 'stays' } } }
    const { status, stdout, stderr } = judged('failing', [
      statement('rises'),
      statement('falls', against),
      statement('unchanged'),
      statement({ atLeast: 14 }),
      statement({ atMost: 14 }),
    ])
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' })
    expect(typed('--pack', 'failing/pack.json', '--checks')).toEqual({ status, stdout, stderr })
    expect(stdout.split('\n')).toEqual([
      'holds  Exports grow.',
      'FAILS  Exports grow. (exports 2024 is 13.2, expected less than 12)',
      'FAILS  Exports grow. (exports 2024 is 13.2, expected just 10)',
      'FAILS  Exports grow. (exports 2024 is 13.2, expected at least 14)',
      'holds  Exports grow.',
      '5 statements, 2 hold',
      '',
    ])
  })

  test('come as data too', () => {
    const { stdout } = judged('data', [statement('rises')], '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject([{ holds: true, against: 10, check: { variable: 'exports' } }])
  })

  test.each([
    ['an unknown id', [statement('rises', { variable: 'export' })], /checks\[0\] "Exports grow\.": .*"exports"\?/],
    [
      'an unknown state',
      [statement('rises', { given: { assume: { leader: 'x' } } })],
      /checks\[0\].*state of leader "x"/,
    ],
    ['a year outside', [statement('rises', { year: 1999 })], /checks\[0\].*"1999" is outside the horizon/],
    ['an unknown expectation', [statement('grows')], /checks\[0\]\.expect/],
  ])('with %s are refused with the place', (_, checks, reason) => {
    expect(() => judgeAll(compile(tinyPack()), soundChecks({ checks }))).toThrow(reason)
  })

  test('that are missing are missed', () => {
    expect(run('--pack', tiny, '--checks').stderr).toContain('checks.json cannot be read')
  })
})

describe('mistakes', () => {
  test.each([
    [['--formt', 'json'], '--format?'],
    [['--scenario', 'transactional-succesor'], '"transactional-successor"?'],
    [['--assume', 'chancay-szw=approved'], '"chancay-sez"?'],
    [['--assume', 'chancay-sez=aproved'], '"approved"?'],
    [['--variable', 'exports-to-pcr'], '"exports-to-prc"?'],
    [['--year', '2040'], 'from 2021 to 2030'],
  ])('%j ends with exit code 2 and a hint', (args, hint) => {
    const { status, stdout, stderr } = run(...args, ...(args.includes('--formt') ? [] : ['--format', 'json']))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(hint)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('of what is typed end the command itself', () => {
    const args = ['--pack', tiny, '--scenario', 'dealer-zome']
    expect(typed(...args)).toEqual(run(...args))
  })

  test.each([
    [['baseline'], /positional/],
    [['--year'], /argument/],
    [['--assume', 'leader'], /write it as ID=STATE/],
    [['--variant', '=2020'], /write it as ID=VARIANT/],
    [['--assume', 'leader=dealer', '--assume', 'leader=stays'], /given twice, as "dealer" and as "stays"/],
    [['--year', '2024', '--year', '2025'], /--year is given twice/],
    [['--lang', 'fr'], /there are en, es/],
    [['--format', 'jsn'], /did you mean "json"/],
    [['--trace'], /needs --format json/],
    [['--fan', '--format', 'csv'], /needs --format json/],
    [['--list', '--format', 'csv'], /not as csv/],
    [['--checks', '--format', 'csv'], /not as csv/],
  ])('%j is refused', (args, reason) => {
    expect(() => readOptions(args)).toThrow(reason)
  })
})

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
