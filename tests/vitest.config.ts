import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of the core alone: nothing of a page or a process is left behind by one, so that files share a worker. */
const core = 'tests/{chart,deck,engine,explain,export,pack,scenario,workshop}/**/*.test.ts'

/** Two worker processes: a test machine has two cores, and a file of laws keeps one of them busy. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'core', include: [core], isolate: false } },
      { extends: true, test: { name: 'shell', include: ['tests/**/*.test.{ts,tsx}'], exclude: [core] } },
    ],
  },
})
