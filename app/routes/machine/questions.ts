import { listForPrograms } from '#app/features/questions/queries/faq.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { config } from '#app/infra/config.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { methodNotAllowed, replyJson, unknownCampaign } from './reply.server.ts'

/** The published answers, in Markdown, in each language that they have. */
export const loader = machineLoader(async ({ params, context }) => {
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const { slug } = campaign
  const questions = await listForPrograms(campaign.id, parisDay(context.now))
  const pageIn = (locale: string, anchor: string) => `${config().appUrl}/${locale}/${slug}/questions#${anchor}`
  return replyJson({
    campaign: slug,
    questions: questions.map(({ slug: id, ...entry }) => ({
      id,
      ...entry,
      page: pageIn(entry.fr ? 'fr' : 'en', id),
    })),
  })
})

export const action = methodNotAllowed
