'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { LinkExample } from '../../lib/explain/examples'
import { formatNumber, formatPercent, formatQuantity, formatSigned, formatWritten } from '../../lib/format'
import { linkExampleAtom } from '../_state/method'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Grounds } from './evidence-chip'
import styles from './method-links.module.css'
import { type Line, Row, Section, tags, Worked } from './method-section'
import { useWorked } from './use-worked'

/** A strength and a rise that say what an elasticity is. */
const [strength, rise] = [0.5, 0.1] as const

/** How one variable moves another, on one link at work. */
export function MethodLinks({ title }: { title: string }) {
  const t = useTranslations('method.links')
  const { locale } = useText()
  const { links } = useAtomValue(modelAtom).pack
  const example = useAtomValue(linkExampleAtom)
  const { scenario, year } = useWorked()
  const passed = `${formatNumber(100 * ((1 + rise) ** strength - 1), 1, locale)}%`
  if (links.length === 0)
    return (
      <Section id="links" title={title}>
        <Row>
          <p>{t('none')}</p>
        </Row>
      </Section>
    )
  return (
    <Section id="links" title={title}>
      <Row beside={example && <AtWork example={example} />}>
        <p>
          {t.rich('what', {
            ...tags,
            strength: formatWritten(strength, locale),
            rise: formatPercent(rise),
            passed,
          })}
        </p>
        <p>{t('shifts')}</p>
        {!example && <p>{t('still', { scenario, year })}</p>}
      </Row>
    </Section>
  )
}

function AtWork({ example }: { example: LinkExample }) {
  const t = useTranslations('method.links')
  const { text, locale } = useText()
  const { pack } = useAtomValue(modelAtom)
  const { scenario, year } = useWorked()
  const { link, source, target, shift } = example
  // From the shift as it is printed, so that a reader comes to the same digits.
  const push = link.strength * Number(shift.toFixed(4))
  const [from, to] = [link.from, link.to].map((id) => pack.variables.find((variable) => variable.id === id)!)
  if (!from || !to) return null
  const span = ({ before, after }: LinkExample['source'], of: typeof from) =>
    `${formatQuantity(of, before, locale)} → ${formatQuantity(of, after, locale)}`
  const lines: Line[] = [
    { id: 'source', name: t('from', { name: text(from.label), year: example.year }), cells: [span(source, from)] },
    { id: 'shift', name: t('shift'), cells: [formatSigned(shift, 4, locale)] },
    { id: 'strength', name: t('strength'), cells: [`× ${formatWritten(link.strength, locale)}`] },
    { id: 'push', name: t('push', { name: text(to.label), year }), cells: [formatSigned(push, 4, locale)], sum: true },
    { id: 'target', name: t('alone', { name: text(to.label) }), cells: [span(target, to)] },
  ]
  return (
    <div>
      <Worked caption={t('example', { scenario, year })} head={[t('step'), t('value')]} lines={lines} />
      <p className={styles.reason}>{text(link.reason)}</p>
      <Grounds basis={link.basis} evidence={link.evidence} />
    </div>
  )
}
