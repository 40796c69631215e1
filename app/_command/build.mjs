// `npm run build`: installs what is missing and builds the pages, fresh or not. `npm start` does this where it must.
import { build, end, endOnSignal, Failure, install } from './setup.mjs'

endOnSignal(130)

try {
  await install()
  const { code } = await build()
  if (code !== 0) throw new Failure('`next build` failed, see above.')
} catch (error) {
  end(error)
}
