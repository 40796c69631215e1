'use client'
import { useAtomValue } from 'jotai'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { formatIssue, type Issue } from '../../lib/fail'
import type { Pack } from '../../lib/pack/schema'
import { openPackFiles, savePackJson, savePackTables } from '../_files/pack-file'
import { ModelList, useModels } from '../_parts/model-list'
import { hashAtom } from '../_state/atoms'
import { changesAtom, modelAtom, packModelAtom, packNameAtom } from '../_state/url'
import { useTakePack, useText } from '../_state/workspace'
import styles from './models-panel.module.css'

/** Models in this browser: which is in use, others to switch to, the whole of one as a file, and one of your own from files. */
export function ModelsPanel() {
  const t = useTranslations('models')
  const models = useModels()
  return (
    <section id="models" className={styles.models} aria-labelledby="models-title">
      <h2 id="models-title">{t('title')}</h2>
      <p className={styles.lead}>{t('lead')}</p>
      <ModelList models={models} />
      <SaveModel />
      <OpenModel onKept={models.refresh} />
    </section>
  )
}

/** The model in use as files: as the pack has it, or as I changed it. */
function SaveModel() {
  const t = useTranslations('models')
  const { pack } = useAtomValue(packModelAtom)
  const mine = useAtomValue(modelAtom).pack
  const changes = useAtomValue(changesAtom).length
  const [withMine, setWithMine] = useState(true)
  const [failed, setFailed] = useState(false)
  const saved = changes > 0 && withMine ? mine : pack
  const save = (write: (pack: Pack) => Promise<void> | void) => () => {
    setFailed(false)
    Promise.resolve(saved)
      .then(write)
      .catch(() => setFailed(true))
  }
  return (
    <div className={styles.save}>
      <h3>{t('saveTitle')}</h3>
      {changes > 0 && (
        <label className={styles.check}>
          <input type="checkbox" checked={withMine} onChange={(event) => setWithMine(event.target.checked)} />
          {t('withMine', { n: changes })}
        </label>
      )}
      <p className={styles.actions}>
        <button type="button" className="button" onClick={save(savePackJson)}>
          {t('saveJson')}
        </button>
        <button type="button" className="button" onClick={save(savePackTables)}>
          {t('saveTables')}
        </button>
      </p>
      {failed && <p role="alert">{t('saveFailed')}</p>}
    </div>
  )
}

/** What came of opening files. */
type Told =
  | { kind: 'refused'; name: string; issues: readonly Issue[] }
  | { kind: 'known'; pack: Pack; name: string | null }
  | { kind: 'asked'; pack: Pack; hash: string; others: readonly { name: string; version: string; kept: boolean }[] }
  | { kind: 'kept'; pack: Pack; hash: string; stored: boolean }

/** Takes in a model from files; the one in use stays until the new one is sound and chosen. */
function OpenModel({ onKept }: { onKept: () => void }) {
  const t = useTranslations('models')
  const { text } = useText()
  const usual = useAtomValue(packModelAtom).pack
  const usedName = useAtomValue(packNameAtom)
  const usedHash = useAtomValue(hashAtom)
  const takePack = useTakePack()
  const [told, setTold] = useState<Told | null>(null)
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (told) answer.current?.focus()
  }, [told])

  const keep = async (pack: Pack, hash: string, instead: readonly string[] = []) => {
    const packs = await import('../_state/packs')
    const name = packs.nameOf(pack, hash)
    try {
      await packs.keepPack({ name, pack, hash })
      for (const other of instead) if (other !== name) await packs.forgetPack(other)
      setTold({ kind: 'kept', pack, hash, stored: true })
    } catch {
      setTold({ kind: 'kept', pack, hash, stored: false })
    }
    onKept()
  }
  const open = async (files: readonly File[]) => {
    const [first] = files
    if (!first) return
    setBusy(true)
    const opened = await openPackFiles(files)
    setBusy(false)
    setLeftOut(opened.leftOut)
    if (!opened.ok) return setTold({ kind: 'refused', name: first.name, issues: opened.issues })
    const pack = opened.value
    const [{ contentHash }, packs] = await Promise.all([
      import('../../lib/pack/content-hash'),
      import('../_state/packs'),
    ])
    const hash = contentHash(pack)
    if (hash === usedHash) return setTold({ kind: 'known', pack, name: usedName })
    const shipped = await packs.shippedPacks()
    const kept = await packs.keptPacks().catch(() => [])
    const same = [...shipped, ...kept].find((own) => own.hash === hash)
    if (same) return setTold({ kind: 'known', pack, name: same.name })
    const others = [
      ...(usual.meta.id === pack.meta.id && !kept.some(({ name }) => name === usedName)
        ? [{ name: '', version: usual.meta.version, kept: false }]
        : []),
      ...shipped
        .filter((own) => own.pack.meta.id === pack.meta.id && own.name !== usedName)
        .map((own) => ({ name: own.name ?? '', version: own.pack.meta.version, kept: false })),
      ...kept.filter(({ id }) => id === pack.meta.id).map(({ name, version }) => ({ name, version, kept: true })),
    ]
    if (others.length > 0) return setTold({ kind: 'asked', pack, hash, others })
    await keep(pack, hash)
  }
  const use = async (pack: Pack, hash: string) => {
    const { nameOf } = await import('../_state/packs')
    takePack({ name: nameOf(pack, hash), pack, hash })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void open([...event.dataTransfer.files])
  }
  return (
    <div
      className={styles.open}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>{t('openTitle')}</h3>
      <p>{t('openMeans')}</p>
      <p className={styles.actions}>
        <button type="button" className="button solid" disabled={busy} onClick={() => input.current?.click()}>
          {busy ? t('reading') : t('openFiles')}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          accept=".json,.zip,.csv,application/json,application/zip,text/csv"
          aria-label={t('openFiles')}
          hidden
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            void open(files)
          }}
        />
      </p>
      <div ref={answer} tabIndex={-1} className={styles.told} role="status">
        {told?.kind === 'refused' && <Refused name={told.name} issues={told.issues} />}
        {told?.kind === 'known' && (
          <p>
            {t('known', { title: text(told.pack.meta.title), version: told.pack.meta.version })}{' '}
            {told.name !== usedName && <UseLink name={told.name} />}
          </p>
        )}
        {told?.kind === 'asked' && (
          <>
            <p>
              {t('asked', {
                id: told.pack.meta.id,
                version: told.pack.meta.version,
                list: told.others
                  .map(({ version, kept }) => t(kept ? 'keptOne' : 'shippedOne', { version }))
                  .join(', '),
              })}
            </p>
            <p className={styles.actions}>
              <button type="button" className="button" onClick={() => void keep(told.pack, told.hash)}>
                {t('keepBoth')}
              </button>
              {told.others.some(({ kept }) => kept) && (
                <button
                  type="button"
                  className="button"
                  onClick={() =>
                    void keep(
                      told.pack,
                      told.hash,
                      told.others.flatMap(({ kept, name }) => (kept ? [name] : [])),
                    )
                  }
                >
                  {t('replace')}
                </button>
              )}
              <button type="button" className="button" onClick={() => setTold(null)}>
                {t('cancel')}
              </button>
            </p>
          </>
        )}
        {told?.kind === 'kept' && (
          <p>
            {t(told.stored ? 'taken' : 'takenInTab', {
              title: text(told.pack.meta.title),
              version: told.pack.meta.version,
            })}{' '}
            <button type="button" className="button" onClick={() => void use(told.pack, told.hash)}>
              {t('use')}
            </button>
          </p>
        )}
        {leftOut.length > 0 && told && <p>{t('leftOut', { names: leftOut.join(', ') })}</p>}
      </div>
    </div>
  )
}

/** Every reason why a file is not taken, each with its place and remedy. */
function Refused({ name, issues }: { name: string; issues: readonly Issue[] }) {
  const t = useTranslations('models')
  return (
    <>
      <p>{t('refused', { name, n: issues.length })}</p>
      <ol className={styles.issues}>
        {issues.slice(0, mostIssues).map((issue) => (
          <li key={formatIssue(issue)}>
            <b>{issue.path || t('wholeFile')}</b> {issue.message}. {t('expected', { what: issue.expected })}{' '}
            {issue.hint}
          </li>
        ))}
      </ol>
      {issues.length > mostIssues && <p>{t('moreIssues', { n: issues.length - mostIssues })}</p>}
    </>
  )
}
const mostIssues = 100

/** Leads to this page on another model. */
function UseLink({ name }: { name: string | null }) {
  const t = useTranslations('models')
  const path = typeof location === 'undefined' ? '' : location.pathname
  return (
    <a className="button" href={name === null ? path : `${path}?model=${name}`}>
      {t('use')}
    </a>
  )
}
