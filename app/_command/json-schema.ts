import { z } from 'zod'
import { checksSchema, packShape } from '../../lib/pack/schema'
import { scenarioFileShape } from '../../lib/scenario/file'

/**
 * The JSON Schemas of the content by file name, made from the schemas that `load` uses. Each content file
 * holds some of a pack's keys, so every key is optional here. Laws that JSON Schema cannot say are left to `load`.
 */
export function jsonSchemas(): Record<string, unknown> {
  // 'output', since the input side of a length-checked list is a list of anything, which helps no author.
  const options = { io: 'output', unrepresentable: 'any' } as const
  return {
    'pack.schema.json': z.toJSONSchema(z.strictObject(packShape).partial(), options),
    'checks.schema.json': z.toJSONSchema(checksSchema, options),
    'scenario-file.schema.json': z.toJSONSchema(scenarioFileShape, options),
  }
}
