import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests of the core that a mutant is tried against. One thread takes all files of a mutant, so that it starts once. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    testTimeout: 20_000,
    env: { RUNS: 'few' },
    include: [
      'tests/{chart,deck,engine,explain,export,mutate,pack,scenario,workshop}/**/*.test.ts',
      'tests/{fail,format,typed}.test.ts',
    ],
  },
})
