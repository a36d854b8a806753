import { addStaff } from '#app/features/staff/commands/add-staff.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { hasAnyoneEntered } from '#app/features/staff/queries/team.server.ts'
import { findShownCampaigns } from '#app/features/campaigns/queries.server.ts'
import { config } from '#app/infra/config.server.ts'
import { now } from '#app/infra/clock.ts'
import { seedCampaign } from './seed.ts'

/** Nothing is shown yet, or the demonstration is: a newer version may have texts that it lacks. */
async function mayBePlanted(): Promise<boolean> {
  const shown = await findShownCampaigns()
  return shown.length === 0 || shown.some(({ demonstration }) => demonstration)
}

/**
 * The first start on an empty embedded database: opens the demonstration campaign and gives the person who installs a way in.
 * A database that somebody else keeps is never filled unasked.
 * @returns a one-time link as long as nobody has entered, so that it cannot be lost with a start that failed; then `null`
 */
export async function firstEnterLink(embedded: boolean): Promise<string | null> {
  if (embedded && (await mayBePlanted())) await seedCampaign({ demonstration: true }, now())
  if (!embedded || (await hasAnyoneEntered())) return null
  const added = await addStaff(
    { actor: null, email: 'owner@example.org', role: 'owner', keyring: keyringOfThisMachine() },
    now(),
  )
  return 'token' in added ? `${config().appUrl}/admin/enter/${added.token}` : null
}
