/**
 * What a page's own code does to its document, kept so that a page without any of that code can be made to do the
 * same. The functions run in pages, so each stands alone.
 */

/** A node as plain data. Children of texts are none. */
export interface Made {
  id: number
  /** Of a text node, its text. */
  text?: string
  namespace?: string | null
  tag?: string
  attributes?: [name: string, value: string][]
  children?: Made[]
}

/** One thing done to the document. */
export type Step =
  | { kind: 'attribute'; id: number; name: string; value: string | null }
  | { kind: 'text'; id: number; text: string }
  | { kind: 'put'; parent: number; node: number | Made; before: number | null }
  | { kind: 'drop'; id: number }

/** The body as it stood, and what was done to it commit by commit. */
export interface Recording {
  body: Made
  commits: Step[][]
}

declare global {
  interface Window {
    recording: Recording
    /** Where each toggle's commits end, in the number of commits. */
    replay: (commit: number) => void
  }
}

/** Begin to keep everything that changes below the body. */
export function record() {
  const ids = new WeakMap<Node, number>()
  let last = 0
  const made = (node: Node): Made => {
    const id = ++last
    ids.set(node, id)
    if (!(node instanceof Element)) return { id, text: node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '' }
    const attributes = [...node.attributes].map(({ name, value }): [string, string] => [name, value])
    const children = node instanceof HTMLScriptElement ? [] : [...node.childNodes].map(made)
    return { id, namespace: node.namespaceURI, tag: node.localName, attributes, children }
  }
  window.recording = { body: made(document.body), commits: [] }
  const stepsOf = (change: MutationRecord): Step[] => {
    const id = ids.get(change.target)
    if (id === undefined) return []
    if (change.type === 'characterData') return [{ kind: 'text', id, text: change.target.nodeValue ?? '' }]
    if (change.type === 'attributes' && change.target instanceof Element) {
      const name = change.attributeName ?? ''
      return [{ kind: 'attribute', id, name, value: change.target.getAttribute(name) }]
    }
    const before = change.nextSibling === null ? null : (ids.get(change.nextSibling) ?? null)
    return [
      ...[...change.removedNodes].flatMap((node): Step[] => {
        const gone = ids.get(node)
        return gone === undefined ? [] : [{ kind: 'drop', id: gone }]
      }),
      ...[...change.addedNodes].map((node): Step => ({
        kind: 'put',
        parent: id,
        node: ids.get(node) ?? made(node),
        before,
      })),
    ]
  }
  new MutationObserver((changes) => window.recording.commits.push(changes.flatMap(stepsOf))).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
}

/** Build the recorded body in an empty document, and the means to repeat each commit on it. */
export function rebuild({ body, commits }: Recording) {
  const nodes = new Map<number, Node>()
  const build = ({ id, text, namespace, tag, attributes = [], children = [] }: Made): Node => {
    if (tag === undefined) {
      const words = document.createTextNode(text ?? '')
      nodes.set(id, words)
      return words
    }
    const element = document.createElementNS(namespace ?? null, tag)
    nodes.set(id, element)
    for (const [name, value] of attributes) element.setAttribute(name, value)
    for (const child of children) element.append(build(child))
    return element
  }
  document.body.replaceWith(build(body))
  const nodeOf = (id: number): Node => {
    const found = nodes.get(id)
    if (!found) throw new Error(`Node ${id} was never made.`)
    return found
  }
  const take = (step: Step) => {
    if (step.kind === 'text') nodeOf(step.id).nodeValue = step.text
    else if (step.kind === 'drop') nodeOf(step.id).parentNode?.removeChild(nodeOf(step.id))
    else if (step.kind === 'put') {
      const node = typeof step.node === 'number' ? nodeOf(step.node) : build(step.node)
      nodeOf(step.parent).insertBefore(node, step.before === null ? null : nodeOf(step.before))
    } else {
      const element = nodeOf(step.id)
      if (!(element instanceof Element)) return
      if (step.value === null) element.removeAttribute(step.name)
      else element.setAttribute(step.name, step.value)
    }
  }
  window.replay = (commit) => commits[commit]?.forEach(take)
}
