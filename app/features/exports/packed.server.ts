import { createHash } from 'node:crypto'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { xlsxType } from '#app/infra/files/xlsx.server.ts'
import { dataName, useOf, type Manifest } from './rules.ts'
import type { Column, ExportFormat, ExportKind } from './schema.ts'

export interface Facts {
  id: string
  kind: ExportKind
  format: ExportFormat
  people: boolean
  campaign: string
  asOf: Date
  columns: readonly Column[]
}

/** Bytes that are counted and hashed as they go by. */
export class Measured {
  readonly #hash = createHash('sha256')
  bytes = 0

  async *through(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      this.#hash.update(chunk)
      this.bytes += chunk.length
      yield chunk
    }
  }

  /** Once: the hash is closed. */
  digest(): Buffer {
    return this.#hash.digest()
  }
}

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl',
  xlsx: xlsxType,
} as const satisfies Record<ExportFormat, string>

/** What stands beside a file: what it is, of when, how much, and its SHA-256. */
export function manifestOf(facts: Facts, file: { rows: number; bytes: number; sha256: Buffer }): Manifest {
  const { id, kind, people, campaign, asOf, columns } = facts
  const { rows, bytes, sha256 } = file
  return {
    format: 'portevoix-export/1',
    export: id,
    kind,
    campaign,
    asOf: asOf.toISOString(),
    rows,
    columns,
    file: { name: dataName(facts), bytes, sha256: sha256.toString('hex'), type: types[facts.format] },
    use: useOf(kind, people),
  }
}

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`

/** A ZIP of the file and its manifest, as it is made. What goes wrong in the source destroys it with that error. */
export function packed(facts: Facts, data: AsyncGenerator<Buffer>, progress: { rows: number }): Readable {
  const zip = new yazl.ZipFile()
  const out = new PassThrough()
  const over = new AbortController()
  const fail = (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', fail)
  out.once('close', () => over.abort())
  zip.outputStream.pipe(out)
  const measured = new Measured()
  const entry = new PassThrough()
  const mtime = facts.asOf
  // A workbook is packed already. The least effort: at the usual one packing would take longer than reading.
  const packing = facts.format === 'xlsx' ? { compress: false } : { compressionLevel: 1 }
  zip.addReadStream(entry, dataName(facts), { mtime, ...packing })
  void pipeline(measured.through(data), entry, { signal: over.signal })
    .then(() => {
      const file = { rows: progress.rows, bytes: measured.bytes, sha256: measured.digest() }
      zip.addBuffer(Buffer.from(manifestText(manifestOf(facts, file))), 'manifest.json', { mtime })
      zip.end()
    })
    .catch(fail)
  return out
}
