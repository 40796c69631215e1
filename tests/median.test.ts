import { expect, test } from 'vitest'
import { medianOf } from '../lib/median'

test('the median is the middle number, or half way between the two, whatever their order', () => {
  expect([medianOf([7]), medianOf([10, 1, 2]), medianOf([10, 9, 100]), medianOf([4, 1, 2, 3])]).toEqual([7, 2, 10, 2.5])
})

test('the numbers stay as they are, and of none there is no median', () => {
  const numbers = [3, 1, 2]
  medianOf(numbers)
  expect(numbers).toEqual([3, 1, 2])
  expect(() => medianOf([])).toThrow(RangeError)
})
