import { db } from '#app/infra/db/prisma.server.ts'
import { beforeTheFirst, follows } from '../audit-chain.server.ts'
import type { Fact } from '../facts.ts'
import type { TrailEntry } from '../schema.ts'
import { emailsOf } from './team.server.ts'

export const entriesPerPage = 50

export interface TrailPage {
  entries: TrailEntry[]
  count: number
  page: number
  pages: number
}

const isPresent = (id: string | null): id is string => id !== null

/** The fact that names somebody of the team, by their id. */
const whoseName = 'inNameOf'

/** One page of the trail, the latest deed first. A page that does not exist is the last one. */
export async function trailPage(wanted: number): Promise<TrailPage> {
  const count = await db().auditEntry.count()
  const pages = Math.max(1, Math.ceil(count / entriesPerPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const rows = await db().auditEntry.findMany({
    orderBy: { seq: 'desc' },
    skip: (page - 1) * entriesPerPage,
    take: entriesPerPage,
  })
  const facts = rows.map(({ detail }): Fact[] =>
    Object.entries(detail ?? {}).map(([name, value]) => ({ name, value: String(value) })),
  )
  const named = facts.flat().filter(({ name }) => name === whoseName)
  const emails = await emailsOf([
    ...rows.map(({ staffId }) => staffId).filter(isPresent),
    ...named.map(({ value }) => value),
  ])
  const entries = rows.map(({ seq, at, staffId, action, subject }, place) => ({
    seq: Number(seq),
    at,
    who: staffId && (emails.get(staffId) ?? staffId),
    action,
    subject,
    detail: (facts[place] ?? []).map(({ name, value }) => `${name} ${value}`).join(', '),
    facts: (facts[place] ?? []).map(({ name, value }) => ({
      name,
      value: name === whoseName ? (emails.get(value) ?? value) : value,
    })),
  }))
  return { entries, count, page, pages }
}

export type TrailCheck = { outcome: 'unbroken'; entries: number } | { outcome: 'broken'; at: number }

const batch = 1000

/**
 * Recomputes the whole chain, from the first entry. Tells the number of the first entry that is changed, missing or out of
 * place. Entries cut off at the end cannot show here: compare the count with one noted elsewhere.
 */
export async function verifyTrail(): Promise<TrailCheck> {
  let before: { seq: bigint; hash: Uint8Array } = { seq: 0n, hash: beforeTheFirst }
  for (;;) {
    const entries = await db().auditEntry.findMany({
      where: { seq: { gt: before.seq } },
      orderBy: { seq: 'asc' },
      take: batch,
    })
    for (const entry of entries) {
      if (!follows(entry, before)) return { outcome: 'broken', at: Number(before.seq) + 1 }
      before = entry
    }
    if (entries.length < batch) return { outcome: 'unbroken', entries: Number(before.seq) }
  }
}
