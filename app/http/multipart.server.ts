import { BadForm, type FormFields } from './form-fields.server.ts'

/** The bytes of the files that were chosen, by field, in their order. */
export type FormFiles = ReadonlyMap<string, readonly Uint8Array[]>

/** What a form with files sent. */
export interface MultipartForm {
  fields: FormFields
  files: FormFiles
}

const mostParts = 60
/** What the platform's decoder puts where bytes are not UTF-8, and NUL, which no database keeps. */
const unreadable = /[\uFFFD\u0000]/u
/** RFC 2046 §5.1.1, without the blank that no program puts there. */
const boundaryIn = /;\s*boundary=("?)([-\w'()+,./:=?]{1,70})\1\s*(?:;|$)/iu

/** The edges in the bytes, one more than there are parts. Each part begins with one, so that none is missed. */
function hasTooManyParts(body: Buffer, boundary: string): boolean {
  const edge = Buffer.from(`--${boundary}`)
  let at = -edge.length
  for (let edges = 0; edges <= mostParts + 1; edges += 1) {
    at = body.indexOf(edge, at + edge.length)
    if (at < 0) return false
  }
  return true
}

function append<T>(to: Map<string, T[]>, name: string, value: T): void {
  const known = to.get(name)
  if (known) known.push(value)
  else to.set(name, [value])
}

/**
 * The fields of a form that was cut off in the middle, as far as they came whole: of a form that is too large, what was typed
 * before the files.
 */
export async function fieldsOfStart(start: Buffer, contentType: string): Promise<FormFields> {
  const boundary = boundaryIn.exec(contentType)?.[2] ?? ''
  const last = start.lastIndexOf(`\r\n--${boundary}`)
  if (boundary === '' || last < 0) return new Map()
  const whole = Buffer.concat([start.subarray(0, last), Buffer.from(`\r\n--${boundary}--\r\n`)])
  const form = await readMultipart(whole, contentType).catch(() => null)
  return form?.fields ?? new Map()
}

/**
 * Reads `multipart/form-data` (RFC 7578) with the platform's own parser, under the rules of our other forms. Names and types that
 * the sender gave to a file are not read: they say what the sender wants.
 * @throws BadForm
 */
export async function readMultipart(body: Buffer, contentType: string): Promise<MultipartForm> {
  const boundary = boundaryIn.exec(contentType)?.[2]
  if (boundary === undefined) throw new BadForm('no boundary')
  // The parser makes an object of every part before we see one: a few megabytes of empty ones would hold everybody up for seconds.
  if (hasTooManyParts(body, boundary)) throw new BadForm('too many parts')
  // Told in our words, so that the parser cannot look for another boundary than the one that was counted.
  const type = `multipart/form-data; boundary="${boundary}"`
  const sent = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw new BadForm('not a multipart form')
  })
  const fields = new Map<string, string[]>()
  const files = new Map<string, Uint8Array[]>()
  for (const [name, value] of sent) {
    if (typeof value !== 'string') {
      // A file field in which nothing was chosen is sent too, empty.
      if (value.size > 0 || value.name !== '') append(files, name, new Uint8Array(await value.arrayBuffer()))
      continue
    }
    if (unreadable.test(name) || unreadable.test(value)) throw new BadForm('not UTF-8, or NUL')
    append(fields, name, value)
  }
  return { fields, files }
}
