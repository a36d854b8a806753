import { v7 as uuidv7 } from 'uuid'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { findDrip, toldFrom, untold, type Drip } from '../queries/drip.server.ts'
import { afterQuiet, digestDue, mostNamed, turns } from '../rules/drip.ts'

/** Paced letters get their times so far ahead, in milliseconds. */
const ahead = 60 * 60_000
const mostPaced = 120

export interface Planning {
  now: Date
  /** 0 to below 1, drawn anew for each paced letter. */
  chance: () => number
}

interface Letter {
  kind: 'digest' | 'single'
  dueAt: number
  /** Of signatures. */
  ids: string[]
}

async function next(
  tx: Transaction,
  { campaignId, from, most }: { campaignId: number; from: string; most: number },
): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select s.id ${untold} order by s.confirmed_at, s.id limit $3::int`,
    campaignId,
    from,
    most,
  )
  return rows.map(({ id }) => id)
}

async function write(
  tx: Transaction,
  campaignId: number,
  { kind, dueAt, ids, now }: Letter & { now: Date },
): Promise<void> {
  const id = uuidv7({ msecs: now.getTime() })
  await tx.targetLetter.create({
    data: { id, campaignId, kind, people: ids.length, createdAt: now },
    select: { id: true },
  })
  // Whoever is told of already makes the whole letter fail: it is planned anew without them.
  await tx.$executeRawUnsafe(
    'insert into target_mention (campaign_id, signature_id, letter_id) select $1, unnest($2::uuid[]), $3::uuid',
    campaignId,
    ids,
    id,
  )
  await tx.delivery.create({
    data: { campaignId, id, kind: 'target', subjectId: id, lane: 2, dueAt: new Date(dueAt) },
    select: { id: true },
  })
}

/** A digest that names people names so many at most: then it is several letters. One that names nobody is one. */
const inOneLetter = ({ settings }: Drip) => (settings.names ? mostNamed : 1_000_000)

async function planDigest(
  tx: Transaction,
  campaignId: number,
  { drip, now }: { drip: Drip; now: Date },
): Promise<number> {
  const { settings } = drip
  const day = digestDue(settings, now.getTime())
  if (drip.lastDigest !== null && day <= drip.lastDigest) return 0
  await tx.targetDrip.update({ where: { campaignId }, data: { lastDigest: day }, select: { campaignId: true } })
  const dueAt = afterQuiet(settings, now.getTime())
  const most = inOneLetter(drip)
  for (let letters = 0; ; letters += 1) {
    const ids = await next(tx, { campaignId, from: toldFrom(drip, now), most })
    if (ids.length === 0) return letters
    await write(tx, campaignId, { kind: 'digest', dueAt, ids, now })
  }
}

async function planPaced(
  tx: Transaction,
  campaignId: number,
  { drip, now, chance }: Planning & { drip: Drip },
): Promise<number> {
  const from = Math.max(now.getTime(), drip.plannedUntil?.getTime() ?? 0)
  const until = now.getTime() + ahead
  if (from >= until) return 0
  const most = Math.min(mostPaced, Math.ceil(((until - from) / ahead) * drip.settings.perHour) + 1)
  const ids = await next(tx, { campaignId, from: toldFrom(drip, now), most })
  const { times, next: plannedUntil } = turns(drip.settings, { from, until, most: ids.length, chance })
  for (const [at, dueAt] of times.entries()) {
    const id = ids[at]
    if (id !== undefined) await write(tx, campaignId, { kind: 'single', dueAt, ids: [id], now })
  }
  if (times.length > 0)
    await tx.targetDrip.update({
      where: { campaignId },
      data: { plannedUntil: new Date(plannedUntil) },
      select: { campaignId: true },
    })
  return times.length
}

/** A large digest is written row by row of its mentions, which takes its time. */
const longest = 5 * 60_000

/**
 * Makes the letters to the addressee that are due: a digest once its hour has come, or paced letters for the next hour. Every
 * confirmed signature comes into one letter and no more, whenever it was confirmed or given back: the database refuses a second
 * mention, and what is in no letter is looked for each time. Safe from several workers at once.
 * @returns how many letters
 */
export async function planTargetLetters(campaignId: number, planning: Planning): Promise<number> {
  return db().$transaction(
    async (tx) => {
      const held = await tx.$queryRaw<unknown[]>`
        select campaign_id from target_drip where campaign_id = ${campaignId} and state = 'running' for update skip locked`
      const drip = held.length > 0 ? await findDrip(campaignId) : null
      if (!drip) return 0
      const letters =
        drip.settings.rhythm === 'paced'
          ? await planPaced(tx, campaignId, { ...planning, drip })
          : await planDigest(tx, campaignId, { drip, now: planning.now })
      if (letters > 0) await notifyWith(tx, 'delivery', '')
      return letters
    },
    { timeout: longest },
  )
}
