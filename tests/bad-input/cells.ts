import type { Demand } from './demands'

/** One text that may stand in a table that leaves. To try another one, add a row. */
export interface BadCell {
  demand: Demand<'cell'>
  text: string
  /** What a spreadsheet reads; the text itself where it can do no harm. */
  read: string
}

// prettier-ignore
export const badCells: readonly BadCell[] = [
  { demand: 'begins with =', text: '=HYPERLINK("https://evil.example","x")', read: `'=HYPERLINK("https://evil.example","x")` },
  { demand: 'begins with =', text: ' =1+1', read: `' =1+1` },
  { demand: 'begins with =', text: '\u00A0=1+1', read: `'\u00A0=1+1` },
  { demand: 'begins with =', text: 'a=b', read: 'a=b' },
  { demand: 'begins with +', text: '+1+cmd|x', read: `'+1+cmd|x` },
  { demand: 'begins with -', text: '-1+cmd|x', read: `'-1+cmd|x` },
  { demand: 'begins with -', text: '−3 of 5', read: '−3 of 5' },
  { demand: 'begins with @', text: '@SUM(1,1)', read: `'@SUM(1,1)` },
  { demand: 'begins with tab', text: '\t=1', read: `'\t=1` },
  { demand: 'begins with tab', text: '\tcalc', read: `'\tcalc` },
  { demand: 'begins with CR', text: '\r=1', read: `'\r=1` },
  { demand: 'begins with CR', text: '\rcalc', read: `'\rcalc` },
  { demand: 'begins with CR', text: '\n=1', read: `'\n=1` },
  { demand: 'begins with CR', text: '\ncalc', read: `'\ncalc` },
  { demand: 'begins with NUL', text: '\0=1', read: `'\0=1` },
  { demand: 'begins with |', text: '|calc', read: `'|calc` },
  { demand: 'begins with ;', text: ';=1', read: `';=1` },
  { demand: 'quotes (round trip by RFC 4180)', text: 'a "quoted" word', read: 'a "quoted" word' },
  { demand: 'quotes (round trip by RFC 4180)', text: '"', read: '"' },
  { demand: 'quotes (round trip by RFC 4180)', text: '"",""', read: '"",""' },
  { demand: 'quotes (round trip by RFC 4180)', text: `'a'`, read: `'a'` },
  { demand: 'quotes (round trip by RFC 4180)', text: '', read: '' },
  { demand: 'newlines (round trip by RFC 4180)', text: 'one\ntwo', read: 'one\ntwo' },
  { demand: 'newlines (round trip by RFC 4180)', text: 'one\r\ntwo, three\r', read: 'one\r\ntwo, three\r' },
  { demand: 'semicolon locales (round trip by RFC 4180)', text: 'one; two', read: 'one; two' },
  { demand: 'semicolon locales (round trip by RFC 4180)', text: '1,5;2,5', read: '1,5;2,5' },
]
