import { createHash } from 'node:crypto'
import { subscriptionPlace } from '#app/features/signatures/places.ts'
import { personText } from '#app/features/signatures/sealed-person.server.ts'
import { bytesArray, textArray, uuidArray } from '#app/infra/db/binary-array.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'

const atOnce = 5000
const names = ['Camille Martin', 'Zoë Lefèvre', 'Jean-François N’Diaye', 'Łukasz Müller', 'Thuy Nguyễn', 'Noah Benali']

export const readerAddress = (n: number): string => `reader-${n.toString(36)}@readers.example`

/** Of their subscription, as the database writes it. */
export const readerId = (n: number): string =>
  hashed(`reader ${n}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const hashed = (text: string) => createHash('md5').update(text).digest('hex')

function aReader(campaignId: number, n: number) {
  const emailIndex = createHash('sha256').update(`reader ${n}`).digest()
  const person = personText({ email: readerAddress(n), name: names[n % names.length] ?? '' })
  return {
    id: readerId(n),
    emailIndex,
    sealed: seal(person, subscriptionPlace('sealed_email', { campaignId, emailIndex })),
    locale: n % 8 === 0 ? 'en' : 'fr',
  }
}

const insert = `
insert into subscription (campaign_id, id, email_index, sealed_email, sealed_name, locale, state, created_at)
select $1, id, email_index, sealed, '', locale, 'active', now()
from unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::text[]) as rows(id, email_index, sealed, locale)`

/** People who asked for news and confirmed it, sealed with the keys of this process. */
export async function fillReaders(campaignId: number, { from = 0, to }: { from?: number; to: number }): Promise<void> {
  for (let start = from; start < to; start += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, to - start) }, (_, at) => aReader(campaignId, start + at))
    await pool().query(insert, [
      campaignId,
      uuidArray(rows.map(({ id }) => id)),
      bytesArray(rows.map(({ emailIndex }) => emailIndex)),
      bytesArray(rows.map(({ sealed }) => sealed)),
      textArray(rows.map(({ locale }) => locale)),
    ])
  }
  await pool().query('vacuum analyze subscription')
}
