import type { Pack } from './schema'

/** List the revisions of a pack after a version of it; all of them where the pack does not know that version. */
export function revisionsSince({ meta }: Pack, version: string): Pack['meta']['revisions'] {
  return meta.revisions.slice(meta.revisions.findIndex((revision) => revision.version === version) + 1)
}
