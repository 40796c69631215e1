'use client'
import { useEffect, useState } from 'react'
import type { Outline } from './outline'

/** The outline of a country, or why there is none yet: being fetched, not in the atlas, or out of reach. */
export type LoadedOutline = Outline | 'loading' | 'unknown' | 'failed'

/** Fetch the outline of a country by its numeric code of ISO 3166-1; the atlas comes only to who shows a map. */
export function useOutline(country: string): LoadedOutline {
  const [loaded, setLoaded] = useState<{ country: string; outline: LoadedOutline } | null>(null)
  useEffect(() => {
    let current = true
    const end = (outline: LoadedOutline) => void (current && setLoaded({ country, outline }))
    read(country).then(
      (outline) => end(outline ?? 'unknown'),
      () => end('failed'),
    )
    return () => {
      current = false
    }
  }, [country])
  return loaded?.country === country ? loaded.outline : 'loading'
}

async function read(country: string): Promise<Outline | null> {
  const [{ outlineOf }, atlas] = await Promise.all([import('./outline'), import('world-atlas/countries-50m.json')])
  return outlineOf(atlas.default, country)
}
