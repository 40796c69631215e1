'use client'
import { later } from '../../_ui/later'

/** What stands below the first screen of Compare, fetched once that is alive. */
export const CompareAssumptionPanel = later(() =>
  import('../../_panels/compare-assumption-panel').then((own) => own.CompareAssumptionPanel),
)
export const ComparePrintNote = later(() =>
  import('../../_panels/compare-print-note').then((own) => own.ComparePrintNote),
)
export const GainsPanel = later(() => import('../../_panels/gains-panel').then((own) => own.GainsPanel))
export const OutcomePanel = later(() => import('../../_panels/outcome-panel').then((own) => own.OutcomePanel))
export const PartingPanel = later(() => import('../../_panels/parting-panel').then((own) => own.PartingPanel))
