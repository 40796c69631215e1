import assumptions from './peru-prc/assumptions.json'
import checks from './peru-prc/checks.json'
import evidence from './peru-prc/evidence.json'
import links from './peru-prc/links.json'
import meta from './peru-prc/meta.json'
import rules from './peru-prc/rules.json'
import scenarios from './peru-prc/scenarios.json'
import sites from './peru-prc/sites.json'
import variables from './peru-prc/variables.json'
import teachingChecks from './teaching/checks.json'
import teaching from './teaching/pack.json'

/**
 * The packs that ship with the product, each one file or the union of its files, untyped: a pack becomes typed by
 * `load` alone, so that an unsound one fails the build. The first is the one a page opens on.
 */
export const packs: Readonly<Record<string, unknown>> = {
  'peru-prc': { ...meta, ...evidence, ...assumptions, ...variables, ...rules, ...links, ...scenarios, ...sites },
  teaching,
}

/** The statements about each pack that its tests run. */
export const packChecks: Readonly<Record<string, unknown>> = { 'peru-prc': checks, teaching: teachingChecks }
