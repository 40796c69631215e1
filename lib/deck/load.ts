import type { Result } from '../fail'
import { shapeIssue } from '../pack/load'
import { scanValue } from '../pack/scan'
import type { Pack } from '../pack/schema'
import { checkWorkshop } from './check'
import { type Workshop, workshopShape } from './schema'

/** Load what comes with a pack for a workshop from a parsed value: depth and keys, shape, then what its ids mean for the pack. Returns it, or every issue of the stage it fails at. */
export function loadWorkshop(value: unknown, pack: Pack): Result<Workshop> {
  const deep = scanValue(value)
  if (deep.length > 0) return { ok: false, issues: deep }
  const shaped = workshopShape.safeParse(value)
  if (!shaped.success) return { ok: false, issues: shaped.error.issues.map((issue) => shapeIssue(issue, value)) }
  const { $schema: _, ...workshop } = shaped.data
  const issues = checkWorkshop(workshop, pack)
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: workshop }
}
