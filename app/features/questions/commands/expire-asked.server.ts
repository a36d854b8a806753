import type { Sweep } from '#app/features/testimonies/commands/expire.server.ts'

/** Since the answer, or since it came when nobody answered: a queue that is flooded does not grow for ever. */
const over = `for_team is not null
  and (coalesce(answered_on, received_on) + make_interval(months => $1::int))::date <= $2::date`

/** What was asked and said goes with its key, by the term of what is written to the team. Its line stays; so does what appeared, reworded. */
export const expireAsked: Sweep = {
  take: (tx, { terms, today }, most) =>
    tx.$executeRawUnsafe(
      `with due as (
         select id from testimonies.asked_question where ${over} order by received_on limit $3 for update skip locked
       )
       update testimonies.asked_question a set for_team = null, for_code = null, sealed_text = null, sealed_words = null,
         reason = case when a.state = 'waiting' then 'unanswered' else a.reason end,
         answered_on = coalesce(a.answered_on, $2::date),
         state = case when a.state = 'waiting' then 'declined' else a.state end,
         revision = a.revision + 1
       from due where a.id = due.id`,
      terms.case,
      today,
      most,
    ),
  count: async (tx, { terms, today }) => {
    const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(
      `select count(*)::int as n from testimonies.asked_question where ${over}`,
      terms.case,
      today,
    )
    return row?.n ?? 0
  },
}
