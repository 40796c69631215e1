'use client'
import type { KeyboardEvent, ReactNode } from 'react'

export interface Choice {
  id: string
  label: string
  /** What stands in the button; the label where left out. */
  content?: ReactNode
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * A group of exclusive choices: one stop for the Tab key, arrow keys move and choose. The look comes from the class
 * names; each item carries data-state="checked" when chosen. Plain elements, so that a choice renders one component.
 */
export function Radios(props: {
  label: string
  value: string
  choices: readonly Choice[]
  onChoose: (id: string) => void
  className?: string | undefined
  itemClassName?: string | undefined
}) {
  const { label, value, choices, onChoose, className, itemClassName } = props
  const choose = (id: string | undefined) => id !== undefined && id !== value && onChoose(id)
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey ? 0 : (steps[event.key] ?? 0)
    const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')]
    const at = radios.findIndex((radio) => radio === event.target)
    if (by === 0 || at < 0) return
    event.preventDefault()
    const next = (at + by + radios.length) % radios.length
    radios[next]?.focus()
    choose(choices[next]?.id)
  }
  const chosen = choices.some(({ id }) => id === value) ? value : choices[0]?.id
  return (
    <div role="radiogroup" aria-label={label} className={className} onKeyDown={step}>
      {choices.map(({ id, label, content }) => (
        <button
          key={id}
          type="button"
          role="radio"
          value={id}
          aria-label={label}
          aria-checked={id === value}
          data-state={id === value ? 'checked' : 'unchecked'}
          tabIndex={id === chosen ? 0 : -1}
          className={itemClassName}
          onClick={() => choose(id)}
        >
          {content ?? label}
        </button>
      ))}
    </div>
  )
}
