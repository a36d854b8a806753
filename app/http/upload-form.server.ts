import { unstable_parseMultipartFormData as parseParts, type UploadHandler } from '@remix-run/node'
import { BadForm } from './form-fields.server.ts'

const mostParts = 10

type Part = AsyncIterable<Uint8Array>

/** What came of the file; `null`: none was chosen. */
export type Uploaded<T> = T | null

/** A part that has at least one byte, with that byte still in it; `null` of an empty one. */
async function begun(part: Part): Promise<Part | null> {
  const pieces = part[Symbol.asyncIterator]()
  let first = await pieces.next()
  while (!first.done && first.value.length === 0) first = await pieces.next()
  if (first.done) return null
  const { value } = first
  return (async function* () {
    yield value
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  })()
}

async function leaveOut(part: Part): Promise<void> {
  for await (const piece of part) if (piece.length === 0) continue
}

/**
 * Reads a form with one file that is taken as it comes, piece by piece: none of it is held in memory, and the name that the sender
 * gave it is not read. @throws BadForm
 */
export async function readUpload<T>(
  request: Request,
  { field, take }: { field: string; take: (file: Part) => Promise<T> },
): Promise<Uploaded<T>> {
  const taken: { value: T | null; error: unknown } = { value: null, error: null }
  let parts = 0
  const handle: UploadHandler = async ({ name, filename, data }) => {
    if ((parts += 1) > mostParts) throw new BadForm('too many parts')
    const file = filename !== undefined && name === field && taken.value === null ? await begun(data) : null
    if (file === null) await leaveOut(data)
    else
      taken.value = await take(file).catch((error: unknown) => {
        taken.error = error
        throw error
      })
    return null
  }
  try {
    await parseParts(request, handle)
  } catch (error) {
    if (taken.error !== null) throw taken.error
    throw error instanceof BadForm ? error : new BadForm('not a multipart form')
  }
  return taken.value
}
