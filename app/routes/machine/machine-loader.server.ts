import type { LoaderFunctionArgs } from '@remix-run/node'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { isPassing } from '#app/features/partners/queries/passing.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { brokenHere, preflight } from './reply.server.ts'
import { comeBackSoon } from './try-later.server.ts'

type Answer = (args: LoaderFunctionArgs) => Promise<Response> | Response

/** What every address of the machine interface does: answers the question before the question, and fails as a problem document. */
export const machineLoader =
  (answer: Answer, ask = preflight) =>
  async (args: LoaderFunctionArgs): Promise<Response> => {
    if (args.request.method === 'OPTIONS') return ask()
    try {
      return await answer(args)
    } catch (error) {
      if (isPassing(error)) return comeBackSoon()
      log.error('the machine interface could not answer', { error })
      return brokenHere()
    }
  }

/** A campaign by its name in the address. Anything a name cannot be is not asked of the database. */
export const namedCampaign = async (slug = ''): Promise<CampaignSummary | null> =>
  /^[a-z0-9-]{1,100}$/.test(slug) ? findCampaign(slug) : null
