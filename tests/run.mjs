// `npm test`: every check in order, the quick ones first, until one fails. `--only lint|unit|browser` runs one part.
// The last line counts the tests of vitest and Playwright: `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import {
  bin,
  build,
  childNode,
  end,
  endOnSignal,
  Failure,
  install,
  requireNode,
  run,
  say,
} from '../app/_command/setup.mjs'
import { chromiumPath, programs } from './chromium.mjs'

const reports = mkdtempSync(join(tmpdir(), 'encrucijada-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
endOnSignal(130)

const eslint = ['-c', 'tests/eslint.config.js', '--max-warnings', '0', 'app', 'lib', 'data', 'tests', 'e2e']
const steps = [
  // Each keeps one core busy.
  {
    name: 'prettier; eslint; next typegen, tsc, knip',
    part: 'lint',
    run: async () => {
      const all = await Promise.all([bin('prettier', ['--check', '.']), bin('eslint', eslint), typesAndUnused()])
      return all.find(({ code }) => code !== 0) ?? { code: 0 }
    },
  },
  { name: 'vitest', part: 'unit', run: unitTests },
  { name: 'next build', part: 'browser', run: buildWithoutWarnings },
  { name: 'playwright', part: 'browser', run: browserTests },
]
const count = { passed: 0, failed: 0 }

try {
  const part = partOf(process.argv.slice(2))
  await install()
  requireNode('22.12', childNode().version)
  for (const step of steps.filter((step) => part === null || step.part === part)) await timed(step)
} catch (error) {
  end(error)
}
// Told after a failure too; the exit code says whether all is well.
process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`)

function partOf(args) {
  const parts = [...new Set(steps.map(({ part }) => part))]
  if (args.length === 0) return null
  if (args.length === 2 && args[0] === '--only' && parts.includes(args[1])) return args[1]
  throw new Failure(`Unknown options ${args.join(' ')}: the only one is --only ${parts.join('|')}.`)
}

async function timed({ name, run }) {
  const started = performance.now()
  say(`\n— ${name}`)
  const { code } = await run()
  say(`— ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (code !== 0) throw new Failure(`Stopped at ${name}, see above.`)
}

/** Types, then what nobody uses; the first fault ends it. */
async function typesAndUnused() {
  for (const [tool, ...options] of [['next', 'typegen'], ['tsc', '--noEmit'], ['knip']]) {
    const { code } = await bin(tool, options)
    if (code !== 0) {
      say(`${tool} FAILED, see above.`)
      return { code }
    }
  }
  return { code: 0 }
}

async function unitTests() {
  const file = join(reports, 'vitest.json')
  const outputs = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await bin('vitest', ['run', '--config', 'tests/vitest.config.ts', ...outputs])
  const { numPassedTests = 0, numFailedTests = 0 } = report(file)
  return counted(code, numPassedTests, numFailedTests)
}

async function browserTests() {
  const file = join(reports, 'playwright.json')
  const env = { CHROMIUM_PATH: (await browser()) ?? '', E2E_REPORT: file }
  const { code } = await bin('playwright', ['test', '-c', 'e2e/playwright.config.ts'], { env })
  const { expected = 0, unexpected = 0, flaky = 0 } = report(file).stats ?? {}
  return counted(code, expected, unexpected + flaky)
}

/** Add to the count. A runner that found nothing to run has failed, whatever it says. */
function counted(code, passed, failed) {
  count.passed += passed
  count.failed += failed
  return { code: code !== 0 ? code : passed > 0 && failed === 0 ? 0 : 1 }
}

function report(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

async function buildWithoutWarnings() {
  const { code, output } = await build()
  const warnings = output.split('\n').filter((line) => /⚠|\bwarn(ing)?s?\b|deprecat/i.test(line))
  for (const line of warnings) say(`A build prints no warnings, and this one did: ${line.trim()}`)
  return { code: code !== 0 ? code : warnings.length > 0 ? 1 : 0 }
}

/** Path of a Chromium, installed if there is none; null for the one that Playwright keeps itself. */
async function browser() {
  const present = chromiumPath()
  if (present) return present
  say('No browser is installed: getting Chromium …')
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    await run('apt-get', ['update', '-q'])
    for (const name of programs.slice(0, 2)) {
      await run('apt-get', ['install', '-q', '-y', name], { env: { DEBIAN_FRONTEND: 'noninteractive' } })
      const installed = chromiumPath()
      if (installed) return installed
    }
  }
  const { code } = await bin('playwright', ['install', 'chromium'])
  if (code === 0) return null
  throw new Failure('Chromium could not be installed. Install one yourself and name its program in CHROMIUM_PATH.')
}
