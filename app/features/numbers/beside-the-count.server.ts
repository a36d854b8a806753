import { countOrganisations } from '#app/features/organisations/queries.server.ts'
import { countOnPaper } from '#app/features/paper/queries.server.ts'

/** What stands beside the number of people and is never added to it. */
export async function besideTheCount(campaignId: number): Promise<{ organisations: number; onPaper: number }> {
  const [organisations, onPaper] = await Promise.all([countOrganisations(campaignId), countOnPaper(campaignId)])
  return { organisations, onPaper }
}
