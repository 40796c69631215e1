import { existsSync } from 'node:fs'
import process from 'node:process'

/** Browsers as Debian calls them, the one without a window first: the others draw one for each page, unseen. */
export const programs = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/**
 * Path of the Chromium that is named in CHROMIUM_PATH, or installed; undefined where only Playwright's own can be asked.
 * @returns {string | undefined}
 */
export function chromiumPath() {
  const { CHROMIUM_PATH: named } = process.env
  return [named, ...programs.map((name) => `/usr/bin/${name}`)].find((path) => path && existsSync(path))
}
