import process from 'node:process'
import { answer } from './answer'

// A reader such as `head` may stop listening before the end; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const { status, stdout, stderr } = answer(process.argv.slice(2), process.env.INIT_CWD || process.cwd())
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = status
