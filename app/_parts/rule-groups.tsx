'use client'
import { useAtom, useAtomValue, useSetAtom } from 'jotai'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { ruleGroups } from '../../lib/scenario/browsing'
import { ruleSearchAtom } from '../_state/searched'
import { rulesScreenAtom } from '../_state/url'
import { Radios } from '../_ui/radios'
import styles from './rule-groups.module.css'
import { RulesLink } from './rules-link'
import type { GroupPart, NamedGroup } from './use-rule-groups'

/** The way into the rule book: a search, what the rules are grouped by, and the groups; `shown` is the id of the one on screen. */
export function RuleGroups({ parts, shown }: { parts: readonly GroupPart[]; shown: string | null }) {
  const t = useTranslations('rules')
  const { by } = useAtomValue(rulesScreenAtom)
  const setScreen = useSetAtom(rulesScreenAtom)
  const search = useSetAtom(ruleSearchAtom)
  const names = { assumption: t('byAssumption'), variable: t('byVariable'), sector: t('bySector') }
  const go = (change: { by?: (typeof ruleGroups)[number]; of: string | null }) => {
    search('')
    setScreen({ ...change, rule: null })
  }
  return (
    <nav className={styles.groups} aria-label={t('groups')}>
      <Search shown={shown === null} />
      <Radios
        label={t('by')}
        value={by}
        choices={ruleGroups.map((id) => ({ id, label: names[id] }))}
        onChoose={(id) => go({ by: ruleGroups.find((known) => known === id) ?? ruleGroups[0], of: null })}
        className={styles.by}
        itemClassName={styles.way}
      />
      <select
        aria-label={t('group')}
        className={styles.select}
        value={shown ?? ''}
        onChange={(event) => go({ of: event.target.value })}
      >
        {shown === null && <option value="">{t('group')}</option>}
        {parts.map(({ title, groups }) => (
          <optgroup key={title} label={title}>
            {groups.map((group) => (
              <Option key={group.id} group={group} />
            ))}
          </optgroup>
        ))}
      </select>
      <div className={styles.list}>
        {parts.map(({ title, groups }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {groups.map(({ id, name, rules, changed }) => (
                <li key={id}>
                  <RulesLink place={{ by, of: id }} current={id === shown} className={styles.group}>
                    <span>{name}</span>
                    {changed > 0 && <b>{t('groupChanged', { n: changed })}</b>}
                    <span className={styles.count}>
                      {rules.length}
                      <span className="hidden"> {t('groupRules', { n: rules.length })}</span>
                    </span>
                  </RulesLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  )
}

function Option({ group: { id, name, rules, changed } }: { group: NamedGroup }) {
  const t = useTranslations('rules')
  const values = { name, n: rules.length, changed }
  return <option value={id}>{changed > 0 ? t('groupOptionChanged', values) : t('groupOption', values)}</option>
}

/** Words that rules are searched for; empty while a rule or group is on screen instead of what they find. */
function Search({ shown }: { shown: boolean }) {
  const t = useTranslations('rules')
  const [typed, search] = useAtom(ruleSearchAtom)
  const { rule } = useAtomValue(rulesScreenAtom)
  const setScreen = useSetAtom(rulesScreenAtom)
  const field = useRef<HTMLInputElement>(null)
  const words = shown || rule === null ? typed : ''
  return (
    <div className={styles.search}>
      <input
        ref={field}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        maxLength={100}
        value={words}
        onChange={(event) => {
          search(event.target.value)
          if (rule !== null) setScreen({ rule: null })
        }}
      />
      {words !== '' && (
        <button
          type="button"
          aria-label={t('searchClear')}
          onClick={() => {
            search('')
            field.current?.focus()
          }}
        >
          ×
        </button>
      )}
    </div>
  )
}
