import { addStaff } from '#app/features/staff/commands/add-staff.server.ts'
import { countStaff } from '#app/features/staff/queries/team.server.ts'
import { findShownCampaigns } from '#app/features/campaigns/queries.server.ts'
import { config } from '#app/infra/config.server.ts'
import { now } from '#app/infra/clock.ts'
import { seedCampaign } from './seed.ts'

/**
 * The first start on an empty embedded database: opens the demonstration campaign and gives the person who installs a way in.
 * A database that somebody else keeps is never filled unasked.
 * @returns the one-time link, or `null` when there is a team already
 */
export async function firstEnterLink(embedded: boolean): Promise<string | null> {
  if (embedded && (await findShownCampaigns()).length === 0) await seedCampaign({ demonstration: true }, now())
  if (!embedded || (await countStaff()) > 0) return null
  const added = await addStaff({ actor: null, email: 'owner@example.org', role: 'owner' }, now())
  return 'token' in added ? `${config().appUrl}/admin/enter/${added.token}` : null
}
