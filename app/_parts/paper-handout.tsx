'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Slide } from '../../lib/deck/schema'
import { groupsOf } from '../../lib/deck/sheets'
import { stand } from '../../lib/deck/slide'
import { variantsAtom } from '../_state/atoms'
import { codeQueriesAtom } from '../_state/paper'
import { modelAtom } from '../_state/url'
import { deckAtom } from '../_state/workshop'
import { PaperCode } from './paper-code'
import { PaperFlow } from './paper-flow'
import styles from './paper-handout.module.css'
import { PaperLines } from './paper-lines'
import { SlideThumb } from './slide-thumb'
import { useSlideWords } from './use-slide-words'

/** The slides of the deck as written, two a sheet, with their words in a size to read and lines for notes. */
export function PaperHandout() {
  const { slides } = useAtomValue(deckAtom)
  const numbered = slides.map((slide, i) => ({ slide, number: i + 1 }))
  const leaves = groupsOf(numbered, 2).map((pair) => ({
    key: `${pair[0]?.number}`,
    opens: null,
    blocks: pair.map(({ slide, number }) => ({
      key: slide.id,
      content: <Handed slide={slide} number={number} count={slides.length} />,
    })),
  }))
  return <PaperFlow part="handout" leaves={leaves} />
}

function Handed({ slide, number, count }: { slide: Slide; number: number; count: number }) {
  const t = useTranslations('paper')
  const model = useAtomValue(modelAtom)
  const variants = useAtomValue(variantsAtom)
  const queries = useAtomValue(codeQueriesAtom)
  const standing = stand(model, slide, {}, variants)
  const words = useSlideWords()(standing)
  const query = queries.presenting({ slide: number === 1 ? null : slide.id })
  return (
    <section className={styles.slide}>
      <h2 className={styles.sentence}>
        {number}. {words.sentence}
      </h2>
      <div className={styles.pair}>
        <div className={styles.thumb}>
          <SlideThumb
            slide={slide}
            number={number}
            count={count}
            label={t('slideLabel', { n: number, sentence: words.sentence })}
          />
        </div>
        <PaperLines lines={8} />
      </div>
      <div className={styles.under}>
        <p>
          {words.assumptions}
          <br />
          {words.source}
        </p>
        <PaperCode opens={{ page: 'show', query, says: t('opensSlide') }} />
      </div>
    </section>
  )
}
