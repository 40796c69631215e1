// Runs before the first paint, before the scripts of the page have come.

// A projector room never sees a flash of the light theme.
try {
  if (localStorage.getItem('encrucijada-theme') === 'projector') document.documentElement.dataset.theme = 'projector'
} catch {
  // Storage is blocked: the paper theme stands.
}

// What is pressed on a page that is painted and not yet alive is kept: app/_ui/early-presses.tsx asks for it once.
{
  const presses = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup']
  const kept = []
  const keep = (event) => {
    // Links and fields do what they do without scripts.
    if (!event.target.closest?.('a, input, select, textarea, label, summary')) kept.push(event)
  }
  for (const type of presses) addEventListener(type, keep, true)
  globalThis.earlyPresses = () => {
    for (const type of presses) removeEventListener(type, keep, true)
    // A press that comes while the page becomes alive makes React hurry, and is handled by it.
    return kept.splice(0).filter((event) => event !== globalThis.event)
  }
}
