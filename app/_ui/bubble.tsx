'use client'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { useMedia } from './use-media'
import styles from './bubble.module.css'

/** A small box that opens from a button and closes with Escape or a click elsewhere. */
export function Bubble(props: {
  trigger: ReactNode
  label: string
  children: ReactNode
  side?: 'bottom' | 'right' | 'left' | 'top'
  wide?: boolean
  /** Open from the start. */
  opened?: boolean
}) {
  // On a narrow screen there is room above and below alone.
  const roomy = useMedia('(min-width: 720px)', true)
  return (
    <Popover.Root defaultOpen={props.opened ?? false}>
      <Popover.Trigger asChild>{props.trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={props.wide ? styles.wide : styles.bubble}
          aria-label={props.label}
          side={(roomy && props.side) || 'bottom'}
          align="start"
          sideOffset={6}
          collisionPadding={12}
        >
          {props.children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** A button inside a bubble that closes it when pressed. */
export function Closing({ children }: { children: ReactNode }) {
  return <Popover.Close asChild>{children}</Popover.Close>
}
