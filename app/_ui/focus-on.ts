/** Focus the first of some places that is there, if nothing has the focus. */
export function focusOn(...places: string[]) {
  for (const place of places)
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(place)?.focus()
}
