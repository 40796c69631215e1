'use client'
import { DropdownMenu } from 'radix-ui'
import { memo, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import styles from './menu.module.css'

export interface Action {
  label: string
  act: () => void
}

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
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={className ?? styles.trigger} aria-label={label} title={label}>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={12}>
          {actions.map((own) => (
            <DropdownMenu.Item key={own.label} className={styles.item} onSelect={own.act}>
              {own.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
})
