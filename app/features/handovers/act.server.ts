import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { actOnNews } from '#app/features/mailings/news-desk.server.ts'
import type { NewsForm } from '#app/features/mailings/rules/news-form.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { parisDay } from '#app/i18n/format.ts'
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
import { draftNews } from './queries/due.server.ts'
import { newsAbout } from './rules/news.ts'
import type { HandoverForm } from './schema.ts'

interface Acting {
  actor: Actor
  campaign: CampaignSummary
  id: number
  now: Date
}

/** What the page says next: done, refused, what is wrong with a field, or where to go on. */
export type Said = { said: MessageKey; done: boolean } | { field: string; error: MessageKey } | { go: string }

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

/** What the letter is about is looked at again: a page that was open for a day may name what is no longer so. */
async function tellFollowers(form: NewsForm, { actor, campaign, id, now }: Acting): Promise<Said> {
  const isOfThis = [newsAbout(id, 'answer'), newsAbout(id, 'silence')].includes(form.about)
  if (!isOfThis) return say('not-possible')
  const texts = () => draftNews(campaign, { id, about: form.about, today: parisDay(now) })
  return actOnNews(form, { actor, campaignId: campaign.id, now, texts })
}

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
    case 'news-prepare':
    case 'news-aside':
    case 'news-again':
      return tellFollowers(form, { actor, campaign, id, now })
  }
}
