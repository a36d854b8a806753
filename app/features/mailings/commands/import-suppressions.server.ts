import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readSuppressionList, type KeptReason, type Listed } from '../rules/suppression-list.ts'
import { endNews, stopMailboxes } from './stop-mail.server.ts'

export interface ImportCount {
  /** Mailboxes of the list that are not left alone yet, each once. */
  fresh: number
  known: number
  /** Lines that are no address and no hash of ours. */
  wrong: number[]
}

interface Importing {
  /** `null`: whoever sits at the server. */
  actor: Actor | null
  text: string
  now: Date
}

interface Kept {
  mailbox: Buffer
  reason: KeptReason
}

const keptOf = (one: Listed): Kept =>
  'hash' in one
    ? { mailbox: Buffer.from(one.hash, 'hex'), reason: one.reason }
    : { mailbox: mailboxIndex(one.address), reason: 'imported' }

const eachOnce = (kept: readonly Kept[]) => [...new Map(kept.map((one) => [one.mailbox.toString('hex'), one])).values()]

/** What an import would do. It reads, and changes nothing. */
export async function countImport(text: string): Promise<ImportCount> {
  const { listed, wrong } = readSuppressionList(text)
  const mailboxes = eachOnce(listed.map(keptOf)).map(({ mailbox }) => Uint8Array.from(mailbox))
  const [found] = await db().$queryRaw<{ n: number }[]>`
    select count(*)::int as n from suppression where email_index = any(${mailboxes}::bytea[])`
  const known = found?.n ?? 0
  return { fresh: mailboxes.length - known, known, wrong }
}

const atOnce = 500

/**
 * Leaves everyone on a list alone: no news from now on, and none that wait. Of an address its keyed hash is kept and nothing
 * else; hashes that we exported come back with their reasons. Safe to call again, also after it was interrupted.
 */
export async function importSuppressions({ actor, text, now }: Importing): Promise<ImportCount> {
  const count = await countImport(text)
  const { listed } = readSuppressionList(text)
  for (let from = 0; from < listed.length; from += atOnce) {
    const part = listed.slice(from, from + atOnce)
    await db().$transaction((tx) => keepListed(tx, part, now), { timeout: 60_000 })
  }
  const detail = { fresh: count.fresh, known: count.known, wrong: count.wrong.length }
  await db().$transaction((tx) =>
    appendAudit(tx, { actor, action: 'suppressions.imported', subject: 'suppressions', detail }, now),
  )
  return count
}

/** Leaves these alone inside a transaction, together with whatever else it does. Safe to call again. */
export async function keepListed(tx: Transaction, part: readonly Listed[], now: Date): Promise<void> {
  const kept = eachOnce(part.map(keptOf))
  const of = (reason: KeptReason) => kept.filter((one) => one.reason === reason).map(({ mailbox }) => mailbox)
  for (const reason of ['imported', 'bounced', 'complained'] as const)
    await stopMailboxes(tx, of(reason), { reason, now })
  await tx.$executeRaw`
    insert into suppression (email_index, reason, created_at)
    select unnest(${of('not-me').map((mailbox) => Uint8Array.from(mailbox))}::bytea[]), 'not-me', ${now}
    on conflict (email_index) do update set reason = excluded.reason`
  const addresses = part.flatMap((one) => ('address' in one ? [one.address] : []))
  await endNews(tx, addresses, { reason: 'imported', now })
}
