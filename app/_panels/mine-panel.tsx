'use client'
import { useAtomValue } from 'jotai'
import { changesAtom } from '../_state/url'
import { later } from '../_ui/later'

const MineBar = later(() => import('../_parts/mine-bar').then(({ MineBar }) => MineBar))

/** My version of the model, once there is one. */
export function MinePanel() {
  return useAtomValue(changesAtom).length > 0 && <MineBar />
}
