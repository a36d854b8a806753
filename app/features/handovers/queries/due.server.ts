import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { findTellings, untouched, type Telling } from '#app/features/mailings/queries/followed-news.server.ts'
import { isUntold } from '#app/features/mailings/rules/telling.ts'
import type { MailingTexts } from '#app/features/mailings/schema.ts'
import { dayKept, dayRead, plusDays } from '#app/i18n/calendar.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { newsLetter } from '../news-letter.ts'
import { remindedBefore, reminderOf } from '../rules/clock.ts'
import { newsAbout, newsOf, type HandoverNews } from '../rules/news.ts'
import { findPublicHandover } from './public.server.ts'

/** A delivery that waits for the team: its answer is due soon, has not come, or was not announced. */
export interface DuePack {
  id: number
  /** Its short name. */
  campaign: string
  kind: 'soon' | 'silent' | 'untold'
  deliveredOn: string
  /** The day by which an answer was due; of an answer, its own. */
  day: string
}

const days = { deliveredOn: true, dueOn: true, answeredOn: true } as const
const read = (kept: Date | null) => kept && dayRead(kept)

/** A team with more to do reads the list of a campaign. */
const mostLooked = 100

/** What waits behind the deliveries of every campaign, seen from a day: the earliest first. A letter that went out, or a reason why there is none, ends the wait. */
export async function listDue(today: string): Promise<DuePack[]> {
  const [rows, campaigns] = await Promise.all([
    db().handover.findMany({
      where: {
        state: 'delivered',
        OR: [{ answeredOn: { not: null } }, { dueOn: { lte: dayKept(plusDays(today, remindedBefore)) } }],
      },
      orderBy: [{ deliveredOn: 'desc' }, { id: 'desc' }],
      take: mostLooked,
      select: { id: true, campaignId: true, ...days },
    }),
    db().campaign.findMany({ select: { id: true, slug: true } }),
  ])
  const found = await Promise.all(
    campaigns.map(async ({ id: campaignId, slug }) => {
      const own = rows.filter((row) => row.campaignId === campaignId)
      const names = own.flatMap(({ id }) => [newsAbout(id, 'answer'), newsAbout(id, 'silence')])
      const tellings = await findTellings(campaignId, names)
      return own.flatMap((row) => dueOf(row, { slug, today, tellings }))
    }),
  )
  return found.flat().toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

interface Row {
  id: number
  deliveredOn: Date | null
  dueOn: Date | null
  answeredOn: Date | null
}

function dueOf(
  row: Row,
  { slug, today, tellings }: { slug: string; today: string; tellings: ReadonlyMap<string, Telling> },
): DuePack[] {
  const told = { deliveredOn: read(row.deliveredOn), dueOn: read(row.dueOn), answeredOn: read(row.answeredOn) }
  const { deliveredOn, dueOn, answeredOn } = told
  if (deliveredOn === null) return []
  const news = newsOf(told, today)
  const { state } = (news && tellings.get(newsAbout(row.id, news))) ?? untouched
  if (news !== null && !isUntold(state)) return []
  const common = { id: row.id, campaign: slug, deliveredOn }
  if (answeredOn !== null) return [{ ...common, kind: 'untold', day: answeredOn }]
  const kind = reminderOf(told, today)
  return kind && dueOn ? [{ ...common, kind, day: dueOn }] : []
}

/** What there is to tell of a delivery, and how far the letter about it is; `null`: nothing yet. */
export async function findNews(
  campaignId: number,
  pack: { id: number; deliveredOn: string | null; dueOn: string | null; answeredOn: string | null },
  today: string,
): Promise<{ news: HandoverNews; about: string; telling: Telling } | null> {
  const news = newsOf(pack, today)
  if (news === null) return null
  const about = newsAbout(pack.id, news)
  return { news, about, telling: (await findTellings(campaignId, [about])).get(about) ?? untouched }
}

/** The letter about a delivery, drafted from what is published; `null` when what was to be told is no longer so. */
export async function draftNews(
  campaign: { id: number; slug: string },
  { id, about, today }: { id: number; about: string; today: string },
): Promise<MailingTexts | null> {
  const letterIn = async (locale: Locale) => {
    const [text, pack] = await Promise.all([
      findText(campaign.id, locale),
      findPublicHandover({ campaignId: campaign.id, id, locale, today }),
    ])
    const news = pack && newsOf(pack, today)
    const day = pack?.answeredOn ?? pack?.dueOn
    if (!pack?.deliveredOn || !news || !day || newsAbout(id, news) !== about) return null
    const { deliveredOn, addressee, answer, answerUrl } = pack
    const title = plainTitle(text?.title ?? campaign.slug)
    const pageUrl = `${config().appUrl}/${locale}/${campaign.slug}/deliveries/${id}`
    return newsLetter({ news, locale, title, addressee, deliveredOn, day, answer, answerUrl, pageUrl })
  }
  const [fr, en] = await Promise.all([letterIn('fr'), letterIn('en')])
  return fr && en ? { fr, en } : null
}
