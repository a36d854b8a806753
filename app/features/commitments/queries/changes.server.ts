import { findTellings, untouched, type Telling } from '#app/features/mailings/queries/followed-news.server.ts'
import { isUntold } from '#app/features/mailings/rules/telling.ts'
import type { InBoth } from '#app/features/sheets/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { changeAbout } from '../rules.ts'
import { isCommitmentState, type CommitmentState } from '../schema.ts'

/** The latest new state of a promise, for the team. */
export interface ChangedState {
  campaignId: number
  /** Its short name. */
  campaign: string
  sheetId: number
  slug: string
  title: InBoth
  version: number
  from: CommitmentState
  to: CommitmentState
  /** Since when, `YYYY-MM-DD`. */
  stateOn: string
  about: string
  telling: Telling
}

interface Row extends Omit<ChangedState, 'from' | 'to' | 'title' | 'about' | 'telling'> {
  titleFr: string
  titleEn: string
  before: string
  after: string
}

/** An older change that a newer one overtook is not told any more. */
const latest = `
select distinct on (s.id) s.campaign_id as "campaignId", c.slug as campaign, s.id as "sheetId", s.slug, v.version,
  v.content->'fr'->>'title' as "titleFr", v.content->'en'->>'title' as "titleEn",
  b.content->>'state' as before, v.content->>'state' as after, v.content->>'stateOn' as "stateOn"
from sheet s
join campaign c on c.id = s.campaign_id
join sheet_version v on v.sheet_id = s.id
join sheet_version b on b.sheet_id = s.id and b.version = v.version - 1
where s.kind = 'commitment' and not s.retired and ($1::int is null or s.campaign_id = $1)
  and v.content->>'state' <> b.content->>'state'
order by s.id, v.version desc`

const known = (state: string): CommitmentState => (isCommitmentState(state) ? state : 'unknown')

/** The latest change of each promise and how far the letter about it is. @param campaignId `null`: of every campaign */
export async function listStateChanges(campaignId: number | null): Promise<ChangedState[]> {
  const { rows } = await pool().query<Row>(latest, [campaignId])
  const campaigns = [...new Set(rows.map((row) => row.campaignId))]
  const found = await Promise.all(
    campaigns.map(async (id) => {
      const own = rows.filter((row) => row.campaignId === id)
      const tellings = await findTellings(
        id,
        own.map(({ slug, version }) => changeAbout(slug, version)),
      )
      return own.map(({ titleFr, titleEn, before, after, ...row }): ChangedState => {
        const about = changeAbout(row.slug, row.version)
        const title = { fr: titleFr, en: titleEn }
        const telling = tellings.get(about) ?? untouched
        return { ...row, title, from: known(before), to: known(after), about, telling }
      })
    }),
  )
  return found.flat()
}

/** New states that those who asked for news were not told of, and of which nobody said why. */
export const listUntoldChanges = async (): Promise<ChangedState[]> =>
  (await listStateChanges(null)).filter(({ telling }) => isUntold(telling.state))

/** Whether the state of a promise changed and nobody was told. */
export const isUntoldChange = async (campaignId: number, sheetId: number): Promise<boolean> =>
  (await listStateChanges(campaignId)).some((one) => one.sheetId === sheetId && isUntold(one.telling.state))
