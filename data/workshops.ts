import first from './peru-prc/workshop.json'

/**
 * What comes with the packs for a workshop, by the id of the pack: a deck and the briefs of roles, untyped; `loadWorkshop`
 * judges them. A pack without any gets a deck made from its scenarios.
 */
export const workshops: Readonly<Record<string, unknown>> = { 'peru-prc': first }
