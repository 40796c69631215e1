/**
 * Counts what React renders in the production build, as its developer tools do: at each commit the tree is walked
 * where it changed. Runs in the page before its own scripts, so it stands alone.
 */

/** What React did since it was last asked. */
export interface Renders {
  commits: number
  /** Components that ran their function. */
  rendered: number
  /** Of those: what they were given, hold or show differs in content from before, or they are new. */
  changed: number
  /** Of those: what they show themselves differs from before, or they are new. */
  shown: number
  mounted: number
  /** Those that ran for nothing, by the beginning of their source. */
  idle: Record<string, number>
  /** Those whose data changed and whose output did not. */
  unseen: Record<string, number>
}

declare global {
  interface Window {
    /** Hands over the counts and begins anew. */
    takeRenders: () => Renders
  }
}

interface Fiber {
  tag: number
  type: unknown
  key: string | null
  flags: number
  child: Fiber | null
  sibling: Fiber | null
  alternate: Fiber | null
  memoizedProps: unknown
  memoizedState: unknown
  dependencies: { firstContext: Context | null } | null
}
interface Context {
  context: unknown
  memoizedValue: unknown
  next: Context | null
}
interface Hook {
  memoizedState: unknown
  queue: unknown
  next: Hook | null
}

/** Install React's hook for developer tools, with a counter behind it. */
export function countRenders() {
  // Of React's own numbers: function, class, forwarded, memoised and simply memoised components; elements and texts.
  const components = new Set([0, 1, 11, 14, 15])
  const [element, words] = [5, 6]
  const performedWork = 1
  const none = (): Renders => ({ commits: 0, rendered: 0, changed: 0, shown: 0, mounted: 0, idle: {}, unseen: {} })
  let count = none()

  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
  /** Equal in content; functions are taken as equal, since no one sees a function. */
  const same = (a: unknown, b: unknown, depth = 0): boolean => {
    if (Object.is(a, b)) return true
    if (typeof a === 'function' && typeof b === 'function') return true
    if (depth > 20 || !isRecord(a) || !isRecord(b)) return false
    if (a instanceof Node || b instanceof Node) return false
    if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
    if (a instanceof Map && b instanceof Map) return same([...a], [...b], depth + 1)
    if (a instanceof Set && b instanceof Set) return same([...a], [...b], depth + 1)
    const keys = Object.keys(a).filter((key) => !key.startsWith('_'))
    const others = Object.keys(b).filter((key) => !key.startsWith('_'))
    return keys.length === others.length && keys.every((key) => key in b && same(a[key], b[key], depth + 1))
  }
  const isHook = (value: unknown): value is Hook => isRecord(value) && 'queue' in value && 'next' in value
  /** The states it holds: hooks with a queue, not refs, effects or memos. */
  const statesOf = (fiber: Fiber): unknown[] => {
    const found: unknown[] = []
    for (let hook: unknown = fiber.memoizedState; isHook(hook); hook = hook.next)
      if (hook.queue !== null) found.push(hook.memoizedState)
    return found
  }
  const contextsOf = (fiber: Fiber): unknown[] => {
    const found: unknown[] = []
    for (let read = fiber.dependencies?.firstContext ?? null; read; read = read.next) found.push(read.memoizedValue)
    return found
  }
  const childrenOf = (fiber: Fiber): Fiber[] => {
    const found: Fiber[] = []
    for (let child = fiber.child; child; child = child.sibling) found.push(child)
    return found
  }
  /** Props of an element without its children, which are looked at one by one; text alone is a prop. */
  const look = (fiber: Fiber): unknown => {
    const props = fiber.memoizedProps
    if (!isRecord(props)) return props
    const { children, ...rest } = props
    return typeof children === 'string' || typeof children === 'number' ? { ...rest, children } : rest
  }
  /** What a component itself puts on the page, down to the components in it and what they are given. */
  const sameOutput = (now: Fiber, before: Fiber): boolean => {
    if (now.child === before.child) return true
    const [own, old] = [childrenOf(now), childrenOf(before)]
    return (
      own.length === old.length &&
      own.every((child, i) => {
        const was = old[i]!
        if (child === was) return true
        if (child.type !== was.type || child.key !== was.key) return false
        if (components.has(child.tag)) return same(child.memoizedProps, was.memoizedProps)
        const alike = child.tag === element || child.tag === words ? same(look(child), look(was)) : true
        return alike && sameOutput(child, was)
      })
    )
  }
  const nameOf = (fiber: Fiber): string => {
    const type = isRecord(fiber.type) ? (fiber.type.type ?? fiber.type.render) : fiber.type
    return String(type).slice(0, 160)
  }
  const judge = (now: Fiber, before: Fiber | null) => {
    count.rendered++
    if (!before) {
      count.mounted++
      count.changed++
      count.shown++
      return
    }
    const output = !sameOutput(now, before)
    const given = !same(now.memoizedProps, before.memoizedProps)
    const held = !same(statesOf(now), statesOf(before)) || !same(contextsOf(now), contextsOf(before))
    if (output) count.shown++
    if (output || given || held) count.changed++
    const where = output ? null : given || held ? count.unseen : count.idle
    if (where) where[nameOf(now)] = (where[nameOf(now)] ?? 0) + 1
  }
  /** Below a part that React did not touch, children are the very same list. */
  const walk = (now: Fiber, before: Fiber | null) => {
    if (components.has(now.tag) && (!before || (now.flags & performedWork) !== 0)) judge(now, before)
    if (before && now.child === before.child) return
    const old = new Set(before ? childrenOf(before) : [])
    for (const child of childrenOf(now))
      if (!old.has(child)) walk(child, child.alternate && old.has(child.alternate) ? child.alternate : null)
  }
  window.takeRenders = () => {
    const taken = count
    count = none()
    return taken
  }
  const hook = {
    supportsFiber: true,
    renderers: new Map(),
    checkDCE: () => undefined,
    inject: () => 1,
    onCommitFiberRoot(_: number, root: { current: Fiber }) {
      count.commits++
      walk(root.current, root.current.alternate)
    },
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
  }
  Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', { value: hook })
}
