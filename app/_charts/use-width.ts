import { Responsive } from '@visx/visx'

/** No measuring where there is no observer: the width stays what it was at first. */
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** Measure the width of an element in pixels; `atFirst` on the server and until it is measured. */
export function useWidth(atFirst: number): { ref: (node: HTMLDivElement | null) => void; width: number } {
  const { parentRef, width } = Responsive.useParentSize({
    initialSize: { width: atFirst },
    ignoreDimensions: ['height', 'top', 'left'],
    debounceTime: 30,
    ...(typeof ResizeObserver === 'undefined' && { resizeObserverPolyfill: NoObserver }),
  })
  return { ref: parentRef, width: width || atFirst }
}
