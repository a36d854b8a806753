import { db } from '#app/infra/db/prisma.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { renderMarkdown } from '#emails/markdown.ts'
import { findText, listGoals } from '../queries.server.ts'
import type { CampaignGoal, CampaignSummary } from '../schema.ts'
import { questionsShown, type CampaignPageData, type ShownGoal } from '../page-data.ts'

/** The easy text is a page of its own: its headings stand directly under the page's title. */
const oneLevelUp = (markdown: string) => markdown.replace(/^##/gm, '#')

/** The first answers of the team's order, without those whose time to be verified is past. */
const firstQuestions = (campaignId: number, today: string) =>
  db().question.findMany({
    where: { campaignId, state: 'published', OR: [{ checkBy: null }, { checkBy: { gte: new Date(today) } }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { slug: true, questionFr: true, answerFr: true, questionEn: true, answerEn: true },
    take: questionsShown,
  })

/** A goal in one language, its instants as days in Paris. */
export const shownGoal = (goal: CampaignGoal, locale: Locale): ShownGoal => ({
  threshold: goal.threshold,
  duty: locale === 'fr' ? goal.dutyFr : goal.dutyEn,
  reachedOn: goal.reachedAt && parisDay(goal.reachedAt),
  doneOn: goal.doneOn,
  done: locale === 'fr' ? goal.doneFr : goal.doneEn,
})

/** Everything a campaign says in one language on a day (`YYYY-MM-DD`); `null` when it has no text in it. */
export async function findCampaignPage(
  campaign: CampaignSummary,
  locale: Locale,
  today: string,
): Promise<CampaignPageData | null> {
  const where = { campaignId: campaign.id }
  const [text, goals, timeline, questions, more] = await Promise.all([
    findText(campaign.id, locale),
    listGoals(campaign.id),
    db().timelineEntry.findMany({
      where,
      orderBy: { day: 'desc' },
      select: { id: true, day: true, sourceUrl: true, textFr: true, textEn: true },
    }),
    firstQuestions(campaign.id, today),
    db().campaign.findUnique({
      where: { id: campaign.id },
      select: { targetFr: true, targetEn: true },
    }),
  ])
  if (!text) return null
  const french = locale === 'fr'
  return {
    ...text,
    publishedAt: parisDay(text.publishedAt),
    bodyHtml: renderMarkdown(text.body).siteHtml,
    easyHtml: renderMarkdown(oneLevelUp(text.easy)).siteHtml,
    target: (french ? more?.targetFr : more?.targetEn) ?? '',
    goals: goals.map((goal) => shownGoal(goal, locale)),
    timeline: timeline.map(({ textFr, textEn, ...entry }) => ({ ...entry, text: french ? textFr : textEn })),
    questions: questions.map(({ slug, questionFr, answerFr, questionEn, answerEn }) => {
      // Where one language is missing the other stands in, and says so.
      const inFrench = questionEn === '' || (french && questionFr !== '')
      return {
        slug,
        question: inFrench ? questionFr : questionEn,
        answerHtml: renderMarkdown(inFrench ? answerFr : answerEn).siteHtml,
        lang: inFrench ? ('fr' as const) : ('en' as const),
      }
    }),
  }
}
