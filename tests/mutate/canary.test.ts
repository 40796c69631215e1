import { expect, test } from 'vitest'
import { counted, unasked } from './canary'

test('one result is asked for, the other is not', () => {
  expect(counted(1)).toBe(2)
  unasked(1)
})
