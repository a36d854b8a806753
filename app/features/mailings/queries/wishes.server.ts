import { subscriptionPlace } from '#app/features/signatures/places.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'

/** A row as it lies in the database, whose address may be opened. */
export interface SealedWish {
  campaignId: number
  id: string
  emailIndex: Buffer
  sealedEmail: Buffer
  sealedName: Buffer
}

/** One campaign's news that a person asked for. */
export interface PersonsWish {
  campaignId: number
  id: string
  emailIndex: Buffer
  state: string
  yes: Date
  askedAt: Date | null
  /** Somebody looks at a signature of this address, or a rule struck it out. */
  held: boolean
}

/** When a wish was last said yes to. */
export const lastYes = (b: string) => `greatest(coalesce(${b}.activated_at, ${b}.created_at), ${b}.renewed_at)`

/** Whether a signature of this address is under review or under a rule, and whether none was ever confirmed. */
export const isHeld = (b: string) => `(
  select coalesce(bool_or(s.state::text in ('quarantined', 'invalidated')) or not bool_or(s.confirmed_at is not null), false)
  from signature s where s.campaign_id = ${b}.campaign_id and s.email_index = ${b}.email_index
)`

export const addressOf = (wish: SealedWish): string =>
  openPerson(wish, (column) => subscriptionPlace(column, wish)).email

/** Everywhere that the same person may have asked for news. Its own row goes by what it says: a rule of addresses may have changed. */
export function placesOf(wish: SealedWish, address: string, campaignIds: readonly number[]) {
  const personal = personalAddress(address)
  return campaignIds.map((id) => (id === wish.campaignId ? wish : whoseIn(id, personal)))
}

export type Place = Pick<SealedWish, 'campaignId' | 'emailIndex'>

const statement = `
select w.n, b.campaign_id as "campaignId", b.id, b.email_index as "emailIndex", b.state::text as state, ${lastYes('b')} as yes, r.asked_at as "askedAt", ${isHeld('b')} as held
from unnest($1::int[], $2::int[], $3::bytea[]) as w(n, campaign_id, email_index)
join subscription b on b.campaign_id = w.campaign_id and b.email_index = w.email_index
left join renewal r on r.campaign_id = b.campaign_id and r.id = b.id
where b.state::text <> 'pending'`

/** All wishes of several persons, each at the places where theirs may be. What nobody confirmed is none. */
export async function wishesAt(persons: readonly (readonly Place[])[]): Promise<PersonsWish[][]> {
  const found: PersonsWish[][] = persons.map(() => [])
  const asked = persons.flatMap((places, n) => places.map((place) => ({ n, ...place })))
  const { rows } = await pool().query<PersonsWish & { n: number }>(statement, [
    asked.map(({ n }) => n),
    asked.map(({ campaignId }) => campaignId),
    asked.map(({ emailIndex }) => emailIndex),
  ])
  for (const { n, ...wish } of rows) found[n]?.push(wish)
  return found
}
