'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Role } from '../../lib/deck/schema'
import { formatPercent, formatQuantity, probabilityWord } from '../../lib/format'
import { baselineOutcomeAtom } from '../_state/atoms'
import { codeQueriesAtom } from '../_state/paper'
import { modelAtom } from '../_state/url'
import { workshopAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { PaperCited, useCited } from './paper-assumed'
import { type Leaf, PaperFlow } from './paper-flow'
import styles from './paper-roles.module.css'
import text from './paper-text.module.css'

/** The brief of each role that comes with the pack: who sits there, what it wants, what the source says, and what to watch. */
export function PaperRoles() {
  const t = useTranslations('paper')
  const { text: inLocale } = useText()
  const { baseline } = useAtomValue(modelAtom)
  const queries = useAtomValue(codeQueriesAtom)
  const roles = useAtomValue(workshopAtom)?.roles ?? []
  const leaves = roles.map((role): Leaf => ({
    key: role.id,
    title: inLocale(role.name),
    opens: {
      page: 'explore',
      query: queries.scenario(baseline, { open: role.watches[0] ?? null }),
      says: t('opensBaseline'),
    },
    blocks: [
      { key: 'seat', content: <Seat role={role} /> },
      { key: 'stance', content: <Stance role={role} /> },
      { key: 'said', heads: true, content: <h3 className={text.section}>{t('roleSays')}</h3> },
      ...role.points.map((point, i) => ({ key: `${i}`, content: <Point point={point} /> })),
      { key: 'watch', content: <Watch role={role} /> },
    ],
  }))
  return <PaperFlow part="roles" leaves={leaves} />
}

function Seat({ role }: { role: Role }) {
  const t = useTranslations('paper')
  const { text: inLocale } = useText()
  return (
    <>
      <p className={text.over}>{t('role')}</p>
      <h2 className={text.title}>{inLocale(role.name)}</h2>
      <p className={text.story}>{inLocale(role.seat)}</p>
    </>
  )
}

function Stance({ role }: { role: Role }) {
  const t = useTranslations('paper')
  const { text: inLocale } = useText()
  const columns = [
    { title: t('wants'), lines: role.wants },
    { title: t('fears'), lines: role.fears },
    { title: t('asks'), lines: role.asks },
  ]
  return (
    <div className={styles.stance}>
      {columns.map(({ title, lines }) => (
        <section key={title}>
          <h3 className={text.section}>{title}</h3>
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line.en}>{inLocale(line)}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Point({ point }: { point: Role['points'][number] }) {
  const { text: inLocale } = useText()
  const facts = useCited(point.evidence)
  return (
    <p className={styles.point}>
      {inLocale(point.text)} <PaperCited facts={facts} />
    </p>
  )
}

/** The assumptions the role has most say in, and where what it watches stands at the baseline. */
function Watch({ role }: { role: Role }) {
  const t = useTranslations('paper')
  const word = useTranslations('word')
  const { text: inLocale, locale } = useText()
  const model = useAtomValue(modelAtom)
  const { paths } = useAtomValue(baselineOutcomeAtom)
  const assumptions = model.pack.assumptions.filter(({ id }) => role.assumptions.includes(id))
  const watched = role.watches.flatMap((id) => {
    const index = model.indexOf.get(id)
    const variable = index === undefined ? undefined : model.variables[index]
    if (index === undefined || !variable) return []
    const value = paths[index]![0]!
    const said =
      variable.kind === 'indicator'
        ? `${formatQuantity(variable, value, locale)} (${inLocale(variable.unit)})`
        : `${formatPercent(value)}, ${word(probabilityWord(value) ?? 'none')}`
    return [{ id, label: inLocale(variable.title), said }]
  })
  return (
    <div className={styles.watch}>
      {assumptions.length > 0 && (
        <section>
          <h3 className={text.section}>{t('say')}</h3>
          <ul className={styles.list}>
            {assumptions.map(({ id, label, states }) => (
              <li key={id}>
                <b>{inLocale(label)}:</b> {states.map((state) => inLocale(state.label)).join(' / ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {watched.length > 0 && (
        <section>
          <h3 className={text.section}>{t('watch')}</h3>
          <ul className={styles.list}>
            {watched.map(({ id, label, said }) => (
              <li key={id}>
                {label}: <b>{said}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
