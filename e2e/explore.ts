import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test'

/** What all browser tests share: a page that must stay quiet, the words of both languages, and reading what is shown. */

export type Locale = 'en' | 'es'
export const locales = ['en', 'es'] as const

/** Words of the page that the tests know it by: accessible names, as a listener hears them. */
export const words = {
  en: {
    computing: 'being computed',
    rail: 'Assumptions',
    picker: 'Start from a scenario',
    openRail: /^Change assumptions/,
    done: 'Done',
    resetAll: /^Reset: put /,
    back: 'Back to the baseline',
    baseline: 'Mid-2022 baseline',
    strip: 'Key figures',
    views: { risks: 'Risks', opportunities: 'Opportunities', indicators: 'Indicators', sectors: 'By sector' },
    year: { list: 'Year shown', earlier: 'One year earlier', later: 'One year later' },
    undo: 'Undo',
    redo: 'Redo',
    why: 'Why did this move?',
    close: 'Close',
    pushing: 'Pushing it up',
    holding: 'Holding it back',
    bringBack: 'What would bring it back',
    dismiss: 'Dismiss',
    ladder: 'How likely is each adverse event?',
    actions: (name: string) => `Save or show as table: ${name}`,
    asTable: 'View as table',
    asChart: 'View as chart',
    toProjector: 'Switch to the projector theme',
  },
  es: {
    computing: 'en cálculo',
    rail: 'Supuestos',
    picker: 'Partir de un escenario',
    openRail: /^Cambiar supuestos/,
    done: 'Listo',
    resetAll: /^Restablecer: devolver /,
    back: 'Volver a la línea base',
    baseline: 'Línea base, mediados de 2022',
    strip: 'Cifras clave',
    views: { risks: 'Riesgos', opportunities: 'Oportunidades', indicators: 'Indicadores', sectors: 'Por sector' },
    year: { list: 'Año mostrado', earlier: 'Un año antes', later: 'Un año después' },
    undo: 'Deshacer',
    redo: 'Rehacer',
    why: '¿Por qué se movió?',
    close: 'Cerrar',
    pushing: 'La empujan',
    holding: 'La frenan',
    bringBack: 'Qué la devolvería',
    dismiss: 'Cerrar aviso',
    ladder: '¿Qué tan probable es cada evento adverso?',
    actions: (name: string) => `Guardar o ver como tabla: ${name}`,
    asTable: 'Ver como tabla',
    asChart: 'Ver como gráfico',
    toProjector: 'Pasar al tema proyector',
  },
} as const

/** Events that the tests name, by what the ladder calls them. */
export const events = {
  en: {
    cabinet: 'Prime minister and cabinet fall',
    bribery: 'New bribery case over a PRC firm',
    berth: 'Chancay refuses non-PRC shipper',
    cosco: 'COSCO passes Maersk in Peru',
  },
  es: {
    cabinet: 'Caen el premier y su gabinete',
    bribery: 'Caso de soborno con firma china',
    berth: 'Chancay niega muelle a no chinos',
    cosco: 'COSCO supera a Maersk en el Perú',
  },
} as const

/** The worst case by hand, without the scenario's other changes. */
export const link =
  '?v=1&pack=1.2.0&leadership=transactional-successor&chancay-sez=approved&chancay-timetable=on-schedule&port-access=privileged'

/** What every answer of the server carries, whatever it is: a page, a file, an error. */
const carried: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^default-src 'self'; script-src 'self'(?: 'sha256-[\w+/]{43}=')+; .*object-src 'none'; base-uri 'none'; .*frame-ancestors 'self'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'permissions-policy': /camera=\(\).*microphone=\(\)/,
}

/**
 * All that the pages of a context say, throw or ask for that they should not, as it comes: lines of the console that
 * warn or worse (a fault of hydration is one), exceptions and rejections that nobody caught, requests to any other site
 * than the ones given, and answers of those without the headers that guard them.
 */
export function listen(context: BrowserContext, ...own: (string | undefined)[]): string[] {
  const heard: string[] = []
  const isOwn = (url: string) => own.includes(new URL(url).origin)
  context.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) heard.push(`${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (failure) => heard.push(`thrown: ${failure.error().message}`))
  context.on('request', (request) => {
    if (!isOwn(request.url()) && !/^(blob|data):/.test(request.url())) heard.push(`asked elsewhere: ${request.url()}`)
  })
  context.on('response', (response) => {
    // What the worker has kept is given with the headers that it came with; a redirection has nothing in it to guard.
    const redirected = response.status() >= 300 && response.status() < 400
    // A file that a page hands to itself was never sent.
    const sent = !/^(blob|data):/.test(response.url())
    if (!sent || !isOwn(response.url()) || response.fromServiceWorker() || redirected) return
    const headers = response.headers()
    for (const [name, value] of Object.entries(carried))
      if (!value.test(headers[name] ?? '')) heard.push(`unguarded: ${name} of ${response.url()} is ${headers[name]}`)
  })
  return heard
}

/**
 * Playwright's test, which in addition fails if a page of it was not quiet. `provoked` names the lines that a test
 * provokes on purpose.
 */
export const test = base.extend<{ provoked: RegExp | null; quiet: void }>({
  provoked: [null, { option: true }],
  // What is pressed before a page is alive is lost: a test goes on when it is, or when it has not become so for a while.
  page: async ({ page }, run) => {
    const goto = page.goto.bind(page)
    page.goto = async (...to) => {
      const answer = await goto(...to)
      await page.waitForFunction(isAlive, undefined, { timeout: 4000 }).catch(() => undefined)
      return answer
    }
    await run(page)
  },
  quiet: [
    async ({ context, baseURL, provoked }, run) => {
      const heard = listen(context, baseURL)
      await run()
      expect(
        heard.filter((line) => !provoked?.test(line) && !line.includes('registration blocked by Playwright')),
        'console, exceptions, requests to others and answers without guard',
      ).toEqual([])
    },
    { auto: true },
  ],
})

/** Whether React has taken the page over, or there is none of its pages; runs in the page. */
function isAlive(): boolean {
  const last = [...document.querySelectorAll('main *')].at(-1)
  return !last || Object.keys(last).some((key) => key.startsWith('__reactFiber'))
}

/** Open an address below a language and wait until every interval is there. */
export async function visit(page: Page, locale: Locale, query = '') {
  await page.goto(`/${locale}${query}`)
  await settled(page, locale)
}

/** Wait until no interval is being computed any more; before the page is alive they all are. */
export async function settled(page: Page, locale: Locale) {
  await page.waitForFunction((computing) => {
    const charts = [...document.querySelectorAll('figure, figure button')]
    const heard = charts.map((chart) => chart.getAttribute('aria-label') ?? chart.textContent)
    return heard.length > 0 && !heard.some((text) => text.includes(computing))
  }, words[locale].computing)
}

/** The assumption of a name, whose states are its radios. */
export const assumption = (page: Page, name: string) => page.getByRole('radiogroup', { name, exact: true })

/** One state of an assumption. */
export const stateOf = (page: Page, name: string, state: string) =>
  assumption(page, name).getByRole('radio', { name: state, exact: true })

/** The rows of the ladder, in the order on screen. */
export const ladderRows = (page: Page) =>
  page.getByRole('listitem').getByRole('button', { name: /, (interval|intervalo) (\d|<|>|de|being|en)/ })

/** The ladder row of an event. */
export const ladderRow = (page: Page, name: string) =>
  page.getByRole('listitem').getByRole('button', { name: new RegExp(`^${escaped(name)}, [<>\\d]`) })

/** The chart of an indicator, a button that opens its explanation. */
export const indicator = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${escaped(name)}: `) })

/** The explanation beside the ladder. */
export const drawer = (page: Page, locale: Locale) =>
  page.getByRole('complementary', { name: words[locale].why, exact: true })

/** Names of buttons as they are heard: their label, or else their text without what is hidden from a listener. */
export const labels = (buttons: Locator): Promise<string[]> =>
  buttons.evaluateAll((all) =>
    all.map((button) => {
      const unheard = (part: Node) => part instanceof Element && part.getAttribute('aria-hidden') === 'true'
      const heard = [...button.childNodes].filter((part) => !unheard(part)).map((part) => part.textContent)
      return button.getAttribute('aria-label') ?? heard.join('').trim()
    }),
  )

/** One row as it is spoken. Percents stay as they are shown, since "<1%" is no number. */
export interface SpokenRow {
  name: string
  percent: string
  word: string
  shift: number
  baseline: string
  low: string
  high: string
}

const percent = '[<>]?\\d+%'
const spoken = {
  en: new RegExp(
    `^(.+), (${percent}), ([a-z ]+), (?:(up|down) (\\d+) points|unchanged) from (${percent}), interval (${percent}) to (${percent})$`,
  ),
  es: new RegExp(
    `^(.+), (${percent}), ([a-z ]+), (?:(sube|baja) (\\d+) puntos|sin cambio) desde (${percent}), intervalo de (${percent}) a (${percent})$`,
  ),
}

/** Read the spoken text of a row; throws on a text of any other form, such as one still being computed. */
export function parseRow(text: string, locale: Locale): SpokenRow {
  const parts = spoken[locale].exec(text)
  if (!parts) throw new Error(`Not the text of a row: ${text}`)
  const [, name = '', percent = '', word = '', direction, points, baseline = '', low = '', high = ''] = parts
  const shift = Number(points ?? 0) * (direction === 'down' || direction === 'baja' ? -1 : 1)
  return { name, percent, word, shift, baseline, low, high }
}

/** All that a screen shows, to be compared with another: title, states, rows, indicators, figures, year, view. */
export async function screenOf(page: Page, locale: Locale) {
  await settled(page, locale)
  const checked = page.getByRole('radio', { checked: true })
  const why = page.getByRole('complementary', { name: words[locale].why })
  return {
    title: await page.getByRole('heading', { level: 1 }).innerText(),
    checked: await labels(checked),
    rows: await labels(ladderRows(page)),
    indicators: await labels(page.getByRole('figure').getByRole('button', { name: /20\d\d[,;]/ })),
    figures: await page.getByRole('region', { name: words[locale].strip }).innerText(),
    year: await page.getByRole('combobox', { name: words[locale].year.list }).inputValue(),
    why: await why.allInnerTexts(),
  }
}

/** A number as it is printed: true minus, plus, percent and thousands. */
export const numberOf = (text: string) => Number(text.replace('−', '-').replace(/[+%,]/g, ''))

/** A text as a part of a pattern. */
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
