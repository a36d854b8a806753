import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { closeMailServer, useMailServer } from '#app/infra/mail/transport.server.ts'
import { aCampaign } from './a-campaign.ts'
import { stopDeliveryWorkers } from './a-delivery-worker.ts'
import { aMailServer, type MailServer } from './a-mail-server.ts'

/** A campaign whose mail goes to a server of its own. */
export async function aMailedCampaign(): Promise<{ campaign: CampaignSummary; server: MailServer }> {
  const server = await aMailServer()
  useMailServer(server.url)
  return { campaign: await aCampaign(), server }
}

/** Call it after each test. */
export async function endMailing(server: MailServer): Promise<void> {
  await stopDeliveryWorkers()
  closeMailServer()
  await server.stop()
}
