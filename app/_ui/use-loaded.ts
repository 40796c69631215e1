import { useEffect, useState } from 'react'

/** Code that comes when it is first shown: null until it is there, "failed" where it does not come. `load` is one function for ever. */
export function useLoaded<Code>(load: () => Promise<Code>): Code | 'failed' | null {
  // In an object: what came may itself be a function, which a setter would call.
  const [code, setCode] = useState<{ loaded: Code | 'failed' } | null>(null)
  useEffect(() => {
    let current = true
    const end = (loaded: Code | 'failed') => void (current && setCode({ loaded }))
    load().then(end, () => end('failed'))
    return () => {
      current = false
    }
  }, [load])
  return code?.loaded ?? null
}
