'use client'
import { type KeyboardEvent, memo, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { later } from './later'
import type { Action } from './menu-content'
import styles from './menu.module.css'

const Content = later(() => import('./menu-content').then(({ MenuContent }) => MenuContent))

interface Named {
  label: string
  trigger: ReactNode
  className?: string | undefined
}

/** A menu of actions that opens from one small button. Actions are known by their labels, which differ. */
export function Menu({ actions, ...named }: Named & { actions: readonly Action[] }) {
  return <Choices {...named} actions={useSteady(actions)} />
}

/**
 * The actions of the moment in a list that stays the same while their labels do: they are read when one is chosen,
 * so that a page that changes leaves what shows them as it is.
 */
export function useSteady(actions: readonly Action[]): readonly Action[] {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  const labels = actions.map(({ label }) => label).join('\n')
  return useMemo(() => {
    const choose = (chosen: string) => latest.current.find(({ label }) => label === chosen)?.act()
    return labels.split('\n').map((label) => ({ label, act: () => choose(label) }))
  }, [labels])
}

const Choices = memo(function Choices(props: Named & { actions: readonly Action[] }) {
  const { label, trigger, className, actions } = props
  const [open, setOpen] = useState(false)
  // There before it opens, so that it knows whether a key opened it.
  const [near, setNear] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const show = () => {
    setNear(true)
    setOpen(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    show()
  }
  return (
    <>
      <button
        type="button"
        ref={button}
        className={className ?? styles.trigger}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={() => setNear(true)}
        onFocus={() => setNear(true)}
        onKeyDown={onKeyDown}
        onClick={() => (open ? setOpen(false) : show())}
      >
        {trigger}
      </button>
      {near && <Content open={open} onOpenChange={setOpen} button={button} label={label} actions={actions} />}
    </>
  )
})
