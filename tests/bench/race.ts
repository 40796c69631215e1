import { times } from './row'
import { type Spread, spreadOf } from './spread'

/** A piece of work that is timed beside others. What it returns is added up, so that no compiler drops the work. */
export interface Contestant {
  name: string
  /** One run; an asynchronous one is awaited before the next begins, as an interface would have to. */
  run: () => number | Promise<number>
}

/** Milliseconds a run of one contestant, by the wall clock and by the processor's, round by round. */
export interface Lap {
  name: string
  wall: readonly number[]
  cpu: readonly number[]
}

export interface Protocol {
  /** At least 7; a round is one turn of every contestant. */
  rounds?: number
  /** How long a turn lasts at least, in milliseconds; a run that takes longer makes a turn alone. */
  turnMs?: number
}

/**
 * Time contestants in one process: each is warmed up for a turn that is thrown away, then all take turns in an
 * order that rotates from round to round, so that none always runs in another's wake.
 */
export async function race(
  contestants: readonly Contestant[],
  { rounds = 9, turnMs = 150 }: Protocol = {},
): Promise<Lap[]> {
  const laps = contestants.map(({ name }) => ({ name, wall: new Array<number>(), cpu: new Array<number>() }))
  const runs = new Array<number>()
  for (const contestant of contestants) runs.push(await runsInATurn(contestant, turnMs))
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < contestants.length; turn++) {
      const i = (round + turn) % contestants.length
      const { wall, cpu } = await turnOf(contestants[i]!, runs[i]!)
      laps[i]!.wall.push(wall / runs[i]!)
      laps[i]!.cpu.push(cpu / runs[i]!)
    }
  return laps
}

/** How many times as long one contestant takes as another: the medians compared, and round against round. */
export function ratioOf(lap: Lap, floor: Lap): Spread & { cpu: number } {
  const rounds = spreadOf(lap.wall.map((ms, round) => ms / floor.wall[round]!))
  return {
    median: spreadOf(lap.wall).median / spreadOf(floor.wall).median,
    min: rounds.min,
    max: rounds.max,
    cpu: spreadOf(lap.cpu).median / spreadOf(floor.cpu).median,
  }
}

/** The spread of a ratio as the table prints it. */
export function ratioSpread({ min, max, cpu }: Spread & { cpu: number }): string {
  return `${times(min)} to ${times(max)}; processor ${times(cpu)}`
}

/** The lap of one contestant. */
export function lapOf(laps: readonly Lap[], name: string): Lap {
  const found = laps.find((lap) => lap.name === name)
  if (!found) throw new Error(`"${name}" did not run: use one of ${laps.map((lap) => lap.name).join(', ')}.`)
  return found
}

/** Warm up for a turn, and count how many runs fill one. */
async function runsInATurn(contestant: Contestant, turnMs: number): Promise<number> {
  for (let runs = 1; ; runs *= 2) {
    const { wall } = await turnOf(contestant, runs)
    if (wall >= turnMs) return Math.max(1, Math.round((runs * turnMs) / wall) || 1)
  }
}

let keep = 0

async function turnOf({ run }: Contestant, runs: number): Promise<{ wall: number; cpu: number }> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  for (let i = 0; i < runs; i++) {
    const made = run()
    keep += typeof made === 'number' ? made : await made
  }
  const wall = performance.now() - start
  const used = process.cpuUsage(cpu)
  if (Number.isNaN(keep)) keep = 0
  return { wall, cpu: (used.user + used.system) / 1000 }
}
