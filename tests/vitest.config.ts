import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Two worker processes: a test machine has two cores, and a file of laws keeps one of them busy. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
  },
})
