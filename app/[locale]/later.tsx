'use client'
import { later } from '../_ui/later'

/** What Explore does not show at first, fetched once it is alive or when it is shown. */
export const PrintNote = later(() => import('../_panels/print-note').then((own) => own.PrintNote))
export const SectorPanel = later(() => import('../_panels/sector-panel').then((own) => own.SectorPanel))
