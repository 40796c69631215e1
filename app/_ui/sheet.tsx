'use client'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './sheet.module.css'

/** A near-full sheet over the page: focus stays in it, Escape and the scrim close it. */
export function Sheet(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  trigger?: ReactNode
  children: ReactNode
  foot?: ReactNode
  /** Called once the sheet is gone; a sheet without a trigger says here where the focus goes. */
  onClosed?: () => void
}) {
  return (
    <Dialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      {props.trigger && <Dialog.Trigger asChild>{props.trigger}</Dialog.Trigger>}
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content
          className={styles.sheet}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            if (!props.onClosed) return
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
