import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { chromiumPath } from '../tests/chromium.mjs'

// Seldom used by others, and never 3000: a developer's own server must not be what is tested.
const port = 43117
const chromium = chromiumPath()
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/**
 * Three sizes of screen on the built app. What a size has of its own is tested where a test's title says so with
 * @phone, @laptop or @wide; a test that names none runs on the laptop. No second tries: a test that fails now and then is
 * a fault to be found.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // What `npm test` has no time for is tried by `npm run soak`: screens whose twin in another language, theme or size is tried,
  // and what a task by keyboard goes through, looked at more closely.
  ...(process.env.SOAK === undefined && { grepInvert: /@soak/ }),
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A slow machine is no fault; how fast pages are is asked elsewhere.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: process.env.E2E_REPORT ?? '../test-results/report.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    screenshot: 'only-on-failure',
    // Each test has a browser of its own, and none is to fetch the whole tool for later; offline.spec.ts does.
    serviceWorkers: 'block',
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: ['--no-sandbox', '--disable-gpu', ...quiet],
    },
  },
  projects: [
    { name: 'phone', grep: /@phone/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    { name: 'laptop', grep: /^(?!.*@(phone|wide))|@laptop/, use: { viewport: { width: 1440, height: 900 } } },
    { name: 'wide', grep: /@wide/, use: { viewport: { width: 1920, height: 1080 } } },
  ],
  webServer: {
    // As `npm start` has it: see app/_command/start.mjs.
    command: `"${process.execPath}" --max-http-header-size=65536 node_modules/next/dist/bin/next start --port ${port}`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: `http://localhost:${port}/en`,
    reuseExistingServer: false,
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  },
})
