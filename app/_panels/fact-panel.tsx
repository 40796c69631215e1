'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Evidence } from '../../lib/pack/schema'
import { CopyLocator } from '../_parts/copy-locator'
import { FactNeighbours } from '../_parts/fact-neighbours'
import { FactUses } from '../_parts/fact-uses'
import { useFactWords } from '../_parts/use-fact-words'
import { listedAtoms, showAllAtom, usageAtom } from '../_state/facts'
import { evidenceScreenAtom, packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { focusOn } from '../_ui/focus-on'
import { Sheet } from '../_ui/sheet'
import { useEscape } from '../_ui/use-escape'
import { useMedia } from '../_ui/use-media'
import styles from './fact-panel.module.css'

const titleId = 'fact-title'

/** The fact that is open: how far to trust it, what stands close by and what uses it; beside the list or as a sheet over it. */
export function FactPanel() {
  const t = useTranslations('facts')
  const beside = useMedia('(min-width: 1200px)', true)
  const { evidence, sites = [] } = useAtomValue(packModelAtom).pack
  const { fact: id } = useAtomValue(evidenceScreenAtom)
  const setScreen = useSetAtom(evidenceScreenAtom)
  const fact = evidence.find((own) => own.id === id)
  const close = () => setScreen({ fact: null })
  const giveBack = useFocusBack(fact?.id ?? null)
  useEscape(beside && fact !== undefined, close)
  if (!beside)
    return (
      <Sheet open={fact !== undefined} onOpenChange={(open) => open || close()} title={t('about')} onClosed={giveBack}>
        <div className={styles.sheet}>{fact && <Fact fact={fact} onClose={close} />}</div>
      </Sheet>
    )
  if (fact)
    return (
      <section className={styles.drawer} aria-label={t('about')}>
        <Fact key={fact.id} fact={fact} onClose={close} />
      </section>
    )
  return sites.length > 0 && <p className={styles.hint}>{t('hint')}</p>
}

/**
 * Once a fact is closed and has taken the focus with it, give the focus to its row, or to the search where the row is not
 * listed; once another has taken its place, to the title of that one. Returns the giving back, for a sheet that is slower to go.
 */
function useFocusBack(fact: string | null): () => void {
  const last = useRef(fact)
  const giveBack = () => last.current !== null && focusOn(`[data-fact="${last.current}"]`, 'main input[type="search"]')
  useEffect(() => {
    if (fact === null) giveBack()
    else if (last.current !== null && last.current !== fact) focusOn(`#${titleId}`)
    if (fact !== null) last.current = fact
  }, [fact])
  return giveBack
}

function Fact({ fact, onClose }: { fact: Evidence; onClose: () => void }) {
  const t = useTranslations('facts')
  const who = useTranslations('evidence')
  const { text } = useText()
  const { place } = useFactWords()
  const uses = useAtomValue(usageAtom).get(fact.id) ?? []
  const { sites = [] } = useAtomValue(packModelAtom).pack
  const places = sites.filter(({ evidence }) => evidence.includes(fact.id)).map(({ label }) => text(label))
  return (
    <>
      <div className={styles.eye}>
        <span>{place(fact)}</span>
        {places.length > 0 && <span className={styles.places}>{places.join(', ')}</span>}
        <button type="button" aria-label={t('close')} onClick={onClose}>
          ×
        </button>
      </div>
      <h2 id={titleId} tabIndex={-1} className={styles.title}>
        {fact.figure !== null && <b>{fact.figure}</b>} {text(fact.claim)}
      </h2>
      <p className={styles.words}>{fact.figure === null ? t('paraphraseAlone') : t('paraphrase')}</p>
      <p className={styles.marks}>
        {fact.period !== null && <span>{t('period', { period: fact.period })}</span>}
        <span>{who('says', { who: who(`voucher.${fact.voucher}`) })}</span>
        {fact.forecast && <span>{who('forecast')}</span>}
      </p>
      {fact.caution && (
        <p className={styles.caution}>
          <b>{t('care')}</b> {text(fact.caution)}
        </p>
      )}
      <NotListed fact={fact.id} />
      <FactNeighbours fact={fact.id} />
      <FactUses uses={uses} />
      <CopyLocator fact={fact} />
    </>
  )
}

/** Says so where search or filters leave the open fact out of the list. */
function NotListed({ fact }: { fact: string }) {
  const t = useTranslations('facts')
  const { locale } = useText()
  const listed = useAtomValue(listedAtoms[locale])
  const showAll = useSetAtom(showAllAtom)
  if (listed.some(({ id }) => id === fact)) return null
  return (
    <p className={styles.hidden}>
      {t('hidden')}{' '}
      <button type="button" className="link" onClick={showAll}>
        {t('showIt')}
      </button>
    </p>
  )
}
