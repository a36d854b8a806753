import type { Sweep } from '#app/features/testimonies/commands/expire.server.ts'

/** A reply that was left in clear beside nothing: what it answered is off the site. */
const alone = `c.published_reply is not null and exists (
  select from testimonies.testimony t where t.id = c.testimony_id and t.state <> 'published')`

const takeAlone = `
with due as (
  select c.id from testimonies.case_file c where ${alone} limit $1 for update of c skip locked
)
update testimonies.case_file c set published_reply = null, published_reply_by = null, published_reply_on = null
from due where c.id = due.id`

const over = `decided_on is not null and for_team is not null and (decided_on + make_interval(months => $1::int))::date <= $2::date`

/**
 * What a decided case said, and who asked, goes with its key. Its line stays, with its decision and reason; so does a reply beside
 * a testimony, for as long as that is on the site.
 */
export const expireCases: Sweep = {
  take: async (tx, { terms, today }, most) => {
    await tx.$executeRawUnsafe(takeAlone, most)
    return tx.$executeRawUnsafe(
      `with due as (
         select id from testimonies.case_file where ${over} order by decided_on limit $3 for update skip locked
       )
       update testimonies.case_file c set for_team = null, for_code = null, sealed_request = null, sealed_passages = null, sealed_reply = null, sealed_words = null
       from due where c.id = due.id`,
      terms.case,
      today,
      most,
    )
  },
  count: async (tx, { terms, today }) => {
    const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(
      `select count(*)::int as n from testimonies.case_file where ${over}`,
      terms.case,
      today,
    )
    return row?.n ?? 0
  },
}
