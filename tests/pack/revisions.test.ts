import { expect, test } from 'vitest'
import { revisionsSince } from '../../lib/pack/revisions'
import { tinyPack } from '../fixtures/tiny-pack'

test('revisions after a version; none after the last, all after one that the pack does not know', () => {
  const pack = tinyPack()
  const revisions = ['1.0.0', '1.1.0', '2.0.0'].map((version) => ({
    version,
    note: { en: version, es: version },
    headlineChanged: false,
  }))
  const since = (version: string) =>
    revisionsSince({ ...pack, meta: { ...pack.meta, revisions } }, version).map((revision) => revision.version)
  expect(since('1.0.0')).toEqual(['1.1.0', '2.0.0'])
  expect(since('2.0.0')).toEqual([])
  expect(since('0.1.0')).toEqual(['1.0.0', '1.1.0', '2.0.0'])
})
