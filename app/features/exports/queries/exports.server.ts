import { emailsOf } from '#app/features/staff/queries/team.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { permissionFor, whyNotApprove } from '../rules.ts'
import {
  encryptions,
  exportFormats,
  exportKinds,
  exportStates,
  type Encryption,
  type ExportFormat,
  type ExportKind,
  type ExportState,
} from '../schema.ts'
import { openChunk, openDataKey } from '../sealed-file.server.ts'

export interface ShownExport {
  id: string
  campaign: string
  kind: ExportKind
  format: ExportFormat
  state: ExportState
  people: boolean
  reason: string
  encryption: Encryption
  requestedBy: string
  approvedBy: string | null
  requestedAt: string
  expiresAt: string | null
  expectedRows: number | null
  rows: number
  bytes: number
  sha256: string | null
  downloads: number
  /** Asked for by whoever looks. */
  mine: boolean
  mayDecide: boolean
  mayCancel: boolean
  mayDownload: boolean
}

const shown = {
  id: true,
  campaignId: true,
  kind: true,
  format: true,
  state: true,
  people: true,
  reason: true,
  encryption: true,
  requestedById: true,
  approvedById: true,
  requestedAt: true,
  expiresAt: true,
  expectedRows: true,
  rows: true,
  bytes: true,
  sha256: true,
  downloads: true,
} as const

const named = <V extends string>(list: readonly V[], value: string, otherwise: V): V =>
  list.find((known) => known === value) ?? otherwise

const mostListed = 100

/** Whether a file may be given to somebody: whoever asked for it, as long as it is kept and their role still grants it. */
const mayHave = (
  row: Pick<Row, 'state' | 'kind' | 'people' | 'requestedById' | 'expiresAt'>,
  actor: Actor,
  now: Date,
) =>
  row.state === 'ready' &&
  row.requestedById === actor.id &&
  row.expiresAt !== null &&
  row.expiresAt > now &&
  may(actor, permissionFor(named(exportKinds, row.kind, 'signers'), row.people))

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const rowsOf = (where: { id?: string }) =>
  db().exportJob.findMany({
    where,
    select: shown,
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take: mostListed,
  })

function shownOf(row: Row, people: ReadonlyMap<string, string>, who: { actor: Actor; now: Date }) {
  const { actor, now } = who
  const kind = named(exportKinds, row.kind, 'signers')
  const state = named(exportStates, row.state, 'failed')
  const mine = row.requestedById === actor.id
  const open = ['waiting', 'queued', 'running', 'ready'].includes(state)
  return {
    id: row.id,
    kind,
    state,
    format: named(exportFormats, row.format, 'csv'),
    encryption: named(encryptions, row.encryption, 'none'),
    people: row.people,
    reason: row.reason,
    requestedBy: people.get(row.requestedById) ?? '',
    approvedBy: row.approvedById && (people.get(row.approvedById) ?? ''),
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt && row.expiresAt.toISOString(),
    expectedRows: row.expectedRows,
    rows: row.rows,
    bytes: Number(row.bytes),
    sha256: row.sha256 && Buffer.from(row.sha256).toString('hex'),
    downloads: row.downloads,
    mine,
    mayDecide:
      whyNotApprove(
        { state, kind, people: row.people, requestedById: row.requestedById },
        { id: actor.id, may: (permission) => may(actor, permission) },
      ) === null,
    mayCancel: open && (mine || may(actor, 'manage-team')),
    mayDownload: mayHave(row, actor, now),
  }
}

/** Those that somebody may know of: their own, and those of kinds that they may ask for themself. */
export async function listExports(actor: Actor, now: Date): Promise<ShownExport[]> {
  const rows = (await rowsOf({})).filter(
    ({ kind, people, requestedById }) =>
      requestedById === actor.id || may(actor, permissionFor(named(exportKinds, kind, 'signers'), people)),
  )
  const ids = rows.flatMap(({ requestedById, approvedById }) =>
    approvedById ? [requestedById, approvedById] : [requestedById],
  )
  const [people, campaigns] = await Promise.all([
    emailsOf([...new Set(ids)]),
    db().campaign.findMany({ select: { id: true, slug: true } }),
  ])
  const slugs = new Map(campaigns.map(({ id, slug }) => [id, slug]))
  return rows.map((row) => ({ ...shownOf(row, people, { actor, now }), campaign: slugs.get(row.campaignId) ?? '' }))
}

/** How many wait for somebody's yes: not their own, and only of those who may give it. */
export const countExportsFor = async (actor: Pick<Actor, 'id' | 'role'>): Promise<number> =>
  may(actor, permissionFor('signers', true))
    ? db().exportJob.count({ where: { state: 'waiting', people: true, requestedById: { not: actor.id } } })
    : 0

const aPiece = `select sealed from export_chunk where export_id = $1 and n = $2`

/** The pieces of a file, one at a time, opened. @throws when one is missing: what came before is not the file */
export async function* fileBytes(id: string, { bytes, sealedDataKey }: { bytes: number; sealedDataKey: Uint8Array }) {
  const key = openDataKey(sealedDataKey, id)
  let sent = 0
  for (let n = 0; sent < bytes; n += 1) {
    const { rows } = await pool().query<{ sealed: Buffer }>(aPiece, [id, n])
    if (!rows[0]) throw new Error('A piece of an export is missing.')
    const piece = openChunk(key, { id, n }, rows[0].sealed)
    sent += piece.length
    yield piece
  }
}
