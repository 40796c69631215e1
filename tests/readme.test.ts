import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countRows } from '../app/_command/counts'

test('the README counts what the pack holds now (npm run counts rewrites it)', () => {
  const plain = (text: string) => text.replace(/[ \t]+/g, ' ')
  expect(plain(readFileSync('README.md', 'utf8'))).toContain(plain(countRows()))
})
