export const dynamic = 'force-static'

/**
 * A worker that takes itself away. The build puts the real one in its place: see app/_command/precache.mjs. This one
 * is met where there is none: in development, where an older build's worker would hide every edit on the same port.
 */
const leaving = `
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(leave()))
async function leave() {
  for (const name of await caches.keys()) await caches.delete(name)
  await registration.unregister()
  for (const tab of await clients.matchAll({ type: 'window' })) await tab.navigate(tab.url)
}
`

export function GET(): Response {
  return new Response(leaving.trimStart(), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
}
