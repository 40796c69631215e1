import { expect, test } from 'vitest'
import { packs } from '../../data/index'
import { sound } from '../fixtures/sound'
import { digests } from './bytes'
import { digestScript, inThread } from './elsewhere'

/** The same pack, assignment and seed give the same bits in another thread; `npm run soak` asks a browser and its worker, too. */

test.each(Object.entries(packs))(
  '%s: paths, shifts and fans are the same bits in a worker thread',
  async (_, content) => {
    const pack = sound(content)
    const here = digests(pack, 2022, 6)
    expect(await inThread(await digestScript(), { pack, seed: 2022, many: 6 })).toEqual(here)
    expect(new Set(here).size).toBeGreaterThan(4)
    expect(digests(pack, 2022, 6)).toEqual(here)
  },
)
