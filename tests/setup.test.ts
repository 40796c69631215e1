import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entries } from '../app/_command/precache.mjs'
import { seal } from '../app/_command/seal.mjs'
import { childNode, requireNode } from '../app/_command/setup.mjs'
import config from '../next.config.js'

describe('Node', () => {
  test.each(['18.20.0', '20.8.9', '9.0.0'])('%s is too old, and the message says what to do', (version) => {
    expect(() => requireNode('20.9', version)).toThrow(`Node 20.9 or newer, and found ${version}. Install`)
  })

  test.each(['20.9.0', '20.20.2', '24.21.0'])('%s is new enough', (version) => {
    expect(() => requireNode('20.9', version)).not.toThrow()
  })

  test('the one for child processes runs all tools', () => {
    expect(() => requireNode('22.12', childNode().version)).not.toThrow()
  })
})

describe('security headers', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'encrucijada-build-'))
    mkdirSync(join(folder, 'server/app/en'), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const page = (script: string) =>
    `<script src="/a.js"></script><script id="x">${script}</script><script>${script}</script>`
  const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  const sealedPolicies = () => {
    seal(folder)
    const { headers }: { headers: Awaited<ReturnType<NonNullable<typeof config.headers>>> } = JSON.parse(
      readFileSync(join(folder, 'routes-manifest.json'), 'utf8'),
    )
    return headers.map(({ source, headers }) => [source, /script-src ([^;]*);/.exec(headers[0]?.value ?? '')?.[1]])
  }
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))

  test('each page allows its own inline scripts and those of the error page, and any other path these alone', async () => {
    write('routes-manifest.json', { headers: await config.headers?.() })
    write('server/app/_not-found.html', page('lost()'))
    write('server/app/en.html', page('self.data = "</scr" + "ipt>"'))
    write('server/app/en/rules.html', page('rules()'))
    expect(sealedPolicies()).toEqual([
      ['/:path*', `'self' ${hash('lost()')}`],
      ['/en', `'self' ${hash('self.data = "</scr" + "ipt>"')} ${hash('lost()')}`],
      ['/en/rules', `'self' ${hash('rules()')} ${hash('lost()')}`],
    ])
  })

  test('a build whose headers are not as we know them is refused', () => {
    write('routes-manifest.json', { headers: [{ source: '/:path*', headers: [{ key: 'X', value: 'y' }] }] })
    expect(() => seal(folder)).toThrow('no Content-Security-Policy to tighten')
  })
})

describe('what is kept for work without a network', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'encrucijada-build-'))))
  afterEach(() => rmSync(folder, { recursive: true }))
  const write = (name: string, text: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const listed = () => entries(join(folder, 'next'), join(folder, 'public'))

  test('is every page, chunk, font and icon at its address, and nothing that has none', () => {
    for (const name of ['en.html', 'en.rsc', 'en/rules.html', 'en/present/show.html', 'icon.svg.body', 'icon.svg.meta'])
      write(`next/server/app/${name}`, name)
    for (const name of ['_not-found.html', '_global-error.html', 'sw.js.body']) write(`next/server/app/${name}`, name)
    for (const name of ['chunks/a.js', 'chunks/a.js.map', 'media/b.woff2']) write(`next/static/${name}`, name)
    write('public/first.js', 'theme')
    expect(listed().map(({ url }) => url)).toEqual([
      '/_next/static/chunks/a.js',
      '/_next/static/media/b.woff2',
      '/_not-found',
      '/en',
      '/en/present/show',
      '/en/rules',
      '/icon.svg',
      '/first.js',
    ])
  })

  test('has the hash of its bytes, so that no page of another build takes its place', () => {
    write('next/server/app/en.html', 'one')
    write('next/static/chunks/a.js', 'one')
    const [chunk, before] = listed()
    write('next/server/app/en.html', 'two')
    const [, after] = listed()
    expect(before?.integrity).toBe(`sha256-${createHash('sha256').update('one').digest('base64')}`)
    expect(after?.integrity).not.toBe(before?.integrity)
    expect(after?.revision).not.toBe(before?.revision)
    expect(chunk?.revision).toBeNull()
  })
})
