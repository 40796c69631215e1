'use client'
import { later } from '../../_ui/later'

/** The parts of Rules that are not shown at first: fetched when they are. */
export const LinksPanel = later(() => import('../../_panels/links-panel').then((own) => own.LinksPanel))
export const SensitivityPanel = later(() =>
  import('../../_panels/sensitivity-panel').then((own) => own.SensitivityPanel),
)
