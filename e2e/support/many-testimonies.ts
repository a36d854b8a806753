import { randomBytes, randomUUID } from 'node:crypto'
import { makeKey } from '#app/features/testimonies/keys.server.ts'
import { sealOriginal } from '#app/features/testimonies/sealed-story.server.ts'
import type { House } from './house.ts'

const teamOf = async (house: House) => {
  const [row] = await house.sql('select id, public_key from team_key order by created_at desc limit 1')
  if (typeof row?.['id'] !== 'string' || !(row['public_key'] instanceof Uint8Array)) throw new Error('no team key')
  return { id: row['id'], publicKey: row['public_key'] }
}

/** Testimonies as deposits leave them, sealed for the team, put in behind the product's back: two hundred forms take minutes. */
export async function manyTestimonies(
  house: House,
  titles: readonly string[],
  contentWarning: string | null = null,
): Promise<string[]> {
  const team = await teamOf(house)
  const rows = titles.map((title, place) => {
    const id = randomUUID()
    const { key, forTeam } = makeKey({ testimonyId: id, team, receipt: null })
    const text = `${title}. Un récit fictif, le numéro ${place}, avec des mots à lui : ${randomBytes(12).toString('hex')}.`
    return { id, forTeam, original: sealOriginal(key, id, { title, text, contentWarning }) }
  })
  await house.sql(
    `insert into testimonies.testimony (id, campaign_id, receipt_hash, locale, system, uses, consequences, attempts, received_week, state, sealed_original)
     select id, (select id from campaign order by id limit 1), decode(md5(id::text), 'hex'), 'fr', 'control', '{publish}', '{}', '{}',
       date_trunc('week', now())::date - 7 * 10, 'submitted', original
     from unnest($1::uuid[], $2::bytea[]) as new (id, original)`,
    [rows.map(({ id }) => id), rows.map(({ original }) => Buffer.from(original))],
  )
  await house.sql(
    'insert into testimonies.data_key (testimony_id, for_team) select * from unnest($1::uuid[], $2::bytea[])',
    [rows.map(({ id }) => id), rows.map(({ forTeam }) => Buffer.from(forTeam))],
  )
  return rows.map(({ id }) => id)
}
