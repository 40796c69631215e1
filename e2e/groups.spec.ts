import { expect, type Page } from '@playwright/test'
import { assumption, test } from './explore'
import { crowding, cut, faults, small, type Theme, wear } from './fit'

/** Groups of a workshop: kept from paper or from the wall, side by side, deleted and brought back, and taken to Compare. */

const say = {
  en: {
    title: 'Groups side by side',
    name: 'Name of the group',
    typed: /^Typed in/,
    wall: /^On the wall now/,
    keep: 'Keep',
    kept: (name: string) => `“${name}” is kept.`,
    group: (n: number) => `Group ${n}`,
    leader: { name: 'Who governs', stays: 'Castillo stays', dealer: 'Transactional successor' },
    zone: { name: 'Chancay special economic zone', approved: 'Approved' },
    alone: 'Where they disagree most: “Who governs”, 1 of 2 apart.',
    apart: '1 of 2 apart',
    all: 'All 2 agree',
    board: 'Table of assumptions by group',
    actions: (name: string) => `Actions: ${name}`,
    remove: 'Delete',
    deleted: (name: string) => `Deleted “${name}”.`,
    undo: 'Undo',
    compare: 'Compare these 2',
    deleteAll: 'Delete all groups…',
    deleteNow: 'Delete 2 groups',
    none: 'No group is kept yet.',
    begin: 'Begin with a new group',
    clears: /Clears what the last group did: 1 assumption toggled on slide \d+\./,
    nothing: 'Nothing to clear:',
    back: 'Bring it back',
    spoken: /: lowest .+, Group [12]; median .+; highest .+, Group [12]; spread \d+$/,
  },
  es: {
    title: 'Grupos lado a lado',
    name: 'Nombre del grupo',
    typed: /^Transcrito/,
    wall: /^En la pared ahora/,
    keep: 'Guardar',
    kept: (name: string) => `«${name}» está guardado.`,
    group: (n: number) => `Grupo ${n}`,
    leader: { name: 'Quién gobierna', stays: 'Castillo continúa', dealer: 'Sucesor transaccional' },
    zone: { name: 'Zona económica especial de Chancay', approved: 'Aprobada' },
    alone: 'Donde más discrepan: «Quién gobierna», 1 de 2 se apartan.',
  },
} as const

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function visit(page: Page, locale: 'en' | 'es', query = '') {
  await page.goto(`/${locale}/present/groups${query}`)
  await expect(heading(page)).toHaveText(say[locale].title)
}

/** Type a sheet in: some states that differ from the baseline, under the name that is offered. */
async function typeIn(page: Page, locale: 'en' | 'es', n: number, states: readonly (readonly [string, string])[]) {
  const words = say[locale]
  // A press before the page is alive does nothing.
  const typed = page.getByRole('radio', { name: words.typed })
  await expect(async () => {
    await typed.click()
    await expect(typed).toBeChecked({ timeout: 1000 })
  }).toPass()
  await expect(page.getByRole('textbox', { name: words.name })).toHaveValue(words.group(n))
  for (const [name, state] of states)
    await assumption(page, name).getByRole('radio', { name: state, exact: true }).click()
  await page.getByRole('button', { name: words.keep, exact: true }).click()
  await expect(page.getByText(words.kept(words.group(n)))).toBeVisible()
}

/** A row of the board, cell by cell. */
const row = (page: Page, name: string) =>
  page
    .getByRole('region', { name: say.en.board })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })

test('two sheets typed in stand side by side, stay after a reload, and open in Compare @soak', async ({ page }) => {
  const { leader, zone, ...en } = say.en
  await visit(page, 'en')
  await expect(page.getByText(en.none)).toBeVisible()
  await typeIn(page, 'en', 1, [[leader.name, leader.stays], [zone.name, zone.approved]]) // prettier-ignore
  await typeIn(page, 'en', 2, [[leader.name, leader.dealer], [zone.name, zone.approved]]) // prettier-ignore
  await expect(page.getByText(en.alone)).toBeVisible()
  const board = async () => {
    await expect(row(page, leader.name).getByRole('cell').first()).toHaveText(en.apart)
    await expect(row(page, leader.name).getByRole('cell').nth(2)).toHaveText(leader.stays)
    await expect(row(page, leader.name).getByRole('cell').nth(3)).toHaveText(leader.dealer)
    await expect(row(page, zone.name).getByRole('cell').first()).toHaveText(en.all)
  }
  await board()
  // The assumption they disagree on comes first; the rest that somebody changed follows.
  await expect(page.getByRole('region', { name: en.board }).getByRole('rowheader')).toHaveText([leader.name, zone.name])
  await expect(page.getByRole('listitem').filter({ hasText: en.spoken }).first()).toBeVisible()
  await page.reload()
  await expect(page.getByText(en.alone)).toBeVisible()
  await board()

  await page.getByRole('link', { name: en.compare }).click()
  await expect(page).toHaveURL(/\/en\/compare\?.*a=.*b=/)
  for (const column of ['A Group 1', 'B Group 2'])
    await expect(page.getByRole('columnheader', { name: column }).first()).toBeVisible()
})

test('a group is deleted and brought back; so are all of them, after it is said what goes @soak', async ({ page }) => {
  const { leader, ...en } = say.en
  await visit(page, 'en')
  await typeIn(page, 'en', 1, [[leader.name, leader.stays]])
  await typeIn(page, 'en', 2, [[leader.name, leader.dealer]])
  const heads = page.getByRole('region', { name: en.board }).getByRole('columnheader', { name: /Group \d/ })
  await page.getByRole('button', { name: en.actions('Group 1') }).click()
  await page.getByRole('menuitem', { name: en.remove, exact: true }).click()
  await expect(page.getByText(en.deleted('Group 1'))).toBeVisible()
  await expect(heads).toHaveCount(1)
  await page.getByRole('button', { name: en.undo, exact: true }).last().click()
  await expect(heads).toHaveCount(2)
  await expect(heads.first()).toContainText('Group 1')
  await page.getByRole('button', { name: en.deleteAll }).click()
  await expect(page.getByText('This deletes 2 groups and what they chose: Group 1, Group 2.')).toBeVisible()
  await page.getByRole('button', { name: en.deleteNow }).click()
  await expect(page.getByText(en.none)).toBeVisible()
  await page.getByRole('button', { name: en.undo, exact: true }).last().click()
  await expect(heads).toHaveCount(2)
  await page.reload()
  await expect(heads).toHaveCount(2)
})

test('what stands on the wall is kept, then cleared for the next group, and can be brought back', async ({ page }) => {
  const { leader, ...en } = say.en
  await visit(page, 'en', '?v=1&at.leadership=castillo-stays')
  await expect(page.getByText(en.clears)).toBeVisible()
  await page.getByRole('radio', { name: en.wall }).click()
  await page.getByRole('button', { name: en.keep, exact: true }).click()
  await expect(page.getByText(en.kept('Group 1'))).toBeVisible()
  await expect(row(page, leader.name).getByRole('cell').first()).toHaveText(leader.stays)
  await page.getByRole('button', { name: en.begin }).click()
  await expect(page.getByText(en.nothing)).toBeVisible()
  await expect(page).not.toHaveURL(/at\.leadership/)
  await expect(row(page, leader.name)).toHaveCount(1)
  await page.getByRole('button', { name: en.back }).click()
  await expect(page).toHaveURL(/at\.leadership=castillo-stays/)
  await expect(page.getByText(en.clears)).toBeVisible()
})

for (const { locale, theme, sizes } of [
  { locale: 'en', theme: 'projector', sizes: '@laptop @soak' },
  { locale: 'es', theme: 'paper', sizes: '@phone' },
  { locale: 'es', theme: 'paper', sizes: '@wide @soak' },
] as const satisfies readonly { locale: 'en' | 'es'; theme: Theme; sizes: string }[])
  test(`the board is free of faults, with two groups and while one is typed in (${locale}, ${theme}) ${sizes}`, async ({
    page,
  }, { project }) => {
    const { leader, zone, alone, typed } = say[locale]
    await wear(page, theme)
    await visit(page, locale)
    await typeIn(page, locale, 1, [[leader.name, leader.stays], [zone.name, zone.approved]]) // prettier-ignore
    await typeIn(page, locale, 2, [[leader.name, leader.dealer], [zone.name, zone.approved]]) // prettier-ignore
    await expect(page.getByText(alone)).toBeVisible()
    await page.getByRole('radio', { name: typed }).click()
    expect(await faults(page)).toEqual([])
    expect(await cut(page)).toEqual([])
    expect(await crowding(page)).toEqual({ over: [], wider: 0 })
    const least = project.name === 'phone' ? 44 : 24
    // A box to tick is as large as its label, which ticks it too.
    expect((await small(page, least, 'height')).filter((told) => !told.startsWith(':'))).toEqual([])
  })
