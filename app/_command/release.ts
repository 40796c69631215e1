import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { packs } from '../../data/index'
import { formatIssue } from '../../lib/fail'
import { canonical } from '../../lib/pack/canonical'
import { load } from '../../lib/pack/load'

// npm run release: before a pack changes, put it aside as it is, so that links made with it can show its figures again.
// It is the first pack, or the one whose id is given: npm run release -- ID.
const [wanted = Object.keys(packs)[0] ?? ''] = process.argv.slice(2)
if (!Object.hasOwn(packs, wanted)) throw new Error(`There is no pack "${wanted}": ${Object.keys(packs).join(', ')}.`)
const loaded = load(packs[wanted])
if (!loaded.ok) throw new Error(`The pack is unsound:\n${loaded.issues.map(formatIssue).join('\n')}`)
const { id, version } = loaded.value.meta
const text = canonical(loaded.value)
const file = `released/${id}-${version}.json`
writeFileSync(`data/${file}`, `${text}\n`)
const hash = createHash('sha256').update(text).digest('hex')
console.log(`data/${file} is written. Add it to data/released.ts with the hash ${hash}, and raise the version.`)
