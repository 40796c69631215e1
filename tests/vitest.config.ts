import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** What puts other modules in the place of those that it tries, which a file after it must not meet. */
const apart = 'tests/state/fans.test.tsx'

/** Two worker processes: a test machine has two cores, and a file of laws keeps one of them busy. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Files share their worker and its modules: each leaves nothing of a page or a process behind.
    projects: [
      {
        extends: true,
        test: { name: 'shared', include: ['tests/**/*.test.{ts,tsx}'], exclude: [apart], isolate: false },
      },
      { extends: true, test: { name: 'apart', include: [apart] } },
    ],
  },
})
