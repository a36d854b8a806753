import { headOf } from '#app/features/proof/queries/log.server.ts'
import { readNumbers, type PublicHead } from '#app/features/proof/schema.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { problem, replyJson, unknownCampaign } from './reply.server.ts'

const noHeadYet = (): Response =>
  problem({
    status: 404,
    kind: 'no-tree-head',
    title: 'No tree head yet',
    detail: 'The first head of this log is signed within a minute.',
  })

/** A parameter that is no number, or of which the log knows nothing. */
export const badNumber = (parameter: string, allowed: string): Response =>
  problem({
    status: 400,
    kind: 'bad-parameter',
    title: 'Bad parameter',
    detail: `The parameter "${parameter}" must be given once, as a whole number: ${allowed}.`,
    more: { parameter, allowed },
  })

interface Asked {
  campaign: CampaignSummary
  head: PublicHead
}

/** What every address of a log begins with: the campaign, and the newest head. */
export const logLoader = (answer: (asked: Asked, parameters: URLSearchParams) => Promise<Response> | Response) =>
  machineLoader(async ({ request, params }) => {
    const campaign = await namedCampaign(params.slug)
    if (!campaign) return unknownCampaign()
    const head = await headOf(campaign)
    return head ? answer({ campaign, head }, new URL(request.url).searchParams) : noHeadYet()
  })

interface Pair<Name extends string> {
  names: readonly [Name, Name]
  /** Which of them is not possible, and what would be. */
  judge: (values: readonly [number, number], head: PublicHead) => { parameter: Name; allowed: string } | null
  answer: (campaignId: number, values: readonly [number, number]) => Promise<object>
}

/** An address that takes two numbers. */
export const pairLoader = <Name extends string>({ names, judge, answer }: Pair<Name>) =>
  logLoader(async ({ campaign, head }, parameters) => {
    const read = readNumbers(parameters, names)
    if (read.outcome === 'not-understood') return badNumber(read.parameter, `from 0 to ${head.size}`)
    const wrong = judge(read.values, head)
    return wrong ? badNumber(wrong.parameter, wrong.allowed) : replyJson(await answer(campaign.id, read.values))
  })
