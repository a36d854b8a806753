import { blockIndexes } from '#app/features/signatures/mailbox.server.ts'
import { subscriptionPlace } from '#app/features/signatures/places.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'
import { standingOf, type NewsStanding } from '../rules/standing.ts'

interface Found {
  campaignId: number
  state: string
  pausedUntil: Date | null
  leftAll: boolean
  emailIndex: Buffer
  sealedEmail: Buffer
  sealedName: Buffer
}

const statement = `
select campaign_id as "campaignId", state::text as state, paused_until as "pausedUntil", left_all as "leftAll",
  email_index as "emailIndex", sealed_email as "sealedEmail", sealed_name as "sealedName"
from subscription where campaign_id = $1 and id = $2`

/**
 * How the news of the campaign stand whose letter a link comes from, and of no other: whoever was passed the letter knows that
 * they were asked for, and learns nothing of what else was. `null` when we made no such link. It reads, and changes nothing.
 */
export async function findNewsStanding(token: string): Promise<NewsStanding | null> {
  const target = readLinkToken('unsubscribe', token)
  if (!target) return null
  const { rows } = await pool().query<Found>(statement, [target.campaignId, target.id])
  const [found] = rows
  // The sample link of a test letter names its mailing.
  if (!found) return (await isMailing(target.campaignId, target.id)) ? { is: 'sample' } : null
  return standingOf({ ...found, leftAlone: await isLeftAlone(found) })
}

async function isMailing(campaignId: number, id: string): Promise<boolean> {
  const { rowCount } = await pool().query('select 1 from mailing where campaign_id = $1 and id = $2', [campaignId, id])
  return Boolean(rowCount)
}

/** A month after leaving, the address is forgotten: then only what the row says is known. */
async function isLeftAlone(found: Found): Promise<boolean> {
  if (found.sealedEmail.length === 0) return false
  const { email } = openPerson(found, (column) => subscriptionPlace(column, found))
  const { rowCount } = await pool().query('select 1 from suppression where email_index = any($1)', [
    blockIndexes(email),
  ])
  return Boolean(rowCount)
}
