'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { traceAtom } from '../_state/atoms'
import { later } from '../_ui/later'

const WhyDrawer = later(() => import('../_parts/why-drawer').then(({ WhyDrawer }) => WhyDrawer))

/** Why one variable moved, once somebody asked. */
export function TracePanel() {
  const asked = useAtomValue(traceAtom) !== null
  // It stays after that: it gives the focus back when it closes.
  const [wanted, setWanted] = useState(asked)
  if (asked && !wanted) setWanted(true)
  return wanted && <WhyDrawer />
}
