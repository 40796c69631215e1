'use client'
import { useTranslations } from 'use-intl'
import { useLettersAct } from '../_ui/letter-keys'
import styles from './key-hints.module.css'
import { LetterKeysSwitch } from './letter-keys-switch'

/** The keys of a slide that help most, as the foot of the audience's screen shows them. */
export function KeyHints({ toggles, predict }: { toggles: number; predict: boolean }) {
  const t = useTranslations('keys')
  const act = useLettersAct()
  if (!act) return null
  const hint = (keys: string, label: string) => (
    <span className={styles.hint} aria-hidden>
      <kbd>{keys}</kbd>
      {label}
    </span>
  )
  return (
    <>
      {toggles > 0 && hint(toggles === 1 ? '1' : `1–${toggles}`, t('toggleShort'))}
      {predict && hint('V', t('revealShort'))}
      {toggles > 0 && hint('R', t('resetShort'))}
      {hint('S', t('speakerShort'))}
      {hint('B', t('blankShort'))}
    </>
  )
}

/** All keys of a presentation with what they do. */
export function KeyList({ speaker = false }: { speaker?: boolean }) {
  const t = useTranslations('keys')
  const rows = [
    ['→  ↓  PgDn  Space', t('next')],
    ['←  ↑  PgUp', t('previous')],
    ['Home  End', t('ends')],
    ['1–4', t('toggle')],
    ['R', t('reset')],
    ['Z', t('replay')],
    ['G', t('guess')],
    ['V', t('reveal')],
    ['B', t('blank')],
    ['H', t('hold')],
    ...(speaker ? [['T', t('restart')]] : [['S', t('speaker')], ['F', t('full')]]), // prettier-ignore
    ['P', t('theme')],
    ['U', t('undo')],
    ['?', t('help')],
  ]
  return (
    <section className={styles.list}>
      <h2>{t('title')}</h2>
      <dl>
        {rows.map(([keys = '', does]) => (
          <div key={keys}>
            <dt>
              {keys.split('  ').map((key) => (
                <kbd key={key}>{key === 'Space' ? t('space') : key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <LetterKeysSwitch />
    </section>
  )
}
