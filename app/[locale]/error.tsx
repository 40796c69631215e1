'use client'
import { useParams } from 'next/navigation'
import { use } from 'react'
import { FailureContext } from '../_ui/failure-words'

/** What a page shows when it fails: what happened, that the assignment is kept in the address, and two ways on. */
export default function Failure({ error, reset }: { error: Error; reset: () => void }) {
  const { locale } = useParams<{ locale: string }>()
  const words = use(FailureContext)
  return (
    <main className="failure">
      <div role="alert">
        <h1>{words.title}</h1>
        <p className="what">{error.message}</p>
        <p>{words.stale}</p>
      </div>
      <p className="ways">
        <button type="button" className="button solid" onClick={reset}>
          {words.again}
        </button>
        <a className="button" href={`/${locale === 'es' ? 'es' : 'en'}`}>
          {words.reset}
        </a>
      </p>
    </main>
  )
}
