// Runs before the first paint so that a projector room never sees a flash of the light theme.
try {
  if (localStorage.getItem('encrucijada-theme') === 'projector') document.documentElement.dataset.theme = 'projector'
} catch {
  // Storage is blocked: the paper theme stands.
}
