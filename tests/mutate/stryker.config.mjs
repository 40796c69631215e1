/** What is mutated, and which tests a mutant is tried against. */
const config = {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutate/vitest.config.ts', related: true },
  mutate: ['lib/**/*.ts'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['.next', 'e2e', 'tests/gallery', 'data/released', '.mutate', 'public', '*.log', 'test-results'],
  tempDirName: '.mutate/copy',
  incremental: false,
  incrementalFile: '.mutate/incremental.json',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.mutate/report.json' },
  checkers: [],
  concurrency: 2,
  timeoutMS: 4000,
  timeoutFactor: 2,
  disableTypeChecks: true,
  allowEmpty: false,
}

export default config
