'use client'
import { DropdownMenu } from 'radix-ui'
import { memo, type ReactNode, useCallback, useLayoutEffect, useRef } from 'react'
import styles from './menu.module.css'

interface Named {
  label: string
  trigger: ReactNode
  className?: string | undefined
}

/** A menu of actions that opens from one small button. Actions are known by their labels, which differ. */
export function Menu({ actions, ...named }: Named & { actions: readonly { label: string; act: () => void }[] }) {
  // The actions of the moment are read when one is chosen: a page that changes leaves a menu of the same labels as it is.
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  const choose = useCallback((chosen: string) => latest.current.find(({ label }) => label === chosen)?.act(), [])
  return <Choices {...named} labels={actions.map(({ label }) => label).join('\n')} choose={choose} />
}

const Choices = memo(function Choices(props: Named & { labels: string; choose: (label: string) => void }) {
  const { label, trigger, className, labels, choose } = props
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={className ?? styles.trigger} aria-label={label} title={label}>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={12}>
          {labels.split('\n').map((own) => (
            <DropdownMenu.Item key={own} className={styles.item} onSelect={() => choose(own)}>
              {own}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
})
