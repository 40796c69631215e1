'use client'
import { cloneElement, createContext, type MouseEvent, type ReactNode, use, useRef, useState } from 'react'
import { later } from './later'
import { type Button, Opener } from './opener'

const Content = later(() => import('./bubble-content').then(({ BubbleContent }) => BubbleContent))
const CloseContext = createContext<() => void>(() => undefined)

/** A small box that opens from a button and closes with Escape or a click elsewhere. */
export function Bubble(props: {
  trigger: Button
  label: string
  children: ReactNode
  side?: 'bottom' | 'right' | 'left' | 'top'
  wide?: boolean
  /** Open from the start. */
  opened?: boolean
}) {
  const [open, setOpen] = useState(props.opened ?? false)
  const [wanted, setWanted] = useState(open)
  const ref = useRef<HTMLButtonElement>(null)
  const toggle = () => {
    setWanted(true)
    setOpen(!open)
  }
  return (
    <>
      <Opener button={props.trigger} place={ref} open={open} toggle={toggle} near={() => void Content.ask()} />
      {wanted && (
        <CloseContext value={() => setOpen(false)}>
          <Content
            open={open}
            onOpenChange={setOpen}
            button={ref}
            label={props.label}
            side={props.side ?? 'bottom'}
            wide={props.wide ?? false}
          >
            {props.children}
          </Content>
        </CloseContext>
      )}
    </>
  )
}

/** A button inside a bubble that closes it when pressed. */
export function Closing({ children }: { children: Button }) {
  const close = use(CloseContext)
  return cloneElement(children, {
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      children.props.onClick?.(event)
      close()
    },
  })
}
