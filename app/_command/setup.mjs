// What every command needs before it can run: a Node that is new enough, the packages, and a build.
// Node 20 without node_modules must be able to run this file, so it imports nothing but Node itself.
// All that it says goes to stderr: stdout belongs to the command.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { seal } from './seal.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')
const installStamp = join(modules, '.encrucijada-lock')
const buildStamp = join(root, '.next', 'encrucijada-sources')

/** What a person must be told, without a stack trace: what failed, and how to mend it. */
export class Failure extends Error {}

export const say = (text) => process.stderr.write(`${text}\n`)

/** End with a plain message for a Failure and the whole story for anything else, which is a bug. */
export function end(error) {
  say(error instanceof Failure ? error.message : (error?.stack ?? String(error)))
  process.exitCode = 1
}

/** Refuse a Node that is older than `wanted` ("20.9"), naming the one at hand. */
export function requireNode(wanted, found = process.versions.node) {
  const [major, minor] = found.split('.').map(Number)
  const [leastMajor, leastMinor] = wanted.split('.').map(Number)
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    throw new Failure(`This needs Node ${wanted} or newer, and found ${found}. Install a newer Node and try again.`)
}

/**
 * The Node for child processes, with its version: the one that npm installed beside the packages (newer
 * than many systems') where it runs, else this one. It is installed but cannot run on, say, musl libc.
 */
export function childNode() {
  const path = join(modules, '.bin', 'node')
  const asked = existsSync(path) ? spawnSync(path, ['--version'], { encoding: 'utf8' }) : null
  return asked?.status === 0
    ? { path, version: asked.stdout.trim().slice(1) }
    : { path: process.execPath, version: process.versions.node }
}

/** Install the packages with `npm ci`, unless those in node_modules are the ones that the lockfile names. */
export async function install() {
  requireNode('20.9')
  const lock = readFileSync(join(root, 'package-lock.json'))
  const stamp = hash(lock)
  if (read(installStamp) === stamp) return
  if (!installed(JSON.parse(lock))) {
    say('Installing packages (about a minute, once) …')
    const npm = process.env.npm_execpath
    // Under `npm run`, npm's own Node runs npm: ours may be the very file that `npm ci` is about to replace.
    const [command, args] = npm
      ? [process.env.npm_node_execpath ?? process.execPath, [npm]]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
    // --include=dev, since a setting of production would leave out what the build needs.
    const { code } = await run(command, [...args, 'ci', '--include=dev', '--loglevel=error'], {
      shell: !npm && process.platform === 'win32',
    })
    if (code !== 0)
      throw new Failure('`npm ci` failed, see above. It needs the network the first time: check it, and try again.')
  }
  writeFileSync(installStamp, stamp)
}

/** Whether someone has installed exactly this lockfile by hand; optional packages may be missing. */
function installed({ packages }) {
  const hidden = read(join(modules, '.package-lock.json'))
  if (hidden === null) return false
  const present = JSON.parse(hidden).packages
  return Object.entries(packages).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || present[path]?.version === version,
  )
}

/** Build the pages, unless the last build was made from these very sources. */
export async function buildIfStale() {
  if (existsSync(join(root, '.next', 'BUILD_ID')) && read(buildStamp) === sources()) return
  say('Building the pages (less than a minute, after each change) …')
  const { code } = await build()
  if (code !== 0)
    throw new Failure(
      '`next build` failed, see above. If a pack in data/ is at fault, it is named with the place and the remedy.',
    )
}

/** Run `next build`, add its service worker and tighten its security headers; returns its exit code and all that it printed. */
export async function build() {
  // Taken first: what is edited while it builds must not pass for built.
  const stamp = sources()
  // Where CI is set, Next warns that no cache was kept from an earlier build; an empty one is kept well enough.
  mkdirSync(join(root, '.next', 'cache'), { recursive: true })
  const result = await bin('next', ['build'], { capture: true })
  if (result.code === 0) {
    // Loaded now: unlike all else here it needs the packages.
    const { precache } = await import('./precache.mjs')
    await precache(join(root, '.next'), join(root, 'public'), join(root, 'app/_state/offline.worker.ts'))
    seal(join(root, '.next'))
    writeFileSync(buildStamp, stamp)
  }
  return result
}

/** One hash over everything that a build is made from. */
function sources() {
  const named = ['app', 'data', 'lib', 'public', 'next.config.js', 'package-lock.json', 'tsconfig.json']
  const files = named
    .filter((name) => existsSync(join(root, name)))
    .flatMap((name) => {
      if (!statSync(join(root, name)).isDirectory()) return [name]
      return readdirSync(join(root, name), { recursive: true }).map((file) => join(name, file))
    })
  return hash(
    ...files
      .sort()
      .filter((file) => statSync(join(root, file)).isFile())
      .flatMap((file) => [file, readFileSync(join(root, file))]),
  )
}

/** Where each tool's program lies: to run it on the Node of our choice, on any system, .bin will not do. */
const tools = {
  eslint: 'eslint/bin/eslint.js',
  knip: 'knip/bin/knip.js',
  next: 'next/dist/bin/next',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
}

/** Run an installed tool on the newest Node at hand. */
export const bin = (tool, args, options) => run(childNode().path, [join(modules, tools[tool]), ...args], options)

const children = new Set()
let ending = false

/**
 * Run a program in the project's folder until it ends; returns its exit code and, with `capture`, its
 * output too. Its stdout goes to our stderr unless `stdout` says otherwise. It leads a process group of
 * its own, so that whatever it starts ends with it.
 */
export function run(command, args, { capture = false, stdout = 2, env = {}, shell = false } = {}) {
  const { NODE_ENV: _, ...inherited } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      shell,
      stdio: ['ignore', capture ? 'pipe' : stdout, capture ? 'pipe' : 2],
      detached: process.platform !== 'win32',
      env: {
        ...inherited,
        PATH: join(modules, '.bin') + delimiter + process.env.PATH,
        NEXT_TELEMETRY_DISABLED: '1',
        ...env,
      },
    })
    children.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data) => {
        output += data
        process.stderr.write(data)
      })
    child.on('error', (error) => reject(new Failure(`${command} could not be started: ${error.message}`)))
    child.on('close', (code) => {
      children.delete(child)
      // One that we end ourselves has not failed, and nothing is to follow it.
      if (!ending) resolve({ code: code ?? 1, output })
    })
  })
}

/** On Ctrl-C and its like end all children, wait for them, and exit quietly with `code`. */
export function endOnSignal(code) {
  const stop = () => {
    if (ending) return
    ending = true
    const started = Date.now()
    signal('SIGTERM')
    setInterval(() => {
      if (children.size === 0) process.exit(code)
      if (Date.now() - started > 3000) signal('SIGKILL')
    }, 20)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop)
  // An npm that is killed outright passes nothing on; then its script is handed to another parent.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 500).unref()
}

/** Send a signal to all children and, where there are process groups, to whatever they have started. */
function signal(name) {
  for (const { pid } of children)
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, name)
    } catch {
      // It has ended meanwhile, which is what we want.
    }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** SHA-256 over parts, each told apart from the next by its length. */
function hash(...parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(`${part.length}:`).update(part)
  return sum.digest('hex')
}
