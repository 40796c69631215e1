import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

/** On what the figures were taken: everything a reader needs to judge them, and no date. */
export interface Machine {
  processor: string
  cores: number
  /** Of the last minute, when the run began. */
  load: number
  /** Whether figures of the clock stand although the load was above the number of cores. */
  despiteLoad: boolean
  node: string
  versions: Record<string, string>
}

/** Read off this machine, with the installed versions of the packages named. */
export function machine(packages: readonly string[], despiteLoad: boolean): Machine {
  const load = Math.round((loadavg()[0] ?? 0) * 100) / 100
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    load,
    despiteLoad: load > cpus().length && despiteLoad,
    node: process.version,
    versions: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
  }
}

/** Whether the machine has more to do than it has cores, so that a ratio of times says little. */
export function isBusy({ load, cores }: Machine): boolean {
  return load > cores
}

function versionOf(name: string): string {
  const path = fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url))
  const found: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof found === 'object' && found !== null && 'version' in found ? `${found.version}` : 'unknown'
}
