import type { Actor } from '#app/features/staff/policy.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { openKeyForTeam } from '#app/features/testimonies/keys.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { testimoniesRole } from '#app/features/testimonies/role.ts'
import { mayAppear, plainBars } from '#app/features/testimonies/rules.ts'
import type { Story } from '#app/features/testimonies/schema.ts'
import { openDraft, openOriginal } from '#app/features/testimonies/sealed-story.server.ts'
import { weeksSince } from '#app/features/testimonies/week.ts'
import { poolAs } from '#app/infra/db/pool.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { cursorText, type Cursor, type Filter } from './filter.ts'
import { viewOf, waits, whichOf, type Which } from './queries/which.server.ts'
import { claimSeenBy } from './rules.ts'
import { deskViews, type QueueList } from './schema.ts'
import type { QueuedTestimony } from './workbench.ts'

const columns = {
  id: true,
  locale: true,
  system: true,
  department: true,
  receivedWeek: true,
  state: true,
  uses: true,
  urgent: true,
  unreadByTeam: true,
  heldUntil: true,
  draftVersion: true,
  claimedById: true,
  claimedUntil: true,
  proposedById: true,
  secondedVersion: true,
  approvedVersion: true,
  sealedOriginal: true,
  sealedDraft: true,
  dataKey: { select: { forTeam: true } },
  campaign: { select: { slug: true } },
} as const

interface Sealed {
  id: string
  draftVersion: number
  sealedOriginal: Uint8Array | null
  sealedDraft: Uint8Array | null
  dataKey: { forTeam: Uint8Array } | null
}

function openIfWhole(
  { id, draftVersion, sealedOriginal, sealedDraft, dataKey }: Sealed,
  keyring: TeamKeyring | null,
): Story | null {
  if (!keyring || !dataKey) return null
  try {
    const key = openKeyForTeam(keyring, id, dataKey.forTeam)
    if (sealedDraft) return openDraft(key, { id, version: draftVersion }, sealedDraft)
    return sealedOriginal && openOriginal(key, id, sealedOriginal)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

export const perPage = 100

export interface Queue {
  items: QueuedTestimony[]
  total: number
  /** Where the next page begins; `null`: this is the last. */
  next: string | null
}

export interface Looking {
  actor: Pick<Actor, 'id'>
  keyring: TeamKeyring | null
}

interface Place {
  id: string
  urgent: boolean
  week: string
}

/** The ids of one page in their order, found by the index of the queue. */
async function placesOf(which: Which, after: Cursor | null): Promise<Place[]> {
  const { where, values, order } = whichOf(which, after)
  const { rows } = await poolAs(testimoniesRole).query<Place>(
    `select t.id, t.urgent, t.received_week::text as week from testimonies.testimony t
     where ${where} order by ${order} limit ${perPage + 1}`,
    values,
  )
  return rows
}

async function countOf(which: Which): Promise<number> {
  const { where, values } = whichOf(which)
  const { rows } = await poolAs(testimoniesRole).query<{ n: number }>(
    `select count(*)::int as n from testimonies.testimony t where ${where}`,
    values,
  )
  return rows[0]?.n ?? 0
}

const rowsOf = (ids: string[]) => apart().testimony.findMany({ where: { id: { in: ids } }, select: columns })
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function asQueued(row: Row, { actor, keyring }: Looking, now: Date): QueuedTestimony {
  const story = openIfWhole(row, keyring)
  return {
    id: row.id,
    title: story && plainBars(story.title),
    campaignSlug: row.campaign.slug,
    locale: row.locale,
    system: row.system,
    department: row.department,
    weeks: weeksSince(row.receivedWeek, now),
    state: row.state,
    draftVersion: row.draftVersion,
    urgent: row.urgent,
    answered: row.unreadByTeam,
    heldUntil: row.heldUntil && row.heldUntil.toISOString().slice(0, 10),
    seconded: row.state === 'proposed' && row.secondedVersion === row.draftVersion,
    claim: claimSeenBy(actor.id, row, now),
    proposedBy: row.proposedById === null ? 'nobody' : row.proposedById === actor.id ? 'me' : 'another',
    mayAppear: mayAppear(row.uses, { hasQuote: true }) !== null,
    hasWarning: Boolean(story?.contentWarning),
  }
}

/**
 * One page of the queue: urgent ones first, then the oldest, so that nobody waits because others are easier to read. Titles are
 * opened, stories are not shown.
 */
export async function listQueue(
  { filter, after = null }: { filter: Filter; after?: Cursor | null },
  looking: Looking,
  now: Date,
): Promise<Queue> {
  const which = { filter, actorId: looking.actor.id, now }
  const [places, total] = await Promise.all([placesOf(which, after), countOf(which)])
  const shown = places.slice(0, perPage)
  const rows = new Map((await rowsOf(shown.map(({ id }) => id))).map((row) => [row.id, row]))
  const items = shown.flatMap(({ id }) => {
    const row = rows.get(id)
    return row ? [asQueued(row, looking, now)] : []
  })
  const last = places.length > perPage ? shown.at(-1) : undefined
  return { items, total, next: last ? cursorText(last) : null }
}

export type ListCounts = Record<QueueList, number>

/** How many are in each list, seen by one person. */
export async function countLists(actor: Pick<Actor, 'id'>, now: Date): Promise<ListCounts> {
  const { rows } = await poolAs(testimoniesRole).query<{ list: string; n: number }>(
    `select ${viewOf} as list, count(*)::int as n from testimonies.testimony t
       where ($1::uuid is not null and $2::timestamptz is not null) and (${waits}) group by 1
     union all
     select case state when 'published' then 'published' else 'closed' end, count(*)::int from testimonies.testimony
       where state in ('published', 'declined', 'withdrawn') group by 1`,
    [actor.id, now],
  )
  const of = (list: string) => rows.find((row) => row.list === list)?.n ?? 0
  const waiting = deskViews.reduce((sum, view) => sum + of(view), 0)
  return {
    now: of('now'),
    witness: of('witness'),
    held: of('held'),
    own: of('own'),
    others: of('others'),
    waiting,
    published: of('published'),
    closed: of('closed'),
  }
}

/** How many testimonies one person can do something about now. */
export async function countToDo(actor: Pick<Actor, 'id'>, now: Date): Promise<number> {
  const { rows } = await poolAs(testimoniesRole).query<{ n: number }>(
    `select count(*)::int as n from testimonies.testimony t
     where ($1::uuid is not null and $2::timestamptz is not null) and (${waits}) and ${viewOf} = 'now'`,
    [actor.id, now],
  )
  return rows[0]?.n ?? 0
}
