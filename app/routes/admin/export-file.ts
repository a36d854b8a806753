import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { handOver } from '#app/features/exports/commands/hand-over.server.ts'
import { privatePage, refuse } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'

/** A file about people is asked for by POST: it is noted who took it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'enter')
  throw refuse(405)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'enter')
  const id = z.uuid().safeParse(params.id)
  const file = id.success ? await handOver(actor, id.data, context.now) : null
  if (!file) throw refuse(404)
  return new Response(createReadableStreamFromReadable(Readable.from(file.content)), {
    headers: {
      ...privatePage,
      'Content-Type': file.name.endsWith('.age') ? 'application/octet-stream' : 'application/zip',
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
