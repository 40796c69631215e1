import { madeFiles } from '../../_content/made'

export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams() {
  return Object.keys(madeFiles()).map((file) => ({ file }))
}

/** What pages stand on, by names that change with it: see app/_content/content.ts. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params
  return new Response(madeFiles()[file], {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
