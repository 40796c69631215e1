import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Block, Judged } from './judge'
import { type Law, seedOf } from './law'
import { type Options, writeReplay } from './options'
import type { Row } from './summary'

/** Laws judged in several processes at once, block by block. */

/** Longest that a block may take: one that takes longer never ends, and is ended. */
const longestBlock = 600_000
/** Failures of one law that are told; after that it is left. */
const mostFailures = 3

interface Course extends Row {
  law: Law
  /** Cases handed out so far, and the number of the next block. */
  begun: number
  block: number
  size: number
}

/** Judge laws for as many cases as each has, or as are asked for; says what fails as soon as it does. */
export async function judgeLaws(laws: readonly Law[], options: Options, say: (line: string) => void): Promise<Row[]> {
  const courses = laws.map((law): Course => {
    const wanted = Math.min(options.cases ?? 1_000_000, law.most)
    // Small enough for many blocks in a minute, large enough for fast-check to vary.
    const size = Math.max(1, Math.min(options.minutes === null ? 1000 : 100, Math.ceil(wanted / 100)))
    return { law, name: law.name, wanted, begun: 0, block: 0, size, cases: 0, failures: 0, milliseconds: 0 }
  })
  const until = options.minutes === null ? Infinity : performance.now() + options.minutes * 60_000
  await Promise.all(
    Array.from({ length: options.processes }, () => work(() => nextOf(courses, options, until), options, say)),
  )
  return courses
}

/** The next block to judge: law after law, or of each law in turn where time may run out. */
function nextOf(courses: readonly Course[], { minutes }: Options, until: number): Course | null {
  const open = courses.filter(({ begun, wanted, failures }) => begun < wanted && failures < mostFailures)
  if (performance.now() > until) return null
  if (minutes === null) return open[0] ?? null
  return open.reduce<Course | null>(
    (least, own) => (least && least.milliseconds <= own.milliseconds ? least : own),
    null,
  )
}

async function work(next: () => Course | null, options: Options, say: (line: string) => void) {
  let process: ChildProcess | null = null
  for (let course = next(); course; course = next()) {
    process ??= fork(fileURLToPath(new URL('judge.ts', import.meta.url)))
    const block: Block = {
      law: course.name,
      seed: seedOf(options.seed, course.name, course.block++),
      cases: Math.min(course.size, course.wanted - course.begun),
    }
    course.begun += block.cases
    const judged = await judge(process, block)
    if (!judged) process = null
    course.cases += judged?.cases ?? 0
    course.milliseconds += judged?.milliseconds ?? 0
    const failure = judged ? judged.failure : { case: 'some case of this block', reason: `the process that judged it ended, or was at it for ${longestBlock / 60_000} minutes`, path: '' } // prettier-ignore
    if (failure) {
      course.failures++
      say(`FAILED  ${course.name}: ${course.law.says}`)
      say(`  case    ${failure.case.slice(0, 3000)}`)
      say(`  reason  ${failure.reason.slice(0, 3000)}`)
      say(`  replay  npm run soak -- --replay '${writeReplay({ ...block, path: failure.path })}'`)
    }
    if (course.cases >= course.wanted) say(`${course.name}: ${course.cases} cases, ${course.failures} failures`)
  }
  process?.kill()
}

/** Let a process judge a block; null where it ends or never answers. */
function judge(process: ChildProcess, block: Block): Promise<Judged | null> {
  return new Promise((resolve) => {
    const end = (judged: Judged | null) => {
      clearTimeout(late)
      process.removeAllListeners()
      if (!judged) process.kill('SIGKILL')
      resolve(judged)
    }
    const late = setTimeout(() => end(null), longestBlock)
    process.once('message', (judged: Judged) => end(judged))
    process.once('exit', () => end(null))
    process.once('error', () => end(null))
    process.send(block)
  })
}
