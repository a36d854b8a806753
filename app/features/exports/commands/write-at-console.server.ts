import { v7 as uuidv7 } from 'uuid'
import { appendAudit, type Deed } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { ageBytes, newAgeKey, type AgeKey, type AgeReader } from '#app/infra/files/age.server.ts'
import { manifestOf, Measured, type Facts } from '../packed.server.ts'
import { dataBytes, openSnapshot, type Progress } from '../queries/read-source.server.ts'
import { sourceOf } from '../queries/sources.server.ts'
import { permissionFor, type Manifest } from '../rules.ts'
import type { ExportFormat, ExportKind } from '../schema.ts'

export interface ConsoleExport {
  campaign: { id: number; slug: string }
  kind: ExportKind
  format: ExportFormat
  /** Names and addresses too: who of the team agreed, and why. */
  people: { approver: Pick<Actor, 'id' | 'role'>; reason: string } | null
  reader: AgeReader | null
}

export type ConsoleOutcome =
  { outcome: 'made'; manifest: Manifest } | { outcome: 'not-allowed' | 'must-encrypt' | 'bad-recipient' }

const note = (deed: Deed, now: Date) => db().$transaction((tx) => appendAudit(tx, deed, now))

/** The first entry is there before the first byte: what was begun and broken off is in the trail as well. */
async function noteBeginning(id: string, { kind, format, people, campaign }: ConsoleExport, now: Date): Promise<void> {
  if (!people) return
  const { approver, reason } = people
  const detail = { inNameOf: approver.id, campaign: campaign.slug, kind, format, people: true, reason }
  await note({ actor: null, action: 'export.approved-at-console', subject: `export:${id}`, detail }, now)
}

/**
 * Writes a file straight to whoever holds the command line, as it is read: nothing of it stays in the instance. One that names
 * people is encrypted and takes the yes of somebody of the team. When `write` ends, the trail has rows and SHA-256 of what was
 * written.
 */
export async function writeAtConsole(
  asked: ConsoleExport,
  write: (file: AsyncGenerator<Buffer>) => Promise<void>,
  now: Date,
): Promise<ConsoleOutcome> {
  const { kind, format, people, campaign, reader } = asked
  if (people && !may(people.approver, permissionFor(kind, true))) return { outcome: 'not-allowed' }
  if (people && !reader) return { outcome: 'must-encrypt' }
  const key = reader && (await newAgeKey(reader))
  if (reader && !key) return { outcome: 'bad-recipient' }
  const id = uuidv7()
  await noteBeginning(id, asked, now)
  const written = await stream({ ...asked, id, key }, write)
  const { rows, bytes, sha256 } = written
  const detail = {
    campaign: campaign.slug,
    kind,
    format,
    people: people !== null,
    rows,
    bytes,
    sha256: sha256.toString('hex'),
  }
  await note({ actor: null, action: 'export.made-at-console', subject: `export:${id}`, detail }, now)
  return { outcome: 'made', manifest: manifestOf(written.facts, written) }
}

interface Streaming extends ConsoleExport {
  id: string
  key: AgeKey | null
}

interface Streamed {
  facts: Facts
  rows: number
  bytes: number
  sha256: Buffer
}

async function stream(
  { id, kind, format, people, campaign, key }: Streaming,
  write: (file: AsyncGenerator<Buffer>) => Promise<void>,
): Promise<Streamed> {
  const source = sourceOf(kind, campaign.id, people !== null)
  const snapshot = await openSnapshot(source)
  const progress: Progress = { rows: 0 }
  const measured = new Measured()
  let isOver = false
  try {
    const data = dataBytes({ source, format }, snapshot, progress)
    await write(measured.through(key ? ageBytes(key, data) : data))
    isOver = true
  } finally {
    await snapshot.close(isOver)
  }
  const facts = {
    id,
    kind,
    format,
    people: people !== null,
    campaign: campaign.slug,
    asOf: snapshot.asOf,
    columns: source.columns,
  }
  return { facts, rows: progress.rows, bytes: measured.bytes, sha256: measured.digest() }
}
