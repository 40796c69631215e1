'use client'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './menu.module.css'

/** A menu of actions that opens from one small button. */
export function Menu(props: {
  label: string
  trigger: ReactNode
  className?: string | undefined
  actions: readonly { label: string; act: () => void }[]
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={props.className ?? styles.trigger} aria-label={props.label} title={props.label}>
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={12}>
          {props.actions.map(({ label, act }) => (
            <DropdownMenu.Item key={label} className={styles.item} onSelect={act}>
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
