// `npm run dev`: the pages with every edit shown at once; options go to `next dev`.
import process from 'node:process'
import { bin, end, endOnSignal, install } from './setup.mjs'

endOnSignal(0)

try {
  await install()
  const { code } = await bin('next', ['dev', ...process.argv.slice(2)])
  process.exitCode = code
} catch (error) {
  end(error)
}
