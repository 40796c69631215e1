/** A sample of each mark of a tornado, of the size of a line of text: the low end, the high end, a state between, the value now. */
export function TornadoSample({ mark }: { mark: 'low' | 'high' | 'state' | 'now' }) {
  const cap = {
    low: { reach: 6, width: 1.4 },
    high: { reach: 6, width: 3.6 },
    state: { reach: 3.5, width: 1.2 },
  } as const
  return (
    <svg width={20} height={14} viewBox="0 -7 20 14" aria-hidden style={{ flex: 'none' }}>
      {mark !== 'now' && <rect x={mark === 'low' ? 4 : 0} y={-6} width={16} height={12} fill="var(--hold-wash)" />}
      {mark === 'now' ? (
        <path d="M10,-7V7" stroke="var(--ink)" strokeWidth={1.4} />
      ) : (
        <path
          d={`M${mark === 'low' ? 4 : mark === 'high' ? 16 : 9},${-cap[mark].reach}v${2 * cap[mark].reach}`}
          stroke="var(--ink-2)"
          strokeWidth={cap[mark].width}
        />
      )}
    </svg>
  )
}
