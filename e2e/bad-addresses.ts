/**
 * Addresses that somebody may open: mistyped, cut off, out of date or hostile. The rows are opened in a browser by
 * `bad-input.spec.ts`, and read as every page reads them by the tests of the core. To try another one, add a row.
 */
export interface BadAddress {
  /** The demand it is a case of, as `tests/bad-input/demands.ts` words it. */
  demand: string
  /** What is wrong with it, where the demand does not say it. */
  case?: string
  /** The query text; a lone surrogate or a mark that no one sees is written as an escape. */
  query: string
  /** The sound query text that shows the same screen; empty for the baseline. */
  opens: string
  /** What the notice tells, in order: what is wrong and the part, with nothing in it but letters, digits and a few marks. */
  told: readonly string[]
  /** The version that it says it was made with, where that is another. */
  madeWith?: string
  /** The model that the page has to look for first; told in the notice. */
  model?: string
  /** Whether the browser loads it; the others are come to by back and forward, which is quicker. */
  loaded?: true
}

const stays = 'leadership=castillo-stays'
/** A key in front, and as many characters as make the text so long. */
const long = (query: string, length: number) => query + 'x'.repeat(length - query.length)

// prettier-ignore
export const badAddresses: readonly BadAddress[] = [
  { demand: 'empty', query: '', opens: '', told: [] },
  { demand: 'empty', case: 'but for its marks', query: '&&=&', opens: '', told: ['unknown ='] },
  { demand: 'repeated keys (first wins, notice)', query: `${stays}&leadership=leftist-successor`, opens: stays, told: ['repeated leadership'] },
  { demand: 'repeated keys (first wins, notice)', case: 'the version', query: `v=1&v=2&${stays}`, opens: stays, told: ['repeated v'] },
  { demand: 'repeated keys (first wins, notice)', case: 'forty times', query: `${'year=2027&'.repeat(40)}year=2028`, opens: 'year=2027', told: Array(40).fill('repeated year') },
  { demand: 'cut off in the middle', case: 'of a state', query: `v=1&pack=1.2.0&${stays}&chancay-sez=appr`, opens: stays, told: ['unknown chancay-sez=appr'] },
  { demand: 'cut off in the middle', case: 'after a key', query: `v=1&${stays}&chancay-sez`, opens: stays, told: ['unknown chancay-sez='] },
  { demand: 'one character flipped', case: 'of a key', query: `v=1&${stays}&chancay-sex=approved`, opens: stays, told: ['unknown chancay-sex=approved'] },
  { demand: 'one character flipped', case: 'of a state', query: 'v=1&leadership=castillo-stayz', opens: '', told: ['unknown leadership=castillo-stayz'] },
  { demand: 'one character flipped', case: 'of the list shown', query: 'view=riscs', opens: '', told: ['unknown view=riscs'] },
  { demand: 'version of the future', query: `v=9&${stays}`, opens: '', told: ['version 9'], loaded: true },
  { demand: 'version of the future', case: 'that is no number', query: `v=__proto__&${stays}`, opens: '', told: ['version __proto__'] },
  { demand: 'version of the future', case: 'that is empty', query: `v=&${stays}`, opens: '', told: ['version '] },
  { demand: 'broken percent-encoding', query: 'leadership=%E0%A4%A&%=%&year=%2', opens: '', told: ['unknown leadership=A', 'unknown =', 'year year=2'], loaded: true },
  { demand: 'NUL', query: 'leadership=castillo-stays%00', opens: '', told: ['unknown leadership=castillo-stays'], loaded: true },
  { demand: 'NUL', case: 'and an escape', query: 'open=a%00b%1B[31m', opens: '', told: ['unknown open=ab31m'] },
  { demand: 'CR LF', query: 'open%0D%0ASet-Cookie=cosco-leads', opens: '', told: ['unknown openSet-Cookie=cosco-leads'] },
  { demand: 'bidi characters', query: 'chancay-sez=%E2%80%AEdevorppa', opens: '', told: ['unknown chancay-sez=devorppa'] },
  { demand: 'bidi characters', case: 'around a state', query: 'chancay-sez=\u2067approved\u2069', opens: '', told: ['unknown chancay-sez=approved'] },
  { demand: 'zero-width characters', query: 'chancay-sez=not-appro\u200Bved', opens: '', told: ['unknown chancay-sez=not-approved'] },
  { demand: 'zero-width characters', case: 'as a mark in front', query: '\uFEFFchancay-sez=approved', opens: '', told: ['unknown chancay-sez=approved'] },
  { demand: 'lone surrogate', query: 'chancay-sez=\uD83D', opens: '', told: ['unknown chancay-sez='] },
  { demand: 'lone surrogate', case: 'encoded', query: 'open=%ED%A0%80&leadership=%ED%B0%80', opens: '', told: ['unknown open=', 'unknown leadership='], loaded: true },
  { demand: '2 001 characters', query: long(`${stays}&open=`, 2001), opens: stays, told: [`unknown open=${'x'.repeat(35)}`] },
  { demand: '2 001 characters', case: 'and all that is read', query: long(`${stays}&opens=`, 4000), opens: stays, told: [`unknown opens=${'x'.repeat(34)}`] },
  { demand: '2 001 characters', case: 'and one more than is read', query: long(`${stays}&open=`, 4001), opens: '', told: ['size 4001'] },
  { demand: '17 000 characters', query: long(`${stays}&open=`, 17_000), opens: '', told: ['size 17000'], loaded: true },
  { demand: '17 000 characters', case: 'of keys', query: `${stays}&`.repeat(1000).slice(0, 17_000), opens: '', told: ['size 17000'] },
  { demand: 'NaN', query: `year=NaN&${stays}`, opens: stays, told: ['year year=NaN'] },
  { demand: 'NaN', case: 'as a size', query: `effect.castillo-quick-works-awards.bribery-case=NaN_2_3&${stays}`, opens: stays, told: ['unknown effect.castillo-quick-works-awards.bribe'] },
  { demand: 'Infinity', query: `year=Infinity&${stays}`, opens: stays, told: ['year year=Infinity'] },
  { demand: 'Infinity', case: 'as a size', query: `effect.castillo-quick-works-awards.bribery-case=1_2_Infinity&${stays}`, opens: stays, told: ['unknown effect.castillo-quick-works-awards.bribe'] },
  { demand: '1e999', query: `year=1e999&${stays}`, opens: stays, told: ['year year=1e999'] },
  { demand: '1e999', case: 'as a size', query: `effect.castillo-quick-works-awards.bribery-case=1_2_1e999&${stays}`, opens: stays, told: ['unknown effect.castillo-quick-works-awards.bribe'] },
  { demand: '-0', query: `year=-0&${stays}`, opens: stays, told: ['year year=-0'] },
  { demand: 'a year out of range', case: 'the one that is the baseline', query: `year=2021&${stays}`, opens: stays, told: ['year year=2021'] },
  { demand: 'a year out of range', case: 'the one after the last', query: `year=2031&${stays}`, opens: stays, told: ['year year=2031'] },
  { demand: 'a year out of range', case: 'with a sign', query: `year=%2B2026&${stays}`, opens: stays, told: ['year year=2026'] },
  { demand: 'a year out of range', case: 'with decimals', query: `year=2026.0&${stays}`, opens: stays, told: ['year year=2026.0'] },
  { demand: 'a year out of range', case: 'none', query: `year=&${stays}`, opens: stays, told: ['year year='] },
  { demand: 'unknown assumption', query: `${stays}&weather=wet`, opens: stays, told: ['unknown weather=wet'] },
  { demand: 'unknown assumption', case: 'five hundred of them', query: Array.from({ length: 500 }, (_, i) => `k${i}=`).join('&'), opens: '', told: Array.from({ length: 500 }, (_, i) => `unknown k${i}=`) },
  { demand: 'unknown state', query: 'leadership=king', opens: '', told: ['unknown leadership=king'] },
  { demand: 'unknown state', case: 'one of another assumption', query: 'leadership=approved', opens: '', told: ['unknown leadership=approved'] },
  { demand: 'unknown variable', query: `open=cosco-leeds&${stays}`, opens: stays, told: ['unknown open=cosco-leeds'] },
  { demand: 'unknown variable', case: 'with a baseline', query: `base.nothing=2020&base.=2020&base.trade-total=2020&${stays}`, opens: stays, told: ['unknown base.nothing=2020', 'unknown base.=2020', 'unknown base.trade-total=2020'] },
  { demand: 'unknown variable', case: 'with a baseline that it does not have', query: `base.imports-from-prc=2018&${stays}`, opens: stays, told: ['unknown base.imports-from-prc=2018'] },
  { demand: 'unknown variable', case: 'changed, and an unknown rule', query: `start.nothing=1&off.nothing=1&${stays}`, opens: stays, told: ['unknown start.nothing=1', 'unknown off.nothing=1'] },
  { demand: 'unknown scenario', query: `kept=%3Cb%3E&${stays}`, opens: stays, told: ['unknown kept=b'] },
  { demand: 'unknown scenario', case: 'by a key that no page has', query: `scenario=junta&${stays}`, opens: stays, told: ['unknown scenario=junta'] },
  { demand: '__proto__ as id', query: `__proto__=1&base.__proto__=2020&${stays}`, opens: stays, told: ['unknown __proto__=1', 'unknown base.__proto__=2020'] },
  { demand: '__proto__ as id', case: 'of a state and a variable', query: 'leadership=__proto__&open=__proto__', opens: '', told: ['unknown leadership=__proto__', 'unknown open=__proto__'] },
  { demand: 'constructor as id', query: `constructor=prototype&open=constructor&view=constructor&${stays}`, opens: stays, told: ['unknown constructor=prototype', 'unknown open=constructor', 'unknown view=constructor'] },
  { demand: 'toString as id', query: `toString=1&hasOwnProperty=x&chancay-sez=valueOf&${stays}`, opens: stays, told: ['unknown toString=1', 'unknown hasOwnProperty=x', 'unknown chancay-sez=valueOf'] },
  { demand: 'compressed text that expands a thousandfold (stopped at 16 KB)', case: 'nothing in an address is expanded', query: `z=eJztwTEBAAAAwqD1T20ND6AAAAAAAAAAAAAAAAAA&${stays}`, opens: stays, told: ['unknown z=eJztwTEBAAAAwqD1T20ND6AAAAAAAAAAAAAAAA'] },
  { demand: 'compressed text that expands a thousandfold (stopped at 16 KB)', case: 'changes by a name that nothing is kept under', query: `mine=1a2b3c&${stays}`, opens: stays, told: ['mine 1a2b3c'] },
  { demand: 'script in a text field (no text is ever taken from the address)', query: 'leadership=%3Cscript%3Ewindow.hurt=1%3C/script%3E&%3Cimg%20src=x%20onerror=window.hurt=1%3E=1', opens: '', told: ['unknown leadership=scriptwindow.hurt=1script', 'unknown imgsrc=xonerror=window.hurt=1=1'], loaded: true },
  { demand: 'script in a text field (no text is ever taken from the address)', case: 'as an address', query: 'open=javascript:window.hurt=1&view=data:text/html,%3Cb%3Eloud%3C/b%3E', opens: '', told: ['unknown open=javascriptwindow.hurt=1', 'unknown view=datatexthtmlbloudb'] },
  { demand: 'script in a text field (no text is ever taken from the address)', case: 'as the hash of a citation', query: `hash=%3Cb%3E0123abcd&${stays}`, opens: stays, told: [] },
  { demand: '//host paths (no redirect off site)', case: 'as a part', query: `open=//evil.example/%2F..&${stays}`, opens: stays, told: ['unknown open=evil.example..'] },
  { demand: 'pack not installed', case: 'a version of it', query: `v=1&pack=9.9.9&${stays}`, opens: stays, told: [], madeWith: '9.9.9' },
  { demand: 'pack not installed', case: 'a version with markup', query: `v=1&pack=%3Cb%3E9&${stays}`, opens: stays, told: [], madeWith: 'b9' },
  { demand: 'pack not installed', case: 'another one', query: `model=otro.00000000&${stays}`, opens: stays, told: [], model: 'otro.00000000', loaded: true },
]
