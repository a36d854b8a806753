import { db } from '#app/infra/db/prisma.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { publicDepartment } from './rules.ts'
import type { PublicBatch } from './schema.ts'

const isoDay = (day: Date): string => day.toISOString().slice(0, 10)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** How many signatures on paper count: verified by a second person. Never added to those confirmed on line. */
export async function countOnPaper(campaignId: number): Promise<number> {
  const { _sum } = await db().paperBatch.aggregate({ where: { campaignId, state: 'verified' }, _sum: { valid: true } })
  return _sum.valid ?? 0
}

const publicColumns = {
  id: true,
  state: true,
  locale: true,
  textVersion: true,
  valid: true,
  refused: true,
  department: true,
  collectedFrom: true,
  collectedTo: true,
  scanHash: true,
  decidedAt: true,
  correctsId: true,
} as const

/** Every batch that counts, and every one that did until a correction took its place. The newest first. */
export async function listPublicBatches(campaignId: number): Promise<PublicBatch[]> {
  const rows = await db().paperBatch.findMany({
    where: { campaignId, state: { in: ['verified', 'replaced'] }, decidedAt: { not: null } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    select: publicColumns,
  })
  return rows.map(({ state, decidedAt, collectedFrom, collectedTo, scanHash, correctsId, department, ...row }) => ({
    ...row,
    counted: state === 'verified',
    verifiedOn: decidedAt ? parisDay(decidedAt) : '',
    collectedFrom: isoDay(collectedFrom),
    collectedTo: isoDay(collectedTo),
    locale: isLocale(row.locale) ? row.locale : 'fr',
    department: publicDepartment(row.valid, department),
    sha256: hex(scanHash),
    corrects: correctsId,
  }))
}

/** Where filled sheets are sent; `null` when the team has not said. */
export async function findPaperAddress(campaignId: number): Promise<string | null> {
  const row = await db().paperAddress.findUnique({ where: { campaignId }, select: { lines: true } })
  return row?.lines || null
}
