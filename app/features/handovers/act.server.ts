import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { moveHandover, saveHandover } from './commands/prepare.server.ts'
import { sealHandover } from './commands/seal.server.ts'
import {
  takeBackAnswer,
  takeBackDelivered,
  tellAnswered,
  tellDelivered,
  type TellOutcome,
} from './commands/tell.server.ts'
import type { HandoverForm } from './schema.ts'

interface Acting {
  actor: Actor
  campaign: CampaignSummary
  id: number
  now: Date
}

/** What the page says next: done, refused, or what is wrong with a field. */
export type Said = { said: MessageKey; done: boolean } | { field: string; error: MessageKey }

const outcomes = {
  saved: true,
  proposed: true,
  'taken-back': true,
  discarded: true,
  sealed: true,
  delivered: true,
  'not-delivered': true,
  answered: true,
  'not-answered': true,
  'not-possible': false,
  'needs-another': false,
  'count-differs': false,
  'no-text': false,
  busy: false,
} as const

const say = (outcome: keyof typeof outcomes): Said => ({
  said: `handovers.desk.outcomes.${outcome}`,
  done: outcomes[outcome],
})

const told = (outcome: TellOutcome): Said =>
  outcome.outcome === 'refused'
    ? { field: outcome.field, error: `handovers.desk.outcomes.${outcome.why}` }
    : say(outcome.outcome)

/** Does what a button of a pack's page asks for. */
export async function actOnHandover(form: HandoverForm, { actor, campaign, id, now }: Acting): Promise<Said> {
  const doing = { actor, campaignId: campaign.id, id, now }
  switch (form.intent) {
    case 'save':
      return say((await saveHandover(doing, form)).outcome)
    case 'propose':
    case 'take-back':
    case 'discard':
      return say((await moveHandover(doing, { step: form.intent, revision: form.revision })).outcome)
    case 'agree':
      return say((await sealHandover({ actor, campaign, id, revision: form.revision, now })).outcome)
    case 'deliver':
      return told(await tellDelivered(doing, form))
    case 'not-delivered':
      return told(await takeBackDelivered(doing))
    case 'answer':
      return told(await tellAnswered(doing, form))
    case 'not-answered':
      return told(await takeBackAnswer(doing))
  }
}
