'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Scenario } from '../../lib/pack/schema'
import { applyScenario } from '../../lib/scenario/assignment'
import { codeQueriesAtom } from '../_state/paper'
import { modelAtom, shownAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { PaperAssumed } from './paper-assumed'
import { type Block, type Leaf, PaperFlow } from './paper-flow'
import { PaperShifts } from './paper-shifts'
import styles from './paper-text.module.css'

/** Most shifts on a card. */
const most = 5

/** A card for each scenario of the pack: its story, what it assumes and on what grounds, and what it moves most. */
export function PaperCards() {
  const t = useTranslations('paper')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const queries = useAtomValue(codeQueriesAtom)
  const { year } = useAtomValue(shownAtom)
  const leaves = model.pack.scenarios.map((scenario): Leaf => {
    const assignment = applyScenario(model, scenario)
    return {
      key: scenario.id,
      title: text(scenario.label),
      opens: { page: 'explore', query: queries.scenario(assignment), says: t('opensScenario') },
      blocks: [
        { key: 'story', content: <Story scenario={scenario} /> },
        { key: 'assumed', heads: true, content: <h3 className={styles.section}>{t('assumed')}</h3> },
        ...scenario.headline.map(({ assumption, state }): Block => ({
          key: assumption,
          content: <PaperAssumed assumption={assumption} state={state} />,
        })),
        ...scenario.secondary.map(({ assumption, state, basis, evidence, reason }): Block => ({
          key: assumption,
          content: (
            <PaperAssumed assumption={assumption} state={state} ground={{ basis, evidence, reason: text(reason) }} />
          ),
        })),
        { key: 'shifts', content: <PaperShifts assignment={assignment} year={year} most={most} /> },
      ],
    }
  })
  return <PaperFlow part="cards" leaves={leaves} />
}

function Story({ scenario }: { scenario: Scenario }) {
  const t = useTranslations('paper')
  const { text } = useText()
  return (
    <>
      <p className={styles.over}>{t('card')}</p>
      <h2 className={styles.title}>{text(scenario.label)}</h2>
      <p className={styles.story}>{text(scenario.story)}</p>
    </>
  )
}
