import type { ElementHandle, Page } from '@playwright/test'
import en from '../../../app/_words/en.json'
import { type Random, random } from '../random'

/** Who makes seeded choices in the rail of Explore, by real input events. */
export interface Toggler {
  /** Choose another state of some assumption by the mouse. */
  click: () => Promise<void>
  /** The same by an arrow key, which is quicker to send. */
  press: () => Promise<void>
  /** Put every assumption back to its baseline state. */
  reset: () => Promise<void>
}

/** The groups of radios in the rail: how many states each has, and which is chosen. */
interface Group {
  states: number
  chosen: number
}

/** Make a toggler for Explore as it stands on screen; the same seed makes the same choices. */
export async function toggler(page: Page, seed: number): Promise<Toggler> {
  const rail = await page.getByRole('complementary', { name: en.rail.title, exact: true }).elementHandle()
  if (!rail) throw new Error(`There is no "${en.rail.title}" on this page: open Explore on a wide screen first.`)
  const next = random(seed)
  let groups = await read(rail)
  return {
    async click() {
      const { index, group, item } = pick(next, groups)
      const { x, y } = await rail.evaluate(placeOf, { index, item })
      await page.mouse.click(x, y)
      group.chosen = item
    },
    async press() {
      const { index, group } = pick(next, groups)
      const by = next.below(2) === 0 ? 1 : -1
      await rail.evaluate(focusChosen, index)
      await page.keyboard.press(by > 0 ? 'ArrowDown' : 'ArrowUp')
      group.chosen = (group.chosen + by + group.states) % group.states
    },
    async reset() {
      const button = page.getByRole('button', { name: /^Reset: put / })
      if ((await button.count()) > 0) await button.click()
      groups = await read(rail)
    },
  }
}

/** A group, and an item in it that is not the chosen one. */
function pick(next: Random, groups: readonly Group[]) {
  const index = next.below(groups.length)
  const group = groups[index]
  if (!group) throw new Error('There is no assumption in the rail.')
  return { index, group, item: (group.chosen + 1 + next.below(group.states - 1)) % group.states }
}

const read = (rail: ElementHandle<Element>): Promise<Group[]> =>
  rail.evaluate((rail) =>
    [...rail.querySelectorAll('[role=radiogroup]')].map((group) => {
      const radios = [...group.querySelectorAll('[role=radio]')]
      return { states: radios.length, chosen: radios.findIndex((radio) => radio.ariaChecked === 'true') }
    }),
  )

/** The middle of a radio, which is scrolled into view; runs in the page. */
function placeOf(rail: Element, { index, item }: { index: number; item: number }): { x: number; y: number } {
  const group = rail.querySelectorAll('[role=radiogroup]')[index]
  const radio = group?.querySelectorAll('[role=radio]')[item]
  if (!radio) throw new Error(`There is no state ${item} of assumption ${index}.`)
  radio.scrollIntoView({ block: 'nearest' })
  const box = radio.getBoundingClientRect()
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Put the focus on what is chosen in a group; runs in the page. */
function focusChosen(rail: Element, index: number) {
  const chosen = rail.querySelectorAll('[role=radiogroup]')[index]?.querySelector<HTMLElement>('[aria-checked=true]')
  if (!chosen) throw new Error(`Nothing is chosen of assumption ${index}.`)
  chosen.focus({ preventScroll: true })
}
