'use client'
import { useStore } from 'jotai'
import { useEffect } from 'react'
import { followSession } from './session'

/** Keeps a window of a presentation in step with the others. */
export function FollowSession() {
  const store = useStore()
  useEffect(() => followSession(store), [store])
  return null
}
