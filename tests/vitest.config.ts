import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Files that put other modules in the place of those that they try, or count how often one is made: each has a worker to itself. */
export const apart = [
  'tests/bad-input/cells.test.ts',
  'tests/files/pack-file.test.ts',
  'tests/security.test.ts',
  'tests/state/compare.test.tsx',
  'tests/state/deck-export.test.tsx',
  'tests/state/fans.test.tsx',
  'tests/state/toggle.test.tsx',
  'tests/state/trace.test.tsx',
]

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
        test: { name: 'shared', include: ['tests/**/*.test.{ts,tsx}'], exclude: apart, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
})
