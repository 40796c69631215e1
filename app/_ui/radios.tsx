'use client'
import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'

export interface Choice {
  id: string
  label: string
  /** What stands in the button; the label where left out. */
  content?: ReactNode
}

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
  return (
    <RadioGroup.Root
      aria-label={props.label}
      value={props.value}
      onValueChange={props.onChoose}
      className={props.className}
      orientation="horizontal"
    >
      {props.choices.map(({ id, label, content }) => (
        <RadioGroup.Item key={id} value={id} aria-label={label} className={props.itemClassName}>
          {content ?? label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
