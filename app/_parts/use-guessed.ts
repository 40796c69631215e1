import { useTranslations } from 'use-intl'
import type { Guess } from '../../lib/deck/guess'
import { formatQuantity } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import type { StageGuessed } from '../_charts/stage-guess'
import { useText } from '../_state/workspace'

/** What the room guessed of a variable, in words and, if sizes were guessed, where it stands; null as long as it guessed nothing. */
export function useGuessed(): (variable: Variable, guess: Guess) => StageGuessed | null {
  const t = useTranslations('slide')
  const { locale } = useText()
  return (variable, { up, same, down, median }) => {
    const hands = { up, same, down }
    const counted = up + same + down > 0
    if (median === null) return counted ? { at: null, text: t('hands', hands) } : null
    const value = formatQuantity(variable, median, locale)
    return { at: median, text: counted ? t('guessHands', { ...hands, value }) : t('guess', { value }) }
  }
}
