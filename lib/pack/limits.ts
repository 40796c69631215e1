/**
 * Control, bidirectional and zero-width characters, line separators, halves of a character, and nine marks or more on
 * one letter, which no language writes and which paint over the lines above.
 */
export const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{M}{9,}/u

/** Upper bounds on records: more than this is refused before its contents are read. */
export const limits = {
  bytes: 8_000_000,
  depth: 40,
  evidence: 2000,
  assumptions: 60,
  variables: 400,
  rules: 4000,
  links: 2000,
  scenarios: 60,
  sites: 200,
  /** Terms of one formula when the formulas in it are written out. */
  terms: 10_000,
  /** Steps of one fan: pushes of effects on all they reach, and parts of formulas, each year and draw. */
  steps: 1_000_000_000,
} as const
