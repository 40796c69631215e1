import { addressOf, type Content, type ReadContent } from './content'

/** The content as a browser has it: fetched, each file once a page load. */
export const content: ReadContent = {
  readPack: fetchedOnce<Content['pack']>(),
  readWorkshop: fetchedOnce<Content['workshop']>(),
  readWords: fetchedOnce<Content['words']>(),
}

/** Rejects where the server is not reached, or has another build by now. */
function fetchedOnce<T>(): (file: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>()
  return (file) => {
    const known = asked.get(file)
    if (known) return known
    const fetched = fetch(addressOf(file)).then((response): Promise<T> => {
      if (response.ok) return response.json()
      throw new Error(`${addressOf(file)}: the server answered ${response.status}, and its content was expected.`)
    })
    asked.set(file, fetched)
    return fetched
  }
}
