import { type PrecacheEntry, Serwist } from 'serwist'
import { isVersionHeld } from './held-version'

declare const self: ServiceWorkerGlobalScope
/** Every file of this build: written in by app/_command/precache.mjs. */
declare const ENTRIES: PrecacheEntry[]

/** What pages ask of this worker, and what it answers. */
export interface Answers {
  /** How many files of this build are not kept. */
  status: Kept
  /** The same once they were fetched again. */
  repair: Kept
  /** Whether the server answers. */
  reach: { reached: boolean }
  /** Become the version in use; refused while a session runs. */
  take: { held: boolean }
}
export interface Kept {
  missing: number
  /** The browser has no room for them. */
  full: boolean
}
type Question = { [K in keyof Answers]: { kind: K } }[keyof Answers]

/** Told to all pages when this build could not be kept. */
export interface Failed {
  kind: 'failed'
  full: boolean
}

const cacheName = 'encrucijada'
const lost = '/_not-found'

const serwist = new Serwist({
  precacheEntries: ENTRIES,
  precacheOptions: {
    cacheName,
    cleanURLs: false,
    // The query is the screen, not the page.
    urlManipulation: ({ url }) => [new URL(url.pathname, url)],
    matchOptions: { ignoreVary: true },
    concurrency: 6,
    plugins: [
      {
        cacheWillUpdate: async ({ request, response }) =>
          response.ok || new URL(request.url).pathname === lost ? response : null,
        handlerWillRespond: async ({ request, response }) => asAsked(request, response),
      },
    ],
  },
})

// Pages come from here and not from the network, so that page and chunks are of one build. What is not of this build:
serwist.registerCapture(
  ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
  ({ request, url }) => elsewhere(request, url),
)
// A tab of the build before, which is still kept for it.
serwist.registerCapture(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'),
  async ({ request, url }) => {
    const kept = await caches.match(url.pathname, { cacheName, ignoreVary: true })
    return kept ? asAsked(request, kept) : fetch(request)
  },
)
// Removed from the browser's storage, and the server has another build by now: the network's answer, or its silence.
serwist.setCatchHandler(({ request }) => fetch(request))

self.addEventListener('install', (event) => {
  event.waitUntil(
    serwist.handleInstall(event).catch((reason: unknown) => tell({ kind: 'failed', full: isFull(reason) })),
  )
})
self.addEventListener('activate', (event) => event.waitUntil(activate(event)))
self.addEventListener('fetch', (event) => serwist.handleFetch(event))
self.addEventListener('message', (event) => {
  const asked: Question = event.data
  event.waitUntil(answer(asked, event).then((said) => event.ports[0]?.postMessage(said)))
})

async function answer({ kind }: Question, event: ExtendableMessageEvent): Promise<Answers[keyof Answers] | null> {
  switch (kind) {
    case 'status':
      await sweep(event)
      return { missing: (await missing()).length, full: false }
    case 'repair':
      return repair(event)
    case 'reach':
      return { reached: await reach() }
    case 'take':
      if (await isVersionHeld()) return { held: true }
      await self.skipWaiting()
      return { held: false }
    default:
      return null
  }
}

/** An address that is no page of this build: the front door, one slash too many, what a newer server knows, or nothing. */
async function elsewhere(request: Request, url: URL): Promise<Response> {
  // As next.config.js has it: Spanish for whoever asks for it first.
  if (url.pathname === '/') return Response.redirect(`/${/^es\b/i.test(navigator.language) ? 'es' : 'en'}${url.search}`)
  const trimmed = url.pathname.replace(/\/+$/, '')
  if (serwist.getPrecacheKeyForUrl(trimmed)) return Response.redirect(`${trimmed}${url.search}`)
  return fetch(request).catch(async () => (await serwist.matchPrecache(lost)) ?? Response.error())
}

/**
 * A kept answer brings the address under which it was kept, and a worker that is started from it takes that for its
 * own; Turbopack's reads what to run from the query. A copy has no address of its own.
 */
function asAsked(request: Request, response: Response): Response {
  return request.destination === 'worker' ? new Response(response.body, response) : response
}

/** Take over all tabs. Those that are open now were made by the version before, and may still ask for its chunks. */
async function activate(event: ExtendableEvent): Promise<void> {
  const tabs = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })
  const older = await caches.open(`${cacheName}-older`)
  await older.put('/', Response.json(tabs.map(({ id }) => id)))
  await self.clients.claim()
  await sweep(event)
}

/** Let go of the builds before once no tab of theirs is left. */
async function sweep(event: ExtendableEvent): Promise<void> {
  const stored = await caches.match('/', { cacheName: `${cacheName}-older` })
  const ids: string[] = (await stored?.json()) ?? []
  const tabs = await Promise.all(ids.map((id) => self.clients.get(id)))
  if (tabs.every((tab) => tab === undefined)) await serwist.handleActivate(event)
}

/** The files of this build that are not kept, with their keys in the cache. */
async function missing(): Promise<[url: string, key: string][]> {
  const cache = await caches.open(cacheName)
  const kept = new Set((await cache.keys()).map(({ url }) => url))
  return [...serwist.getUrlsToPrecacheKeys()].filter(([, key]) => !kept.has(key))
}

async function repair(event: ExtendableEvent): Promise<Kept> {
  let full = false
  for (const [href, cacheKey] of await missing()) {
    const integrity = serwist.getIntegrityForPrecacheKey(cacheKey) ?? ''
    const request = new Request(href, { cache: 'reload' })
    const asked = { event, request, url: new URL(href), params: { cacheKey, integrity } }
    await serwist.precacheStrategy.handle(asked).catch((reason: unknown) => (full = isFull(reason)))
    if (full) break
  }
  return { missing: (await missing()).length, full }
}

async function reach(): Promise<boolean> {
  try {
    await fetch('/sw.js', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}

async function tell(failed: Failed): Promise<never> {
  for (const tab of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })) tab.postMessage(failed)
  throw new Error(failed.full ? 'No room to keep this build.' : 'This build could not be fetched whole.')
}

function isFull(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'QuotaExceededError'
}
