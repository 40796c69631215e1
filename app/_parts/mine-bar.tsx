'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { formatIssue } from '../../lib/fail'
import { type Changed, changedAtom, giveReasonAtom, longestReason, takeAllBackAtom, takeBackAtom } from '../_state/mine'
import { mineAtom, pathOf, rulesQueryAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Sheet } from '../_ui/sheet'
import { Beside } from './beside'
import styles from './mine-bar.module.css'
import { useChangeWords } from './use-change-words'

/** My version: how many numbers of the model are mine, which, why, and the way back. */
export function MineBar() {
  const t = useTranslations('mine')
  const changed = useAtomValue(changedAtom)
  const { issues } = useAtomValue(mineAtom)
  const takeAllBack = useSetAtom(takeAllBackAtom)
  const [open, setOpen] = useState(false)
  if (changed.length === 0) return null
  return (
    <section className={styles.bar} aria-label={t('title')}>
      <p>
        <b>{t('title')}</b> {t('count', { n: changed.length })}
      </p>
      <span className={styles.ways}>
        <Sheet
          open={open}
          onOpenChange={setOpen}
          title={t('listTitle')}
          trigger={
            <button type="button" className="link">
              {t('show')}
            </button>
          }
        >
          <div className={styles.sheet}>
            <div className={styles.head}>
              <h2>{t('listTitle')}</h2>
              <button type="button" className="button" onClick={() => setOpen(false)}>
                {t('close')}
              </button>
            </div>
            <p className={styles.means}>{t('means')}</p>
            <ul>
              {changed.map((own) => (
                <Entry key={own.key} changed={own} />
              ))}
            </ul>
          </div>
        </Sheet>
        <Beside />
        <button type="button" className="link" onClick={() => takeAllBack()}>
          {t('resetAll')}
        </button>
      </span>
      {issues.length > 0 && (
        <p role="alert" className={styles.faults}>
          {t('cannot')} {issues.slice(0, 2).map(formatIssue).join(' ')}
        </p>
      )}
    </section>
  )
}

/** One change: what the pack says, what I say, why, and the way back. */
function Entry({ changed: { key, made, own, reason } }: { changed: Changed }) {
  const t = useTranslations('mine')
  const { locale } = useText()
  const words = useChangeWords()(made)
  const takeBack = useSetAtom(takeBackAtom)
  const giveReason = useSetAtom(giveReasonAtom)
  const rulesQuery = useAtomValue(rulesQueryAtom)
  const [stored, setStored] = useState(true)
  const place =
    made.kind === 'start' ? rulesQuery({ by: 'variable', of: made.variable }) : rulesQuery({ rule: made.rule })
  return (
    <li className={styles.entry}>
      <h3>
        <a href={`${pathOf(locale, 'rules')}?${place}`}>{words.what}</a>
      </h3>
      {words.under && <p className={styles.under}>{words.under}</p>}
      <p className={styles.says}>
        <s>
          <span className="hidden">{t('packSays')} </span>
          {words.says(own)}
        </s>{' '}
        <b>
          <span className="hidden">{t('iSay')} </span>
          {words.says(made)}
        </b>
      </p>
      <label className={styles.reason}>
        {t('reason')}
        <textarea
          rows={2}
          maxLength={longestReason}
          defaultValue={reason}
          onChange={(event) => setStored(giveReason(key, event.target.value))}
        />
      </label>
      {!stored && <p role="alert">{t('reasonInTab')}</p>}
      <button type="button" className="button" onClick={() => takeBack(key)}>
        {t('takeBack')}
        <span className="hidden"> {words.what}</span>
      </button>
    </li>
  )
}
