import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { MethodPanel } from '../../app/_panels/method-panel'
import { Workspace } from '../../app/_state/workspace'
import en from '../../app/_words/en.json'
import es from '../../app/_words/es.json'
import { packs } from '../../data/index'
import { compile, variableIndex, yearIndex } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { exampleVariable } from '../../lib/explain/examples'
import { formatQuantity } from '../../lib/format'
import type { Pack } from '../../lib/pack/schema'
import { exampleAssignments } from '../../lib/scenario/example'
import { sound } from '../fixtures/sound'
import { tinyModel } from '../fixtures/tiny-model'

/** Method as the server writes it: on every sound pack, in both languages, with nothing shown that is not there. */

const words = { en, es } as const
type Locale = keyof typeof words

/** The page as text, tags as line breaks. */
function written(pack: Pack, locale: Locale): string {
  return renderToStaticMarkup(
    <Workspace page="method" pack={pack} hash="0" locale={locale} words={words[locale]}>
      <MethodPanel models={<section id="models" />} />
    </Workspace>,
  )
}

const plain = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&#x27;', '’')
    .replaceAll('&lt;', '<')

/** Packs that lack one thing or another. */
const lacking = {
  tiny: {},
  'no links': { links: [] },
  'no scenarios': { scenarios: [] },
  'no rules': { rules: [], scenarios: [] },
  'no time taken': { rules: [{ ...tinyModel().pack.rules[0] }] },
} as const
const all = [
  ...Object.entries(packs).map(([id, pack]) => [id, sound(pack)] as const),
  ...Object.entries(lacking).map(([name, changes]) => [name, tinyModel(changes).pack] as const),
]

describe.each(all)('%s', (_, pack) => {
  test.each(['en', 'es'] as const)('is told in full (%s)', (locale) => {
    const page = written(pack, locale)
    const titles = [...page.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id)
    const parts = [
      'model',
      'scales',
      'ramps',
      'links',
      'hand',
      'ranges',
      'words',
      'reasons',
      'limits',
      'challenge',
      'keys',
    ]
    expect(titles).toEqual(parts)
    for (const id of [...parts, 'models']) expect(page).toContain(`href="#${id}"`)
    expect(plain(page)).not.toMatch(/undefined|null|NaN|Infinity|\[object|method\./)
    // No table without lines, and no two lines of one name in a key.
    expect(page).not.toContain('<tbody></tbody>')
  })
  test('the number worked out is the one that the engine computes', () => {
    const model = compile(pack)
    const [assignment = model.baseline] = exampleAssignments(model)
    const { year } = pack.meta
    const id = exampleVariable(model, assignment, year)
    const index = variableIndex(model, id)
    const value = evaluate(model, assignment).paths[index]![yearIndex(model, year)]!
    const [, result = ''] = /role="status"><b>([^<]*)<\/b>/.exec(written(pack, 'en')) ?? []
    expect(plain(result)).toBe(formatQuantity(model.variables[index]!, value, 'en'))
  })
})

test('what the pack says it cannot tell is told first, in its own words', () => {
  const limits = [{ en: 'The harbour was never measured.', es: 'El puerto nunca se midió.' }]
  const { pack } = tinyModel({ 'meta.limits': limits })
  for (const locale of ['en', 'es'] as const) {
    const page = plain(written(pack, locale))
    expect(page.indexOf(limits[0]![locale])).toBeGreaterThan(page.indexOf(words[locale].method.limits.own))
    expect(plain(written(tinyModel().pack, locale))).not.toContain(words[locale].method.limits.own)
  }
})

test('without links and fading rules the page says so or says nothing', () => {
  const without = plain(written(tinyModel(lacking['no links']).pack, 'en'))
  expect(without).toContain(en.method.links.none)
  expect(without).not.toContain(en.method.ranges.links)
  const atOnce = plain(written(tinyModel(lacking['no time taken']).pack, 'en'))
  expect(atOnce).toContain(en.method.ramps.none)
  expect(atOnce).not.toContain('Some causes pass')
  expect(plain(written(tinyModel().pack, 'en'))).toContain('One rule has a first year of fading too')
})
