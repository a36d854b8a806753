import { hash } from 'node:crypto'
import { db } from '#app/infra/db/prisma.server.ts'

const isoDay = (day: Date): string => day.toISOString().slice(0, 10)
const dated = (day: string) => new Date(`${day}T00:00:00Z`)

/** A day as it stands in an address; anything else is no day. */
export const isReleaseDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && isoDay(dated(day)) === day

export interface ReleaseLine {
  /** Paris, `YYYY-MM-DD`. */
  day: string
  madeAt: Date
  confirmed: number
}

/** Every release that is kept, the newest first. */
export async function listReleases(campaignId: number): Promise<ReleaseLine[]> {
  const rows = await db().numbersRelease.findMany({
    where: { campaignId },
    orderBy: { day: 'desc' },
    select: { day: true, madeAt: true, confirmed: true },
  })
  return rows.map(({ day, ...rest }) => ({ day: isoDay(day), ...rest }))
}

export interface Release extends ReleaseLine {
  /** The data package, byte for byte. */
  manifest: string
}

/** The release of a day; without one the newest. */
export async function findRelease(campaignId: number, day: string | null): Promise<Release | null> {
  const row = await db().numbersRelease.findFirst({
    where: { campaignId, ...(day !== null && { day: dated(day) }) },
    orderBy: { day: 'desc' },
  })
  return row && { day: isoDay(row.day), madeAt: row.madeAt, confirmed: row.confirmed, manifest: row.manifest }
}

export interface ReleasedFile {
  name: string
  bytes: number
  /** Hexadecimal. */
  sha256: string
}

/** Its files by name, without what is in them. */
export async function filesOfRelease(campaignId: number, day: string): Promise<ReleasedFile[]> {
  const rows = await db().numbersFile.findMany({ where: { campaignId, day: dated(day) }, orderBy: { name: 'asc' } })
  return rows.map(({ name, body }) => ({
    name,
    bytes: Buffer.byteLength(body),
    sha256: hash('sha256', body, 'hex'),
  }))
}

/** One file as it was released; `null` when there is none of this name. */
export async function releasedFile(campaignId: number, day: string, name: string): Promise<string | null> {
  const row = await db().numbersFile.findUnique({
    where: { campaignId_day_name: { campaignId, day: dated(day), name } },
    select: { body: true },
  })
  return row?.body ?? null
}
