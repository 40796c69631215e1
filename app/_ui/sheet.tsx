'use client'
import { type ReactNode, useRef, useState } from 'react'
import { later } from './later'
import { type Button, Opener } from './opener'

const Content = later(() => import('./sheet-content').then(({ SheetContent }) => SheetContent))

/** A near-full sheet over the page: focus stays in it, Escape and the scrim close it. */
export function Sheet(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  trigger?: Button
  children: ReactNode
  foot?: ReactNode
  /** Called once the sheet is gone; a sheet without a trigger says here where the focus goes. */
  onClosed?: () => void
}) {
  const { open, onOpenChange, title, trigger, children, foot, onClosed } = props
  const [wanted, setWanted] = useState(open)
  if (open && !wanted) setWanted(true)
  const ref = useRef<HTMLButtonElement>(null)
  return (
    <>
      {trigger && (
        <Opener
          button={trigger}
          place={ref}
          open={open}
          toggle={() => onOpenChange(!open)}
          near={() => void Content.ask()}
        />
      )}
      {wanted && (
        <Content
          open={open}
          onOpenChange={onOpenChange}
          title={title}
          foot={foot}
          onClosed={onClosed ?? (() => ref.current?.focus())}
        >
          {children}
        </Content>
      )}
    </>
  )
}
