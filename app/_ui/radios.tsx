'use client'
import { RadioGroup } from 'radix-ui'
import type { KeyboardEvent, ReactNode } from 'react'

export interface Choice {
  id: string
  label: string
  /** What stands in the button; the label where left out. */
  content?: ReactNode
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * A group of exclusive choices: arrow keys move and choose. The look comes from the class names; each
 * item carries data-state="checked" when chosen.
 */
export function Radios(props: {
  label: string
  value: string
  choices: readonly Choice[]
  onChoose: (id: string) => void
  className?: string | undefined
  itemClassName?: string | undefined
}) {
  // Instead of the library, which chooses a task later and only if the key is still down by then.
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey ? 0 : (steps[event.key] ?? 0)
    const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')]
    const at = radios.findIndex((radio) => radio === event.target)
    if (by === 0 || at < 0) return
    event.preventDefault()
    const next = (at + by + radios.length) % radios.length
    radios[next]?.focus()
    if (props.choices[next]) props.onChoose(props.choices[next].id)
  }
  return (
    <RadioGroup.Root
      aria-label={props.label}
      value={props.value}
      onValueChange={props.onChoose}
      className={props.className}
      onKeyDownCapture={step}
    >
      {props.choices.map(({ id, label, content }) => (
        <RadioGroup.Item key={id} value={id} aria-label={label} className={props.itemClassName}>
          {content ?? label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
