// @vitest-environment jsdom
import { act } from 'react'
import { test, vi } from 'vitest'

import { modelAtom, assignAtom } from '../../app/_state/url'

const n = vi.hoisted(() => ({ evaluate: 0, track: 0, path: 0, radios: 0, bubble: 0, menu: 0, fan: 0 }))
vi.mock('../../lib/engine/evaluate', async (o) => {
  const r: any = await o()
  return { ...r, evaluate: (...a: any[]) => (n.evaluate++, r.evaluate(...a)) }
})
vi.mock('../../lib/engine/fan', async (o) => {
  const r: any = await o()
  return { ...r, fan: (...a: any[]) => { n.fan++; const s = performance.now(); const x = r.fan(...a); console.log('fan', a[4]?.length, performance.now() - s); return x } }
})
vi.mock('../../app/_charts/ladder', async (o) => {
  const r: any = await o()
  return { ...r, LadderTrack: (p: any) => (n.track++, r.LadderTrack(p)) }
})
vi.mock('../../app/_charts/path-chart', async (o) => {
  const r: any = await o()
  return { ...r, PathChart: (p: any) => (n.path++, r.PathChart(p)) }
})
vi.mock('../../app/_ui/radios', async (o) => {
  const r: any = await o()
  return { ...r, Radios: (p: any) => (n.radios++, r.Radios(p)) }
})
vi.mock('../../app/_ui/bubble', async (o) => {
  const r: any = await o()
  return { ...r, Bubble: (p: any) => (n.bubble++, r.Bubble(p)) }
})
vi.mock('../../app/_ui/menu', async (o) => {
  const r: any = await o()
  return { ...r, Menu: (p: any) => (n.menu++, r.Menu(p)) }
})
const shown = (l: string) => { console.log(l, JSON.stringify(n)); for (const k of Object.keys(n)) (n as any)[k] = 0 }

Reflect.set(globalThis, '__REACT_DEVTOOLS_GLOBAL_HOOK__', { supportsFiber: true, inject: () => 1, onCommitFiberRoot: (_: any, root: any) => { console.log('COMMIT by', [...(root.memoizedUpdaters ?? [])].map((f: any) => f.type?.name ?? f.type?.displayName ?? f.elementType?.displayName ?? f.tag).join(',')) }, onCommitFiberUnmount: () => 0, onPostCommitFiberRoot: () => 0 })
test('x', async () => {
  const { mountExplore } = await import('./explore')
  const e = await mountExplore()
  shown('mount')
  await act(async () => { await new Promise((r) => setTimeout(r, 50)) })
  shown('settle')
  console.log(e.host.innerHTML.slice(0, 3000))
  const model = e.store.get(modelAtom)
  for (const [a, s] of [['chancay-sez', 'approved'], ['el-nino', model.states.get('el-nino')![1]!], ['five-g', model.states.get('five-g')![1]!]] as const) {
    const c = e.commits()
    const t = performance.now()
    act(() => e.store.set(assignAtom, { assumption: a, state: s }))
    console.log('ms', performance.now() - t)
    shown(`toggle ${a} commits ${e.commits() - c}`)
    await act(async () => { await new Promise((r) => setTimeout(r, 0)) })
    shown(`settle commits ${e.commits() - c}`)
  }
})
