import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { signaturePlace } from '#app/features/signatures/places.ts'
import { personText } from '#app/features/signatures/sealed-person.server.ts'
import { bytesArray } from '#app/infra/db/binary-array.ts'
import { seal } from '#app/infra/vault/seal.server.ts'

const atOnce = 10_000

/**
 * Gives four of ten signatures of a campaign a wish for news, and puts people into another campaign whose addresses are sealed as
 * those of real ones are: half of them may be written to, the other half let their name be shown.
 */
export async function fillPeople(client: pg.Client, { campaignId, people }: { campaignId: number; people: number }) {
  await client.query(
    `insert into subscription (campaign_id, id, email_index, sealed_email, sealed_name, locale, state, created_at)
     select campaign_id, id, email_index, sealed_email, '', locale, 'active', created_at from signature
     where campaign_id = $1 and get_byte(email_index, 0) % 10 < 4`,
    [campaignId],
  )
  const others = campaignId + 1000
  for (let from = 0; from < people; from += atOnce) {
    const indexes = Array.from({ length: Math.min(atOnce, people - from) }, () => randomBytes(32))
    const sealed = indexes.map((emailIndex, at) =>
      seal(
        personText({ email: `reader-${from + at}@example.org`, name: `Camille Exemple ${from + at}` }),
        signaturePlace('sealed_email', { campaignId: others, emailIndex }),
      ),
    )
    await client.query(
      `insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, country, locale, text_version, show_name, state, mailed_at, created_at, confirmed_at)
       select $1, gen_random_uuid(), i, s, '', 'FR', 'fr', 1, get_byte(i, 0) % 2 = 0, 'confirmed', now(), now(), now()
       from unnest($2::bytea[], $3::bytea[]) as t(i, s)`,
      [others, bytesArray(indexes), bytesArray(sealed)],
    )
  }
  await client.query(
    `insert into subscription (campaign_id, id, email_index, sealed_email, sealed_name, locale, state, created_at)
     select campaign_id, id, email_index, '', '', locale, 'active', created_at from signature
     where campaign_id = $1 and get_byte(email_index, 0) % 2 = 1`,
    [others],
  )
  await client.query('vacuum (analyze) signature, subscription')
  return { others, peopleRows: people }
}
