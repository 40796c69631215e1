import { codecs } from './codecs'
import { wholePackLaws } from './whole-pack-laws'

/** A process that judges blocks of cases, one at a time, as it is asked to: see `judging.ts`. */

/** Cases of a law to judge, all from one seed. */
export interface Block {
  law: string
  seed: number
  cases: number
}

/** What came of a block. */
export interface Judged {
  cases: number
  milliseconds: number
  failure: { case: string; reason: string; path: string } | null
}

const laws = new Map([...codecs, ...wholePackLaws].map((law) => [law.name, law]))

process.on('message', (block: Block) => {
  void (async () => {
    const start = performance.now()
    const law = laws.get(block.law)
    if (!law) throw new Error(`There is no law "${block.law}".`)
    const failure = await law.judge(block.seed, block.cases)
    const judged: Judged = { cases: block.cases, milliseconds: performance.now() - start, failure }
    process.send?.(judged)
  })()
})
