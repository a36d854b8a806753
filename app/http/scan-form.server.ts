import { createHash } from 'node:crypto'
import { unstable_parseMultipartFormData as parseParts, type UploadHandler } from '@remix-run/node'
import { BadForm, type FormFields } from './form-fields.server.ts'

/** What became of the file: never kept, only hashed. */
export type Scan =
  | { outcome: 'none' }
  | { outcome: 'hashed'; sha256: string; bytes: number }
  | { outcome: 'too-large' }
  | { outcome: 'unreadable' }

export interface ScanForm {
  fields: FormFields
  scan: Scan
}

const mostText = 4096
const mostParts = 40
const utf8 = new TextDecoder('utf-8', { fatal: true })
const kinds = [Buffer.from('%PDF-'), Buffer.from([0xff, 0xd8, 0xff])]

type Part = AsyncIterable<Uint8Array>

async function textOf(part: Part): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of part) {
    if ((size += piece.length) > mostText) throw new BadForm('a field of this form is short')
    pieces.push(piece)
  }
  const text = utf8.decode(Buffer.concat(pieces))
  if (text.includes('\u0000')) throw new BadForm('NUL')
  return text
}

interface Taking {
  most: number
  /** Not only scans: whatever somebody keeps. */
  anyKind: boolean
}

/** Reads a file to its end, however large, and keeps its first bytes and its hash: a connection cut in the middle loses the answer. */
async function scanOf(part: Part, { most, anyKind }: Taking): Promise<Scan> {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let size = 0
  for await (const piece of part) {
    if (head.length < 8) head = Buffer.concat([head, piece]).subarray(0, 8)
    if ((size += piece.length) <= most) hash.update(piece)
  }
  if (size === 0) return { outcome: 'none' }
  if (size > most) return { outcome: 'too-large' }
  if (!anyKind && !kinds.some((kind) => head.subarray(0, kind.length).equals(kind))) return { outcome: 'unreadable' }
  return { outcome: 'hashed', sha256: hash.digest('hex'), bytes: size }
}

/** A file of another form, as of one that is given back: read to its end and left out. */
async function leaveOut(part: Part): Promise<void> {
  for await (const piece of part) if (piece.length === 0) continue
}

/**
 * Reads a form whose one file is hashed as it comes: 50 megabytes pass through and none stays, in memory or on a disk.
 * @throws BadForm
 */
export async function readScanForm(
  request: Request,
  { field, most, anyKind = false }: { field: string; most: number; anyKind?: boolean },
): Promise<ScanForm> {
  const fields = new Map<string, string[]>()
  let scan: Scan = { outcome: 'none' }
  let parts = 0
  const take: UploadHandler = async ({ name, filename, data }) => {
    if ((parts += 1) > mostParts) throw new BadForm('too many parts')
    if (filename !== undefined && name === field) scan = await scanOf(data, { most, anyKind })
    else if (filename !== undefined) await leaveOut(data)
    else fields.set(name, [...(fields.get(name) ?? []), await textOf(data)])
    return null
  }
  try {
    await parseParts(request, take)
  } catch (error) {
    throw error instanceof BadForm ? error : new BadForm('not a multipart form')
  }
  return { fields, scan }
}
