import { appendLeaves } from './append-leaves.server.ts'
import { signHead } from './sign-head.server.ts'

/** Takes what waits into the log of a campaign and signs its head, without waiting for the next minute. Safe to call again. */
export async function signHeadNow(campaign: { id: number; slug: string }, now: Date): Promise<void> {
  await appendLeaves(campaign.id)
  await signHead(campaign, now)
}
