import type { Answers } from '../beside.ts'
import { fewest } from '../release.ts'
import { apart } from './apart.server.ts'

/** Whether fewer than `fewest` other testimonies on the site say the same: the département alone, with the year, with the month. */
export interface Rarity {
  place: boolean
  year: boolean
  month: boolean
}

const none: Rarity = { place: false, year: false, month: false }

interface Asked extends Pick<Answers, 'department' | 'period'> {
  id: string
  campaignId: number
}

/** How rare a place and a time are among what is published: what few share may point to one of them. */
export async function findRarity({ id, campaignId, department, period }: Asked): Promise<Rarity> {
  if (department === null) return none
  const year = period?.slice(0, 4) ?? ''
  // At most so many of each are looked at: how many more there are does not matter.
  const [row] = await apart().$queryRaw<{ place: number; year: number; month: number }[]>`
    with here as (
      select s.period from testimonies.shown s
      where s.campaign_id = ${campaignId} and s.department = ${department} and s.testimony_id <> ${id}::uuid)
    select (select count(*)::int from (select from here limit ${fewest}) a) as place,
      (select count(*)::int from (select from here where left(period, 4) = ${year} limit ${fewest}) b) as year,
      (select count(*)::int from (select from here where period = ${period} limit ${fewest}) c) as month`
  const rare = (n: number | undefined) => (n ?? 0) < fewest
  return {
    place: rare(row?.place),
    year: period !== null && rare(row?.year),
    month: period !== null && rare(row?.month),
  }
}
