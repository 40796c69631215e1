'use client'
import { cloneElement, type ComponentProps, type MouseEvent, type ReactElement, type RefObject } from 'react'

/** A button that opens something. */
export type Button = ReactElement<ComponentProps<'button'>>

/** The button with what it opens: said to assistive technology, fetched when the pointer or the focus comes near. */
export function Opener(props: {
  button: Button
  place: RefObject<HTMLButtonElement | null>
  open: boolean
  toggle: () => void
  near: () => void
}) {
  const { button, place, open, toggle, near } = props
  return cloneElement(button, {
    ref: place,
    'aria-haspopup': 'dialog',
    'aria-expanded': open,
    onPointerEnter: near,
    onFocus: near,
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      button.props.onClick?.(event)
      toggle()
    },
  })
}
