'use client'
import { later } from '../../_ui/later'

/** What Method has at its end: fetched after the rest. */
export const ModelsPanel = later(() => import('../../_panels/models-panel').then((own) => own.ModelsPanel))
