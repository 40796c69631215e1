// See early-presses.tsx.
try {
  if (localStorage.getItem('encrucijada-theme') === 'projector') document.documentElement.dataset.theme = 'projector'
} catch {}
{
  const kept = []
  const keep = (press) => press.target.closest?.('a, input, select, textarea, label, summary') || kept.push(press)
  const types = ['click', 'keydown', 'keyup']
  types.map((type) => addEventListener(type, keep, true))
  earlyPresses = () => {
    types.map((type) => removeEventListener(type, keep, true))
    return kept.splice(0).filter((press) => press !== event)
  }
}
