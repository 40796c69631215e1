import { expect, type Page } from '@playwright/test'
import { labels, ladderRows, settled, stateOf, test, visit, words } from './explore'

/** The scenarios to start from, and the ways back to the baseline. */

const presets = [
  { en: 'Castillo stays', es: 'Castillo continúa', whole: 2, headline: 1 },
  { en: 'Leftist successor', es: 'Sucesor de izquierda', whole: 3, headline: 1 },
  { en: 'Transactional successor', es: 'Sucesor transaccional', whole: 5, headline: 1 },
  { en: 'Chancay zone approved', es: 'Zona de Chancay aprobada', whole: 2, headline: 1 },
  { en: 'Transactional, with zone', es: 'Transaccional, con zona', whole: 6, headline: 2 },
  { en: "The paper's remedy", es: 'El remedio del artículo', whole: 4, headline: 3 },
  { en: 'Zone with privileged port', es: 'Zona con puerto privilegiado', whole: 7, headline: 3 },
] as const

const say = {
  en: { whole: 'Apply', headline: 'Headline only', only: ', headline only', of: 'of 19 changed', story: 'Story' },
  es: {
    whole: 'Aplicar',
    headline: 'Solo lo central',
    only: ', solo lo central',
    of: 'de 19 cambiados',
    story: 'Relato',
  },
} as const

const title = (page: Page) => page.getByRole('heading', { level: 1 })

for (const { locale, parts, how } of [
  { locale: 'en', parts: ['whole', 'headline'], how: 'whole and by its headline alone' },
  { locale: 'es', parts: ['headline'], how: 'by its headline alone' },
] as const)
  test(`each scenario is applied ${how}, and names the screen (${locale}) @soak`, async ({ page }) => {
    await visit(page, locale, '?year=2030')
    const { whole, headline, only, of, story } = say[locale]
    const screens = new Set<string>()
    for (const preset of presets)
      for (const part of parts) {
        const name = preset[locale]
        await page.getByRole('button', { name: words[locale].picker }).click()
        const picker = page.getByRole('dialog', { name: words[locale].picker })
        await expect(picker.getByRole('heading', { level: 4 })).toHaveCount(presets.length)
        await picker
          .getByRole('button', { name: `${part === 'whole' ? whole : headline}: ${name}`, exact: true })
          .click()
        await expect(picker).toHaveCount(0)
        await expect(title(page)).toHaveText(part === 'whole' ? name : `${name}${only}`)
        await expect(page.getByText(`${preset[part]} ${of}`)).toBeVisible()
        expect(new URL(page.url()).searchParams.size).toBe(preset[part] + 3)
        screens.add((await labels(ladderRows(page))).join('\n').replace(/, int[^\n]*/g, ''))
      }
    expect(screens.size).toBe(parts.length * presets.length)
    await page.getByRole('button', { name: story, exact: true }).click()
    const told = page.getByRole('dialog', { name: presets.at(-1)?.[locale] ?? '' })
    expect((await told.innerText()).length).toBeGreaterThan(100)
  })

test('a scenario with one change more is named by its headline and the count of what else changed', async ({
  page,
}) => {
  await visit(page, 'en', '?v=1&pack=1.2.0&leadership=transactional-successor&chancay-sez=approved')
  await expect(title(page)).toHaveText('Transactional, with zone, headline only')
  await stateOf(page, 'El Niño', 'Strong').click()
  await expect(title(page)).toHaveText('Transactional successor, zone approved, 1 more change')
  await stateOf(page, 'Who governs', 'As of mid-2022').click()
  await stateOf(page, 'Chancay special economic zone', 'Not approved').click()
  await expect(title(page)).toHaveText('1 change from the baseline')
  await stateOf(page, 'El Niño', 'Neutral').click()
  await expect(title(page)).toHaveText(words.en.baseline)
  await expect(page.getByText('You are at the baseline.')).toBeVisible()
})

test('counts are kept, one assumption is taken back in its own box, and all by one button @soak', async ({ page }) => {
  await visit(page, 'en')
  const atRest = await labels(ladderRows(page))
  const resetAll = page.getByRole('button', { name: words.en.resetAll })
  await expect(page.getByText('0 of 19 changed')).toBeVisible()
  await expect(resetAll).toHaveCount(0)
  await visit(
    page,
    'en',
    '?v=1&pack=1.2.0&leadership=castillo-stays&cabinet=settled&five-g=huawei-led&open-contracting=adopted',
  )
  await expect(page.getByText('4 of 19 changed')).toBeVisible()
  await expect(page.getByText('2 of 13 changed')).toBeVisible()
  await expect(page.getByText('1 of 4 used')).toBeVisible()

  const name = page.getByRole('button', { name: 'Cabinet', exact: true })
  await name.click()
  const about = page.getByRole('dialog', { name: 'About this assumption: Cabinet' })
  await expect(about).toContainText('?')
  await expect(about).toContainText('Churning (baseline)')
  await about.getByRole('button', { name: words.en.back }).click()
  await expect(about).toHaveCount(0)
  await expect(name).toBeFocused()
  await expect(stateOf(page, 'Cabinet', 'Churning')).toBeChecked()
  await expect(page.getByText('3 of 19 changed')).toBeVisible()
  await name.click()
  await expect(about).toBeVisible()
  await expect(about.getByRole('button', { name: words.en.back })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await expect(resetAll).toHaveAccessibleName(/3/)
  await resetAll.click()
  await expect(page.getByText('0 of 19 changed')).toBeVisible()
  await expect(title(page)).toHaveText(words.en.baseline)
  await expect.poll(() => new URL(page.url()).search).toBe('')
  await settled(page, 'en')
  expect(await labels(ladderRows(page))).toEqual(atRest)
  await page.keyboard.press('u')
  await expect(page.getByText('3 of 19 changed')).toBeVisible()
})

test('on a phone a scenario is chosen in the sheet and the sheet stays open @phone', async ({ page }) => {
  await visit(page, 'es')
  await page.getByRole('button', { name: words.es.openRail }).click()
  const sheet = page.getByRole('dialog', { name: words.es.rail })
  await sheet.getByRole('button', { name: words.es.picker }).click()
  await page.getByRole('button', { name: 'Aplicar: El remedio del artículo' }).click()
  await expect(sheet.getByText('4 de 19 cambiados')).toBeVisible()
  await expect(sheet.getByRole('button', { name: words.es.picker })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(title(page)).toHaveText('El remedio del artículo')
})
