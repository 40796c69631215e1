/** Directives of the Content-Security-Policy: everything from here, nothing from anyone else. */
const policy = {
  'default-src': "'self'",
  // A static page carries its data in inline scripts, which differ from page to page and build to build. Next has
  // no hashes for them (experimental.sri covers files only), and nonces would make every page dynamic. So
  // `npm start` and `npm run build` replace this 'unsafe-inline' by hashes: see app/_command/seal.mjs.
  'script-src': "'self' 'unsafe-inline'",
  // React writes the style attribute of charts and of sizes known only at run time.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self' blob:",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
}

const headers = {
  'Content-Security-Policy': Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
}

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  // Memoises components by itself. The port to Rust needs no Babel and costs the build a second.
  reactCompiler: true,
  poweredByHeader: false,
  experimental: { globalNotFound: true, turbopackRustReactCompiler: true },
  images: { unoptimized: true },
  // Messages reach browsers compiled, without the compiler: see app/_content/made.ts.
  turbopack: { resolveAlias: { 'use-intl/format-message': { browser: 'use-intl/format-message/format-only' } } },
  async redirects() {
    // Spanish for whoever asks for it first, English for all others; the query, a shared screen, is kept.
    const spanish = { type: 'header', key: 'accept-language', value: '[eE][sS](?:[-,;].*)?' }
    return [
      { source: '/', has: [spanish], destination: '/es', permanent: false },
      { source: '/', destination: '/en', permanent: false },
    ]
  },
  async headers() {
    return [{ source: '/:path*', headers: Object.entries(headers).map(([key, value]) => ({ key, value })) }]
  },
}
export default config
