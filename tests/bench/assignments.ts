import type { Model } from '../../lib/engine/compile'
import type { Assignment } from '../../lib/engine/evaluate'
import type { Random } from './random'

/** Seeded assignments of a model: every assumption in any of its states, each as likely. */
export function assignments({ states }: Pick<Model, 'states'>, { pick }: Random, count: number): Assignment[] {
  return Array.from({ length: count }, () => Object.fromEntries([...states].map(([id, own]) => [id, pick(own)])))
}
