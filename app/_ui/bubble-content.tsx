'use client'
import { Popover } from 'radix-ui'
import { type ReactNode, type RefObject, useRef } from 'react'
import styles from './bubble.module.css'
import { useMedia } from './use-media'

/** The box of a bubble, beside the button that opened it, to which the focus returns. */
export function BubbleContent(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  button: RefObject<HTMLButtonElement | null>
  label: string
  side: 'bottom' | 'right' | 'left' | 'top'
  wide: boolean
  children: ReactNode
}) {
  const { open, onOpenChange, button, label, side, wide, children } = props
  // On a narrow screen there is room above and below alone.
  const roomy = useMedia('(min-width: 720px)', true)
  const left = useRef(false)
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Anchor virtualRef={button} />
      <Popover.Portal>
        <Popover.Content
          className={wide ? styles.wide : styles.bubble}
          aria-label={label}
          side={roomy ? side : 'bottom'}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          onInteractOutside={(event) => {
            // The button itself closes what it opened.
            if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault()
            else left.current = true
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (!left.current) button.current?.focus()
            left.current = false
          }}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
