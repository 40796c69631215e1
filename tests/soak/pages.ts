import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import type { Row } from './summary'

const report = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })

/** The browser tests that `npm test` leaves out for want of time (@soak): twins in another language, theme or size, and closer looks. */
export async function pages(): Promise<Row[]> {
  const start = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'encrucijada-'))
  const file = join(folder, 'report.json')
  try {
    await new Promise((resolve) => {
      const env = { ...process.env, SOAK: '1', E2E_REPORT: file }
      const options = [
        'node_modules/@playwright/test/cli.js',
        'test',
        '-c',
        'e2e/playwright.config.ts',
        '--grep',
        '@soak',
      ]
      spawn(process.execPath, options, { stdio: 'inherit', env }).once('exit', resolve)
    })
    const { expected, unexpected, flaky } = report.parse(JSON.parse(readFileSync(file, 'utf8'))).stats
    const cases = expected + unexpected + flaky
    return [
      {
        name: 'browser tests that npm test leaves out',
        cases,
        wanted: cases,
        failures: unexpected + flaky,
        milliseconds: performance.now() - start,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
