/** Of a delivery, those who asked for news hear two things: that there is an answer, and that there is none. */
export type HandoverNews = 'answer' | 'silence'

/** The name under which the letter about it is remembered. */
export const newsAbout = (id: number, news: HandoverNews): string => `handover:${id}:${news}`

/** What there is to tell of a delivery seen from a day; `null`: nothing yet. Days are `YYYY-MM-DD`. */
export function newsOf(
  { deliveredOn, dueOn, answeredOn }: { deliveredOn: string | null; dueOn: string | null; answeredOn: string | null },
  today: string,
): HandoverNews | null {
  if (deliveredOn === null) return null
  if (answeredOn !== null) return 'answer'
  return dueOn !== null && today > dueOn ? 'silence' : null
}
