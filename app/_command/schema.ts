// `npm run schema`: writes the JSON Schemas that editors check the content against while it is typed.
import { writeFileSync } from 'node:fs'
import { jsonSchemas } from './json-schema'

for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(new URL(`../../data/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
