'use client'
// The menu without its own button, since ours is there before it.
import { Menu } from 'radix-ui/internal'
import { type RefObject, useRef } from 'react'
import styles from './menu.module.css'

export interface Action {
  label: string
  act: () => void
}

/** The actions of a menu, beside the button that opened it, to which the focus returns. */
export function MenuContent(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  button: RefObject<HTMLButtonElement | null>
  label: string
  actions: readonly Action[]
}) {
  const { open, onOpenChange, button, label, actions } = props
  const left = useRef(false)
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Menu.Anchor virtualRef={button} />
      <Menu.Portal>
        <Menu.Content
          className={styles.menu}
          aria-label={label}
          align="end"
          sideOffset={4}
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
          {actions.map((own) => (
            <Menu.Item key={own.label} className={styles.item} onSelect={own.act}>
              {own.label}
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}
