import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { badAddresses, type BadAddress } from './bad-addresses'
import { ladderRows, link, screenOf, settled, stateOf, test, visit, words } from './explore'

/** What a browser makes of bad input: what is said of it on screen, and that nothing of it is done. */

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const noticeOf = (page: Page) =>
  page.getByRole('status').filter({ has: page.getByRole('button', { name: words.en.dismiss }) })
const hurt = (page: Page) => page.evaluate(() => Reflect.get(window, 'hurt'))

test.describe('bad addresses', () => {
  test('that are opened show what is good in them, and a notice that says what was dropped and can be dismissed', async ({
    page,
  }) => {
    for (const row of badAddresses.filter(({ loaded }) => loaded)) {
      await page.goto(`/en${row.query && `?${row.query}`}`)
      await isOpened(page, row)
      await stateOf(page, 'Cabinet', 'Settled').click()
      await expect(stateOf(page, 'Cabinet', 'Settled'), row.demand).toBeChecked()
    }
  })

  test('that are gone back to do so, too @soak', async ({ page }) => {
    await visit(page, 'en')
    for (const row of badAddresses.filter(({ loaded, query }) => !loaded && query !== '')) {
      await page.evaluate((query) => {
        history.pushState(null, '', `?${query}`)
        history.pushState(null, '', location.pathname)
      }, row.query)
      await page.goBack()
      await isOpened(page, row)
    }
    await stateOf(page, 'Who governs', 'Leftist successor').click()
    await settled(page, 'en')
    await expect(ladderRows(page)).toHaveCount(23)
    expect(new URL(page.url()).searchParams.get('leadership')).toBe('leftist-successor')
  })
})

/** The good in it on screen, a line for each part dropped in plain characters alone, and nothing of the address done. */
async function isOpened(page: Page, { demand, case: own = '', opens, told, model }: BadAddress) {
  const what = `${demand} ${own}`
  await expect(title(page), what).toHaveText(opens.includes('castillo') ? /^Castillo stays/ : words.en.baseline)
  await expect(ladderRows(page), what).toHaveCount(23)
  expect(await hurt(page), what).toBeUndefined()
  const lines = [...(model ? [model] : []), ...told.map((line) => line.slice(line.indexOf(' ') + 1))]
  const notice = noticeOf(page)
  await expect(notice.getByRole('listitem'), what).toHaveCount(Math.min(8, lines.length))
  if (lines.length === 0) return
  const said = await notice.getByRole('listitem').allInnerTexts()
  said.forEach((line, i) => {
    expect(line, what).toContain(lines[i])
    expect(line, what).toMatch(/^[A-Za-z0-9 =._\-“”(),;:]{1,250}$/)
  })
  await notice.getByRole('button', { name: words.en.dismiss }).click()
  await expect(notice, what).toHaveCount(0)
}

test('fifty quick steps back and forward: the state equals the address each time, and at the end of a race @soak', async ({
  page,
  context,
}) => {
  await visit(page, 'en')
  // Far more entries than the walk can leave behind, so that it never leaves the page.
  await page.evaluate(() => {
    const states = ['castillo-stays', 'leftist-successor', 'transactional-successor']
    for (let i = 0; i < 36; i++)
      history.pushState(null, '', `?v=1&pack=1.2.0&leadership=${states[i % 3]}&year=${2022 + (i % 4)}&open=cosco-leads`)
  })
  const address = page.url()
  await page.evaluate(() => history.go(-18))
  await expect.poll(() => page.url()).not.toBe(address)
  await settled(page, 'en')

  // Steps of a fixed sequence that looks like chance. First each as soon as the one before is done, and looked at.
  const wrong = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const found: string[] = []
    let seed = 11
    for (let i = 0; i < 50; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      const arrived = new Promise((done) => addEventListener('popstate', done, { once: true }))
      history.go(seed > 1073741824 ? -1 : 1)
      await arrived
      await frame()
      await frame()
      const asked = new URLSearchParams(location.search)
      const title = document.querySelector('h1')?.textContent.toLowerCase() ?? ''
      const year = [...document.querySelectorAll('select')].find(({ value }) => /^20\d\d$/.test(value))?.value
      const leader = asked.get('leadership')?.split('-')[0] ?? ''
      if (!title.startsWith(leader) || year !== asked.get('year')) found.push(`${location.search}: ${title}, ${year}`)
    }
    return found
  })
  expect(wrong).toEqual([])

  // Then each asked for before the one before is done.
  await page.evaluate(async () => {
    let seed = 7
    for (let i = 0; i < 50; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      if (seed > 1073741824) history.back()
      else history.forward()
      if (i % 3 === 0) await new Promise((done) => requestAnimationFrame(done))
    }
  })
  // A step that needs an answer follows them all, so none is under way after it.
  await page.goBack()
  await page.goForward()
  await settled(page, 'en')
  const left = await screenOf(page, 'en')
  const fresh = await context.newPage()
  await fresh.goto(page.url())
  expect(left).toEqual(await screenOf(fresh, 'en'))
})

test.describe('addresses of no page', () => {
  test.use({ provoked: /status of 404/ })

  test('no path leads off the site', async ({ page, baseURL }) => {
    for (const path of [
      '//evil.example/en',
      '///evil.example',
      '/\\evil.example',
      '/%2F%2Fevil.example',
      '/en//evil.example',
    ]) {
      await page.goto(`${baseURL}${path}`)
      expect(new URL(page.url()).origin, path).toBe(baseURL)
    }
  })

  test('an address of no page is answered in both languages, echoes nothing and leads on', async ({ page }) => {
    for (const path of ['/fr', '/en/nothing', '/__proto__', '/EN', '/en%00', '/%3Cb%3Eloud%3C/b%3E']) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(404)
      await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Aquí no hay ninguna página' })).toBeVisible()
      await expect(page.getByText(/loud|nothing$|proto/)).toHaveCount(0)
    }
    await page.getByRole('link', { name: 'Abrir la mesa de escenarios' }).click()
    await expect(page).toHaveURL(/\/es$/)
    await expect(ladderRows(page)).toHaveCount(23)
  })
})

test('a path that cannot be decoded is refused in a short answer without an inner detail', async ({ request }) => {
  const answer = await request.get('/%E0%A4%A')
  expect(answer.status()).toBeGreaterThanOrEqual(400)
  expect((await answer.text()).length).toBeLessThan(200)
  expect(await answer.text()).not.toMatch(/\bat |node_modules|Error:|%E0/)
})

/** Drop files where a page takes them. */
async function drop(page: Page, where: string, files: readonly { name: string; text: string }[]) {
  const dataTransfer = await page.evaluateHandle((files) => {
    const dropped = new DataTransfer()
    for (const { name, text } of files) dropped.items.add(new File([text], name))
    return dropped
  }, files)
  await page.getByText(where).last().dispatchEvent('drop', { dataTransfer })
}
const noise = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `noise-${i}.txt`, text: 'x' }))

test('of fifty files dropped at once one is taken and the rest are listed, be they packs or scenarios', async ({
  page,
}) => {
  const teaching = await readFile('data/teaching/pack.json', 'utf8')
  await page.goto('/en/method')
  const models = page.locator('#models')
  await expect(models.getByRole('row', { name: /Peru and the PRC/ })).toContainText('in use')
  await drop(page, 'Open files…', [...noise(49), { name: 'pack.json', text: teaching }])
  await expect(models.getByRole('status')).toContainText('is here already, with the same content')
  for (const { name } of noise(49)) await expect(models.getByRole('status')).toContainText(name)

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Explore', exact: true }).click()
  await page.getByRole('button', { name: 'Save scenario', exact: true }).click()
  const shelf = page.getByRole('dialog')
  const ours = { format: 'encrucijada-scenarios', version: 1, pack: { id: 'peru-prc', version: '1.2.0', hash: '' } }
  const scenario = { name: '<b>{{7*7}}</b>', note: '', assignment: {}, savedAt: '2022-07-01T10:00:00Z' }
  const text = JSON.stringify({ ...ours, scenarios: [scenario] })
  await drop(page, 'Open a file…', [{ name: 'ours.json', text }, ...noise(49)])
  await expect(shelf.getByRole('alert')).toContainText('1 scenario added. One file at a time; not opened: noise-0.txt')
  await expect(shelf.getByRole('alert')).toContainText('noise-48.txt')
  await expect(shelf.getByRole('heading', { level: 4 })).toHaveText('<b>{{7*7}}</b>')
})

test('a record that cannot be read and a storage that is full are told, and what was there is intact', async ({
  page,
}) => {
  await page.goto('/en?leadership=castillo-stays')
  const open = async () => {
    await page.getByRole('button', { name: 'Save scenario', exact: true }).click()
    return page.getByRole('dialog')
  }
  const save = (shelf: Awaited<ReturnType<typeof open>>, name = 'Save') =>
    shelf.getByRole('button', { name, exact: true }).click()
  await save(await open())
  await expect(page.getByRole('dialog').getByRole('heading', { level: 4 })).toHaveCount(1)
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const asked = indexedDB.open('encrucijada')
      asked.onsuccess = () => done(asked.result)
    })
    const writing = database.transaction('scenarios', 'readwrite')
    writing.objectStore('scenarios').put({ id: 'bad', place: 0, name: '<img src=x onerror=window.hurt=1>', note: 7 })
    await new Promise((done) => (writing.oncomplete = done))
    database.close()
  })
  await page.reload()
  const shelf = await open()
  await expect(shelf.getByText('1 stored record could not be read; the rest is intact.')).toBeVisible()
  await expect(shelf.getByRole('heading', { level: 4 })).toHaveCount(1)
  await shelf.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(shelf.getByText('could not be read')).toHaveCount(0)

  await page.evaluate(() =>
    Reflect.set(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('No room', 'QuotaExceededError')
    }),
  )
  await shelf.getByLabel('Name').fill('Too much')
  await save(shelf, 'Save as new')
  await expect(shelf.getByRole('alert').getByText('The browser has no room left')).toBeVisible()
  await expect(shelf.getByRole('heading', { level: 4 })).toHaveCount(2)
  expect(await hurt(page)).toBeUndefined()
})

test('hostile names stay names on every page, in SVG and in PNG @soak', async ({ page }) => {
  const pack = JSON.parse(await readFile('data/teaching/pack.json', 'utf8'))
  const markup = '<img src=x onerror=window.hurt=1>'
  const script = '"/></text><script>window.hurt=1</script>'
  const risk = pack.variables.find(({ kind }: { kind: string }) => kind === 'risk')
  pack.meta.title.en = 'javascript:window.hurt=1 {{7*7}}'
  risk.label.en = markup
  risk.title.en = script
  pack.assumptions[0].label.en = script
  pack.assumptions[0].states[1].label.en = '${7*7}<b>'
  pack.scenarios[0].label.en = `${markup} 2`
  pack.evidence[0].claim.en = 'data:text/html,<script>window.hurt=1</script>'
  pack.meta.sectors[0].label.en = `a${'\u0301'.repeat(8)} url(javascript:1)`
  await page.goto('/en/method')
  await page
    .getByLabel('Open files…')
    .last()
    .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(pack)) })
  await page.getByRole('button', { name: 'Keep both' }).click()
  await page.locator('#models').getByRole('status').getByRole('button', { name: 'Use it' }).click()
  await expect(
    page.locator('#models').getByRole('row', { name: /^javascript:window\.hurt=1 \{\{7\*7\}\}/ }),
  ).toContainText('in use')
  for (const [tab, shown] of [
    ['Evidence', 'data:text/html,<script>window.hurt=1</script>'],
    ['Rules', script],
    ['Compare', `${markup} 2`],
    ['Present', '{{7*7}}'],
    ['Explore', markup],
  ] as const) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: tab, exact: true }).click()
    await expect(page.getByText(shown).first(), tab).toBeAttached()
    expect(await hurt(page), tab).toBeUndefined()
    expect(await page.locator('main img[src="x"], main script:not([src])').count(), tab).toBe(0)
  }
  await page.getByRole('radio', { name: '${7*7}<b>' }).click()
  const save = async (kind: 'SVG' | 'PNG') => {
    const begun = page.waitForEvent('download')
    await page.getByRole('button', { name: words.en.actions(words.en.ladder), exact: true }).click()
    await page.getByRole('menuitem', { name: `Save as ${kind}`, exact: true }).click()
    const download = await begun
    expect(download.suggestedFilename()).toMatch(/^encrucijada-[\p{L}\p{N}._-]+\.(svg|png)$/u)
    return readFile(await download.path())
  }
  const drawn = (await save('SVG')).toString('utf8')
  const read = await page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      broken: file.querySelector('parsererror')?.textContent ?? null,
      texts: [...file.querySelectorAll('text')].map((text) => text.textContent),
      active: file.querySelectorAll('script, foreignObject, img, image, a, [href], [onload], [onerror]').length,
    }
  }, drawn)
  expect(read).toMatchObject({ broken: null, active: 0 })
  expect(read.texts).toContain(markup)
  expect(read.texts.join(' ')).toContain('${7*7}<b>')
  expect([...(await save('PNG')).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  expect(await hurt(page)).toBeUndefined()
})

test('what is printed is read without colour: every text stands out by lightness alone, and says up or down @soak', async ({
  page,
}) => {
  for (const path of [`/en${link}`, '/en/compare']) {
    await page.goto(path)
    await settled(page, 'en')
    await page.emulateMedia({ media: 'print' })
    expect(await faint(page), path).toEqual([])
    await page.emulateMedia({ media: 'screen' })
  }
  await visit(page, 'en', link)
  await page.emulateMedia({ media: 'print' })
  const rows = await ladderRows(page).evaluateAll((all) =>
    all.map((row) => ({
      heard: row.textContent,
      seen: [...row.querySelectorAll('[aria-hidden]')].map(({ textContent }) => textContent).join(' '),
    })),
  )
  const moved = rows.filter(({ heard }) => /(up|down) [1-9]/.test(heard))
  expect(moved.length).toBeGreaterThan(3)
  for (const { heard, seen } of moved) expect(seen, heard).toMatch(/ up /.test(heard) ? /\+\d/ : /−\d/)
})

/** Texts that print with less than 4.5 to 1 between them and what they stand on. */
function faint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
      willReadFrequently: true,
    })
    const rgba = (colour: string) => {
      if (!canvas) return [0, 0, 0, 0]
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      return [...canvas.getImageData(0, 0, 1, 1).data]
    }
    const lightness = ([r = 0, g = 0, b = 0]: number[]) => {
      const linear = (part: number) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }
    // Browsers leave out what a page paints behind its texts unless a part insists on it.
    const ground = (element: Element | null): number[] => {
      for (let at = element; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        const colour = rgba(style.backgroundColor)
        if (style.printColorAdjust === 'exact' && (colour[3] ?? 0) > 128) return colour
      }
      return [255, 255, 255, 255]
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      const text = walker.currentNode.textContent?.trim() ?? ''
      if (!parent || text === '' || parent.closest('script, style, noscript')) continue
      const box = parent.getBoundingClientRect()
      const style = getComputedStyle(parent)
      if (parent.getClientRects().length === 0 || box.width < 2 || style.visibility !== 'visible') continue
      const ink = lightness(rgba(parent.closest('svg') ? style.fill : style.color))
      const paper = lightness(ground(parent))
      const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)
      if (ratio < 4.5) found.push(`${ratio.toFixed(1)} ${text.slice(0, 60)}`)
    }
    return found
  })
}
