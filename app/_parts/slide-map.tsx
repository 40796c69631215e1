'use client'
import { useTranslations } from 'use-intl'
import type { Standing } from '../../lib/deck/slide'
import type { MapSite } from '../_charts/site-map'
import { useOutline } from '../_charts/use-outline'
import { useText } from '../_state/workspace'
import { useLoaded } from '../_ui/use-loaded'
import styles from './slide-map.module.css'

/** Map code comes with the first slide that shows one. */
const mapCode = () => import('../_charts/stage-map')

/** The country with the sites that the facts of some sectors speak of; of all sectors where none is named. */
export function SlideMap(props: { standing: Standing; sectors: readonly string[]; height: number }) {
  const { standing, sectors, height } = props
  const t = useTranslations('slide')
  const { meta } = standing.model.pack
  const sites = useSites(standing, sectors)
  const label = t('mapSays', { n: sites.length, list: sites.map((site) => site.label).join(', ') })
  return (
    <figure role="img" aria-label={label}>
      {meta.map ? (
        <Country country={meta.map.country} sites={sites} height={height} />
      ) : (
        <p className={styles.none}>{t('noMap')}</p>
      )}
    </figure>
  )
}

function Country({ country, sites, height }: { country: string; sites: readonly MapSite[]; height: number }) {
  const t = useTranslations('facts')
  const code = useLoaded(mapCode)
  const outline = useOutline(country)
  if (code === null || outline === 'loading') return <div className={styles.waiting} style={{ height }} aria-busy />
  if (outline === 'unknown') return <p className={styles.none}>{t('mapUnknown')}</p>
  if (code === 'failed' || outline === 'failed') return <p className={styles.none}>{t('mapFailed')}</p>
  const { StageMap } = code
  const status = {
    operating: t('operating'),
    underway: t('underway'),
    halted: t('halted'),
    proposed: t('proposed'),
  }
  return <StageMap outline={outline} sites={sites} words={{ status, approximate: t('approximate') }} height={height} />
}

function useSites({ model }: Standing, sectors: readonly string[]): MapSite[] {
  const { text } = useText()
  const { sites = [], evidence } = model.pack
  const sectionOf = new Map(evidence.map(({ id, section }) => [id, section]))
  return sites
    .filter((site) => sectors.length === 0 || site.evidence.some((id) => sectors.includes(sectionOf.get(id) ?? '')))
    .map(({ id, label, note, status, approximate, points }) => ({
      ...{ id, status, approximate, points },
      label: text(label),
      note: note ? text(note) : null,
    }))
}
