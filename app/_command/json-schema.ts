import { z } from 'zod'
import { deckFileShape } from '../../lib/deck/file'
import { workshopShape } from '../../lib/deck/schema'
import { checksSchema, packShape } from '../../lib/pack/schema'
import { scenarioFileShape } from '../../lib/scenario/file'
import { checkWords, packWords } from './schema-words'

/**
 * The JSON Schemas of the content by file name, made from the schemas that `load` uses. Each content file
 * holds some of a pack's keys, so every key is optional here. Laws that JSON Schema cannot say are left to `load`.
 */
export function jsonSchemas(): Record<string, unknown> {
  // 'output', since the input side of a length-checked list is a list of anything, which helps no author.
  // Draft 7, since editors know it best.
  const options = { io: 'output', unrepresentable: 'any', target: 'draft-07' } as const
  return {
    'pack.schema.json': described(z.toJSONSchema(z.strictObject(packShape).partial(), options), packWords),
    'checks.schema.json': described(z.toJSONSchema(checksSchema, options), checkWords),
    'scenario-file.schema.json': z.toJSONSchema(scenarioFileShape, options),
    'workshop.schema.json': z.toJSONSchema(workshopShape, options),
    'deck-file.schema.json': z.toJSONSchema(deckFileShape, options),
  }
}

/** Copy a schema, each field with the words for its path, or for its name at any path. */
function described(schema: unknown, words: Readonly<Record<string, string>>, path = ''): unknown {
  if (Array.isArray(schema)) return schema.map((part) => described(part, words, path))
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, part]) => [
      key,
      key === 'properties' ? fields(part, words, path) : described(part, words, path),
    ]),
  )
}

function fields(properties: unknown, words: Readonly<Record<string, string>>, path: string): unknown {
  return Object.fromEntries(
    Object.entries(Object(properties)).map(([name, field]) => {
      const place = path ? `${path}.${name}` : name
      const description = words[place] ?? words[`*.${name}`]
      return [name, { ...(description && { description }), ...Object(described(field, words, place)) }]
    }),
  )
}
