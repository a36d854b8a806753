import { createHash } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { piecePlace } from '../places.ts'
import { findHead } from '../queries/read-file.server.ts'
import { EncodingLook } from '../rules/encoding.ts'
import { looksLikeHeader } from '../rules/formats.ts'
import { CsvReader } from '../rules/csv.ts'
import { recogniseSeparator, separators } from '../rules/separator.ts'
import { mostFileBytes } from '../schema.ts'

export type TakeOutcome =
  | { outcome: 'taken'; id: number }
  | { outcome: 'empty' }
  | { outcome: 'too-large' }
  /** The same bytes wait here or are under way: whoever sends them again goes on there. */
  | { outcome: 'known'; id: number }

interface Taking {
  /** `null`: whoever holds the command line. */
  actor: Actor | null
  file: AsyncIterable<Uint8Array>
  now: Date
}

/** Bytes of a piece: sealed one by one, so that a file of any size passes through little memory. */
const pieceBytes = 192 * 1024

/** Pieces of one size of what comes in any. */
async function* cut(file: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  for await (const part of file) {
    held = Buffer.concat([held, part])
    while (held.length >= pieceBytes) {
      yield held.subarray(0, pieceBytes)
      held = held.subarray(pieceBytes)
    }
  }
  if (held.length > 0) yield held
}

const forget = (id: number) =>
  db().$transaction([
    db().importPiece.deleteMany({ where: { importId: id } }),
    db().dataImport.deleteMany({ where: { id, pieces: null } }),
  ])

async function keepPieces(id: number, file: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  const look = new EncodingLook()
  let bytes = 0
  let pieces = 0
  for await (const piece of cut(file)) {
    bytes += piece.length
    // What is too much is read to its end and not kept: a connection that is cut loses the answer.
    if (bytes > mostFileBytes) continue
    hash.update(piece)
    look.push(piece)
    const sealed = seal(piece.toString('base64'), piecePlace(id, pieces))
    await db().importPiece.create({ data: { importId: id, n: pieces, sealed } })
    pieces += 1
  }
  return { bytes, pieces, sha256: Uint8Array.from(hash.digest()), encoding: look.recognise() }
}

/** The first record, which may go on over lines. Of one whose quote is never closed its line: reading the file tells of that. */
function firstCells(head: string, separator: string): string[] {
  const [first] = new CsvReader(separator).push(`${head}\n`)
  return first?.cells ?? (head.split(/\r\n|\n|\r/, 1)[0] ?? '').split(separator)
}

/** Keeps the file, and recognises how it is written. */
async function readFile(id: number, file: AsyncIterable<Uint8Array>) {
  const kept = await keepPieces(id, file)
  if (kept.bytes === 0) return { outcome: 'empty' as const }
  if (kept.bytes > mostFileBytes) return { outcome: 'too-large' as const }
  const head = await findHead(id, kept)
  const separator = recogniseSeparator(head)
  return { kept, separator, hasHeader: looksLikeHeader(firstCells(head, separators[separator])) }
}

/**
 * Takes in a file: sealed piece by piece as it comes, its encoding, separator and header recognised. Nothing of it is looked at by
 * anyone before this resolves. Of a file that is here already nothing is kept a second time.
 */
export async function takeFile({ actor, file, now }: Taking): Promise<TakeOutcome> {
  const begun = { sha256: new Uint8Array(), bytes: 0, encoding: 'utf-8', separator: 'comma', hasHeader: true }
  const { id } = await db().dataImport.create({
    data: { ...begun, uploadedAt: now, uploadedById: actor?.id ?? null },
    select: { id: true },
  })
  const read = await readFile(id, file).catch(async (error: unknown) => {
    await forget(id)
    throw error
  })
  if (read.outcome !== undefined) {
    await forget(id)
    return { outcome: read.outcome }
  }
  const { kept, separator, hasHeader } = read
  return db().$transaction(async (tx): Promise<TakeOutcome> => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${turnOfImports}::int)`
    const same = await tx.dataImport.findFirst({
      where: {
        sha256: kept.sha256,
        pieces: { not: null },
        state: { in: ['uploaded', 'checking', 'checked', 'running'] },
      },
      select: { id: true },
      orderBy: { id: 'desc' },
    })
    if (same) {
      await tx.importPiece.deleteMany({ where: { importId: id } })
      await tx.dataImport.delete({ where: { id } })
      return { outcome: 'known', id: same.id }
    }
    await tx.dataImport.update({
      where: { id },
      data: { ...kept, separator, hasHeader },
    })
    const detail = { bytes: kept.bytes, sha256: Buffer.from(kept.sha256).toString('hex') }
    await appendAudit(tx, { actor, action: 'import.taken', subject: `import:${id}`, detail }, now)
    return { outcome: 'taken', id }
  })
}

/** One at a time says whether its file is new. */
const turnOfImports = 711_311
