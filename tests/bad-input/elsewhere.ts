/** Demands that a table of rows cannot hold: the test that holds each, by its file and the beginning of its title. */
export const elsewhere: readonly { demand: string; file: string; title: string }[] = [
  {
    demand: 'link of the first release (opens the same for ever)',
    file: 'tests/bad-input/golden.test.ts',
    title: 'links open as they always have',
  },
  {
    demand: 'link of the first release (opens the same for ever)',
    file: 'e2e/compare.spec.ts',
    title: 'a link made with an earlier pack shows its figures and those of now',
  },
  {
    demand: 'compressed text that expands a thousandfold (stopped at 16 KB)',
    file: 'tests/files/pack-file.test.ts',
    title: 'a bomb, honest or not about its size, is stopped before it has burst',
  },
  { demand: '//host paths (no redirect off site)', file: 'e2e/bad-input.spec.ts', title: 'no path leads off the site' },
  { demand: 'unknown locale', file: 'e2e/bad-input.spec.ts', title: 'an address of no page is answered' },
  {
    demand: 'a thousand random byte strings (never throws)',
    file: 'tests/bad-input/address.test.ts',
    title: 'opens a thousand random byte strings',
  },
  {
    demand: 'fifty quick back and forward steps (state equals address each time)',
    file: 'e2e/bad-input.spec.ts',
    title: 'fifty quick steps back and forward',
  },
  {
    demand: 'version older (migrated)',
    file: 'tests/bad-input/golden.test.ts',
    title: 'files open as they always have',
  },
  {
    demand: 'same id and other content (asks, never overwrites)',
    file: 'e2e/models.spec.ts',
    title: 'an edited pack asks beside the one with its id',
  },
  {
    demand: '500 random mutations of a sound pack (never a throw)',
    file: 'tests/bad-input/files.test.ts',
    title: '500 random mutations of a sound file never throw',
  },
  {
    demand: '500 random mutations of a sound pack (never a throw)',
    file: 'tests/pack/load-whole.test.ts',
    title: '500 random changes of the sound pack',
  },
  { demand: 'hostile names in SVG', file: 'e2e/bad-input.spec.ts', title: 'hostile names stay names' },
  { demand: 'hostile names in PNG', file: 'e2e/bad-input.spec.ts', title: 'hostile names stay names' },
  { demand: 'printing without colour', file: 'e2e/bad-input.spec.ts', title: 'what is printed is read without colour' },
  {
    demand: 'fifty files dropped at once (one taken, the rest listed)',
    file: 'e2e/bad-input.spec.ts',
    title: 'of fifty files dropped at once one is taken and the rest are listed',
  },
]
