'use client'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { type Certainty, certaintyOf, type Ordered } from '../../lib/chart/parting'
import { formatPercent } from '../../lib/format'
import { letters } from '../../lib/scenario/comparison'
import { scenarioColour } from '../_charts/scenario-mark'

const letterAt = (position: number) => letters[position] ?? letters[0]

/** An order by letters, from highest to lowest: "D > C = A > B". */
export function orderLetters(groups: Ordered['groups']): string {
  return groups.map((group) => group.map(letterAt).join(' = ')).join(' > ')
}

/** The same in the colours of the scenarios. */
export function OrderText({ groups }: { groups: Ordered['groups'] }) {
  return groups.map((group, g) => (
    <Fragment key={group.join()}>
      {g > 0 && ' > '}
      {group.map((position, i) => (
        <Fragment key={position}>
          {i > 0 && ' = '}
          <b style={{ color: scenarioColour(letterAt(position), 'ink') }}>{letterAt(position)}</b>
        </Fragment>
      ))}
    </Fragment>
  ))
}

/** Words for how certain an order is, alone and with its share of the draws. */
export function useCertainty(): { word: (certainty: Certainty) => string; said: (order: Ordered) => string } {
  const t = useTranslations('parting')
  const word = (certainty: Certainty) =>
    certainty === 'certain'
      ? t('certain')
      : certainty === 'likely'
        ? t('likely')
        : certainty === 'open'
          ? t('open')
          : t('none')
  const said = (order: Ordered) => {
    const certainty = certaintyOf(order)
    return certainty === 'none' ? t('none') : `${word(certainty)} ${formatPercent(order.share)}`
  }
  return { word, said }
}
