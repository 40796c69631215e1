// `npm run evaluate`: sees to the packages, then hands over to evaluate.ts on a Node that is new enough.
import process from 'node:process'
import { childNode, end, endOnSignal, install, run } from './setup.mjs'

endOnSignal(130)

try {
  await install()
  // npm runs scripts in the project's folder; paths in the options are meant from where the user stands.
  const env = { INIT_CWD: process.env.INIT_CWD || process.cwd() }
  const args = ['--import', 'tsx', 'app/_command/evaluate.ts', ...process.argv.slice(2)]
  const { code } = await run(childNode().path, args, { stdout: 1, env })
  process.exitCode = code
} catch (error) {
  end(error)
}
