import { expect, test } from 'vitest'
import { majority, medianOf } from '../../lib/deck/guess'

/** What a room guessed. */

const hands = (up: number, same: number, down: number) => majority({ up, same, down, median: null })

test('most hands decide, none and level ones do not', () => {
  expect([hands(5, 2, 1), hands(1, 5, 2), hands(0, 0, 1)]).toEqual(['up', 'same', 'down'])
  expect([hands(0, 0, 0), hands(3, 3, 0), hands(0, 3, 3), hands(2, 2, 2)]).toEqual([null, null, null, null])
})

test('the median is the middle value, or half way between the two', () => {
  expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([7]), medianOf([])]).toEqual([2, 2.5, 7, null])
  const values = [10, 9, 100]
  expect([medianOf(values), values]).toEqual([10, [10, 9, 100]])
})
