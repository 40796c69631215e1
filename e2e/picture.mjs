// Takes the pictures of the README from the running dashboard: npm start in one terminal, npm run picture in another.
import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'

const screen =
  'leadership=transactional-successor&chancay-sez=approved&chancay-timetable=on-schedule&port-access=privileged&open=cosco-leads'
const installed = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(existsSync(installed) && { executablePath: installed }),
})
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  deviceScaleFactor: 1.5,
  reducedMotion: 'reduce',
})
await page.goto(`${process.env.DASHBOARD ?? 'http://localhost:3000'}/en?${screen}`, { waitUntil: 'networkidle' })
await page.getByRole('button', { name: /COSCO.*interval \d/ }).waitFor()
await page.screenshot({ path: 'e2e/pictures/explore.png' })
await page.goto(`${process.env.DASHBOARD ?? 'http://localhost:3000'}/en/compare?year=2030`, {
  waitUntil: 'networkidle',
})
await page.getByRole('heading', { name: 'What separates A from D' }).waitFor()
await page.screenshot({ path: 'e2e/pictures/compare.png' })
await page.goto(
  `${process.env.DASHBOARD ?? 'http://localhost:3000'}/en/evidence?section=trade&fact=trade-imports-2021`,
  {
    waitUntil: 'networkidle',
  },
)
await page.getByRole('heading', { name: 'Places' }).waitFor()
await page.screenshot({ path: 'e2e/pictures/evidence.png' })
await page.setViewportSize({ width: 1280, height: 720 })
await page.goto(`${process.env.DASHBOARD ?? 'http://localhost:3000'}/en/present/show?slide=zone`, {
  waitUntil: 'networkidle',
})
await page.getByRole('heading', { level: 2 }).first().waitFor()
await page.screenshot({ path: 'e2e/pictures/present.png' })
await browser.close()
