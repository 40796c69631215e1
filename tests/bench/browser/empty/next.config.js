/** As the dashboard's own, where it bears on what a page weighs. @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  reactCompiler: true,
  poweredByHeader: false,
  experimental: { turbopackRustReactCompiler: true },
  images: { unoptimized: true },
}
export default config
