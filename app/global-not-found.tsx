import type { Metadata } from 'next'
import en from './_words/en.json'
import es from './_words/es.json'
import './globals.css'

export const metadata: Metadata = { title: `${en.error.missingTitle} · ${es.error.missingTitle}` }

/** An address that leads nowhere: said in both languages, since it tells none. */
export default function NotFound() {
  return (
    <html lang="en">
      <body>
        <main className="failure">
          {[en, es].map((words) => {
            const locale = words === en ? 'en' : 'es'
            return (
              <section key={locale} lang={locale} className="language">
                <h1>{words.error.missingTitle}</h1>
                <p>{words.error.missing}</p>
                <p>
                  <a className="button" href={`/${locale}`}>
                    {words.error.home}
                  </a>
                </p>
              </section>
            )
          })}
        </main>
      </body>
    </html>
  )
}
