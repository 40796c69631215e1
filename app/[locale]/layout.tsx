import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { locales } from '../../lib/format'
import en from '../_words/en.json'
import es from '../_words/es.json'
import { soundPack } from '../_content/sound-pack'
import { EarlyPresses } from '../_ui/early-presses'
import { FailureWords } from '../_ui/failure-words'
import { paintMark } from '../_ui/paint-mark'
import '../globals.css'

const serif = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
  variable: '--font-serif',
  weight: '200 900',
  display: 'optional',
})
const sans = localFont({
  src: '../../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wdth-normal.woff2',
  variable: '--font-sans',
  weight: '100 700',
  declarations: [{ prop: 'font-stretch', value: '85% 100%' }],
  display: 'optional',
})

export const dynamicParams = false
export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#faf7f0' }

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }))
}

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  const { page } = locale === 'es' ? es : en
  return {
    title: `${soundPack().pack.meta.title[locale]} · ${page.title}`,
    description: page.description,
    manifest: '/manifest.webmanifest',
  }
}

export default async function Layout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ locale: string }>
}) {
  const { locale } = await params
  return (
    <html lang={locale} className={`${serif.variable} ${sans.variable}`} suppressHydrationWarning>
      <head>
        <script src="/first.js" />
        <link rel="expect" href={`#${paintMark}`} blocking="render" />
      </head>
      <body>
        <FailureWords texts={(locale === 'es' ? es : en).error}>{children}</FailureWords>
        <EarlyPresses />
      </body>
    </html>
  )
}
