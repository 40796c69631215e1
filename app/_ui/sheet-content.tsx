'use client'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './sheet.module.css'

/** The sheet itself, once it was opened. */
export function SheetContent(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  foot: ReactNode
  onClosed: () => void
  children: ReactNode
}) {
  return (
    <Dialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content
          className={styles.sheet}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            props.onClosed()
          }}
        >
          <Dialog.Title className="hidden">{props.title}</Dialog.Title>
          <div className={styles.scroll}>{props.children}</div>
          {props.foot}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
