import { BadForm, type FormFields } from './form-fields.server.ts'

/** What a form with a file sent: its fields, and the bytes of each file that was chosen. */
export interface MultipartForm {
  fields: FormFields
  files: ReadonlyMap<string, Uint8Array>
}

const mostParts = 60
/** What the platform's decoder puts where bytes are not UTF-8, and NUL, which no database keeps. */
const unreadable = /[\uFFFD\u0000]/u

/**
 * Reads `multipart/form-data` (RFC 7578) with the platform's own parser, under the rules of our other forms. Names and types that
 * the sender gave to a file are not read: they say what the sender wants.
 * @throws BadForm
 */
export async function readMultipart(body: Buffer, contentType: string): Promise<MultipartForm> {
  const sent = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } })
    .formData()
    .catch(() => {
      throw new BadForm('not a multipart form')
    })
  const fields = new Map<string, string[]>()
  const files = new Map<string, Uint8Array>()
  let parts = 0
  for (const [name, value] of sent) {
    if ((parts += 1) > mostParts) throw new BadForm('too many parts')
    if (typeof value !== 'string') {
      // A file field in which nothing was chosen is sent too, empty.
      if (value.size > 0 || value.name !== '') files.set(name, new Uint8Array(await value.arrayBuffer()))
      continue
    }
    if (unreadable.test(name) || unreadable.test(value)) throw new BadForm('not UTF-8, or NUL')
    const known = fields.get(name)
    if (known) known.push(value)
    else fields.set(name, [value])
  }
  return { fields, files }
}
