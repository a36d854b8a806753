import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import {
  dripSettings,
  isDripState,
  isDripStop,
  type DripSettings,
  type DripState,
  type DripStop,
} from '../rules/drip.ts'
import type { DeliveryState } from '../schema.ts'

/** Letters to the addressee of one campaign, as they stand. */
export interface Drip {
  state: DripState
  revision: number
  /** A test of this very revision was taken by the mail server. */
  tested: boolean
  settings: DripSettings
  proposedById: string | null
  createdAt: Date
  startedAt: Date | null
  stoppedBecause: DripStop | null
  lastDigest: string | null
  plannedUntil: Date | null
}

/** `null`: nobody has set it up. @throws ZodError for settings that cannot be read any more: nothing is sent then */
export async function findDrip(campaignId: number): Promise<Drip | null> {
  const row = await db().targetDrip.findUnique({ where: { campaignId } })
  if (!row || !isDripState(row.state)) return null
  const { state, revision, testedRevision, settings, stoppedBecause } = row
  return {
    ...row,
    state,
    tested: testedRevision === revision,
    settings: dripSettings.parse(settings),
    stoppedBecause: isDripStop(stoppedBecause) ? stoppedBecause : null,
  }
}

/**
 * Letters `d` to the addressee that did not arrive: refused at the door, or sent back from a mailbox that does not exist. One that
 * a server took and sent back for now (a full mailbox, say) may have reached somebody on its way, and is never sent again.
 */
export const maySendAgain = `d.state::text = 'failed' and d.returned is distinct from 'soft'`
/** Letters to an addressee that wait for a second person. */
export interface DripWaiting {
  /** Of the page on which they are agreed to: `/admin/campaigns/<slug>/addressee`. */
  slug: string
  /** Whoever proposed it cannot agree to it. */
  proposedById: string | null
}

/** Letters to addressees that somebody proposed and nobody else has agreed to yet, of every campaign, in the order of their names. */
export async function listDripsWaiting(): Promise<DripWaiting[]> {
  const rows = await db().targetDrip.findMany({
    where: { state: 'proposed' },
    orderBy: { campaign: { slug: 'asc' } },
    select: { proposedById: true, campaign: { select: { slug: true } } },
  })
  return rows.map(({ proposedById, campaign: { slug } }) => ({ slug, proposedById }))
}

/** What became of the letters, and whom they tell of. */
export interface DripHistory {
  letters: Record<DeliveryState, number>
  /** Of those that failed, how many a person may have sent again. */
  sendable: number
  /** Of the letters that failed: taken first, and sent back. */
  returned: number
  /** When the last one was handed over. */
  lastAt: string | null
  /** Signatures told of in a letter that was handed over, and in one that still waits. */
  told: number
  waiting: number
  /** Confirmed and in no letter yet. */
  untold: number
  latest: (Listed & { at: string })[]
}

interface Listed {
  id: string
  kind: string
  people: number
  state: DeliveryState
  /** It was taken, and sent back later. */
  cameBack: boolean
}

interface Counted {
  state: DeliveryState
  letters: number
  sendable: number
  returned: number
  people: number
  lastAt: Date | null
}

const listed = 30

/** As in the progress of a mailing: what was refused at the door says the answer of the door. */
const cameBack = `(d.state::text = 'failed' and d.returned in ('hard', 'soft') and coalesce(d.reply, '') !~ '^[0-9]{3}( |$)')`

const states = `
select d.state::text as state, count(*)::int as letters, count(*) filter (where ${maySendAgain})::int as sendable,
  (count(*) filter (where ${cameBack}))::int as returned, coalesce(sum(l.people), 0)::int as people, max(d.ended_at) as "lastAt"
from target_letter l join delivery d on d.campaign_id = l.campaign_id and d.id = l.id
where l.campaign_id = $1 group by d.state`

const latest = `
select l.id, l.kind, l.people, d.state::text as state, ${cameBack} as "cameBack", coalesce(d.ended_at, d.due_at) as at
from target_letter l join delivery d on d.campaign_id = l.campaign_id and d.id = l.id
where l.campaign_id = $1 order by l.created_at desc, l.id desc limit ${listed}`

/** Signatures that are counted and told of in no letter. Values: campaign, and from when on they count (`-infinity`: all). */
export const untold = `
from signature s
where s.campaign_id = $1 and s.state::text = 'confirmed' and s.confirmed_at >= $2::timestamptz
  and not exists (select from target_mention m where m.campaign_id = s.campaign_id and m.signature_id = s.id)`

/** From when on signatures are told of. */
export const toldFrom = ({ settings, startedAt }: Pick<Drip, 'settings' | 'startedAt'>, now: Date): string =>
  settings.past ? '-infinity' : (startedAt ?? now).toISOString()

export async function findDripHistory(campaignId: number, drip: Drip, now: Date): Promise<DripHistory> {
  const [counted, list, rest] = await Promise.all([
    pool().query<Counted>(states, [campaignId]),
    pool().query<Listed & { at: Date }>(latest, [campaignId]),
    pool().query<{ n: number }>(`select count(*)::int as n ${untold}`, [campaignId, toldFrom(drip, now)]),
  ])
  const letters: DripHistory['letters'] = {
    queued: 0,
    claimed: 0,
    'handed-over': 0,
    deferred: 0,
    failed: 0,
    unknown: 0,
    suppressed: 0,
  }
  let [told, waiting, sendable, returned] = [0, 0, 0, 0]
  for (const { state, letters: n, sendable: again, returned: back, people } of counted.rows) {
    letters[state] = n
    sendable += again
    returned += back
    if (state === 'handed-over') told += people
    else if (state === 'queued' || state === 'claimed' || state === 'deferred') waiting += people
  }
  return {
    letters,
    sendable,
    returned,
    lastAt: counted.rows.find(({ state }) => state === 'handed-over')?.lastAt?.toISOString() ?? null,
    told,
    waiting,
    untold: rest.rows[0]?.n ?? 0,
    latest: list.rows.map(({ at, ...letter }) => ({ ...letter, at: at.toISOString() })),
  }
}
