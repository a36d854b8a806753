import { setTimeout as pause } from 'node:timers/promises'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { firstRealId, slug } from '../support/product.ts'
import { nthForm } from '../support/signing-requests.ts'
import type { Victim } from './victim.ts'

/** What people were told while things broke around them. */
export interface Told {
  /** Who read "thank you". */
  signed: number[]
  /** Ids whose confirmation was acknowledged. */
  confirmed: string[]
  /** No answer at all: the connection broke. */
  unanswered: number
  /** 503: told to come back. */
  refused: number
  /** Anything else, which nobody should see. */
  others: Record<string, number>
}

interface Storm {
  campaignId: number
  /** It blows until so many signatures were acknowledged. */
  people: number
  atOnce: number
  /** Called after each acknowledged signature with their number so far. */
  onSigned: (count: number) => void
  /** Resolves when it makes sense to send: nobody writes to a house that is known to be down. */
  open: () => Promise<void>
}

const form = 'application/x-www-form-urlencoded'

async function post(victim: Victim, path: string, fields: Record<string, string>): Promise<number | null> {
  try {
    const answer = await fetch(`${victim.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': form, origin: victim.origin },
      body: new URLSearchParams(fields).toString(),
      redirect: 'manual',
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return null
  }
}

/** @returns whether it was acknowledged */
function note(told: Told, status: number | null): boolean {
  if (status === 303) return true
  if (status === null) told.unanswered += 1
  else if (status === 503) told.refused += 1
  else told.others[status] = (told.others[status] ?? 0) + 1
  return false
}

async function pendingIds({ database }: Victim, known: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select id from signature where state = 'pending' and id >= $1 order by id limit 500`,
    [firstRealId],
  )
  return rows.map(({ id }) => id).filter((id) => !known.has(id))
}

/** Presses the links of whoever signed, as mails arrive, until the storm is over. */
async function confirmAlong(victim: Victim, storm: Storm, { told, over }: { told: Told; over: () => boolean }) {
  const tried = new Set<string>()
  while (!over()) {
    await storm.open()
    const ids = await pendingIds(victim, tried).catch(() => [])
    if (ids.length === 0) await pause(50)
    for (const id of ids.filter((_, at) => at % 2 === 0)) {
      await storm.open()
      tried.add(id)
      const status = await post(victim, `/fr/confirm/${linkToken('confirm', { campaignId: storm.campaignId, id })}`, {})
      if (note(told, status)) told.confirmed.push(id)
    }
    for (const id of ids) tried.add(id)
  }
}

/** People who sign, so many at a time, each once whatever they are told, while others confirm. */
export async function blow(victim: Victim, storm: Storm): Promise<Told> {
  const told: Told = { signed: [], confirmed: [], unanswered: 0, refused: 0, others: {} }
  let next = 0
  let over = false
  const person = async () => {
    while (told.signed.length < storm.people) {
      const n = (next += 1)
      await storm.open()
      if (note(told, await post(victim, `/fr/${slug}/sign`, nthForm(n)))) {
        told.signed.push(n)
        storm.onSigned(told.signed.length)
      } else await pause(20)
    }
  }
  const confirming = confirmAlong(victim, storm, { told, over: () => over })
  await Promise.all(Array.from({ length: storm.atOnce }, person))
  over = true
  await confirming
  return told
}

export const campaignOf = async ({ database }: Victim): Promise<number> => {
  const { rows } = await database.query<{ id: number }>('select id from campaign where slug = $1', [slug])
  return rows[0]?.id ?? 0
}

/** The tallies beside the signatures they count, where they differ. */
const differences = `
with counted as (
  select dimension, key, sum(n)::int as n from tally where campaign_id = $1 and dimension <> 'hour' group by 1, 2
), actual as (
  select dimension, key, count(*)::int as n from signature s cross join lateral (values
    ('all', ''), ('department', coalesce(s.department, 'unknown')), ('country', s.country), ('language', s.locale)
  ) as d(dimension, key) where s.campaign_id = $1 and s.state = 'confirmed' group by 1, 2
)
select dimension, key, c.n as counted, a.n as actual
from counted c full join actual a using (dimension, key) where c.n is distinct from a.n`

/** What is wrong with the world after the storm, in sentences; nothing when all that was promised is there. */
export async function findWrongs(victim: Victim, campaignId: number, told: Told): Promise<string[]> {
  const { database } = victim
  const wrongs: string[] = []
  const indexes = told.signed.map((n) => whoseIn(campaignId, personalAddress(nthForm(n)['email'] ?? '')).emailIndex)
  const { rows: lost } = await database.query(
    `select i from unnest($2::bytea[]) i where not exists (select from signature s where s.campaign_id = $1 and s.email_index = i)`,
    [campaignId, indexes],
  )
  if (lost.length > 0) wrongs.push(`${lost.length} acknowledged signatures are not in the database`)
  const { rows: mails } = await database.query(
    `select s.id from signature s left join delivery d on d.campaign_id = s.campaign_id and d.subject_id = s.id and d.kind = 'confirmation'
     where s.campaign_id = $1 and s.id >= $2 group by s.id having count(d.id) <> 1`,
    [campaignId, firstRealId],
  )
  if (mails.length > 0) wrongs.push(`${mails.length} signatures have none or more than one confirmation mail`)
  const { rows: unconfirmed } = await database.query(
    `select i from unnest($2::uuid[]) i where not exists (select from signature s where s.campaign_id = $1 and s.id = i and s.state = 'confirmed')`,
    [campaignId, told.confirmed],
  )
  if (unconfirmed.length > 0) wrongs.push(`${unconfirmed.length} acknowledged confirmations are not in the database`)
  const { rows: different } = await database.query(differences, [campaignId])
  if (different.length > 0) wrongs.push(`${different.length} tallies differ from a recount`)
  if (Object.keys(told.others).length > 0) wrongs.push(`unexpected answers: ${JSON.stringify(told.others)}`)
  return wrongs
}

export const toldText = ({ signed, confirmed, unanswered, refused }: Told): string =>
  `acknowledged: ${signed.length} signatures, ${confirmed.length} confirmations; broken off: ${unanswered}; told to come back: ${refused}`
