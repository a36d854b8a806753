import type { MessageKey } from '#app/i18n/t.ts'
import type { MoveOutcome, Moving } from './commands/move-mailing.server.ts'
import { chooseWinner, dropTrial, keepTrial } from './commands/trial.server.ts'
import type { Mailing } from './queries.server.ts'
import { countAudience } from './queries/audience.server.ts'
import { countToShow, type Told } from './rules/audience.ts'
import { faultsOfTrial, type TrialForm } from './rules/trial.ts'

type TrialAnswer = MoveOutcome | { outcome: 'invalid'; errors: Record<string, MessageKey> }

/** How many would get a draft now. */
async function totalOf({ campaign, audience }: Mailing): Promise<number> {
  const { fr, en } = await countAudience(campaign.id, audience)
  return fr + en
}

/** For the page of a trial: how many would get the draft, as it may be told. */
export const audienceToTry = async (mailing: Mailing): Promise<Told> =>
  countToShow(mailing.audience, await totalOf(mailing))

/** What the buttons of the page about two subjects do. What is kept is looked at with the draft that it belongs to. */
export async function actOnTrial(form: TrialForm, moving: Moving, mailing: Mailing): Promise<TrialAnswer> {
  switch (form.intent) {
    case 'keep': {
      const faults = Object.entries(faultsOfTrial(form, { texts: mailing.texts, total: await totalOf(mailing) }))
      if (faults.length === 0) return keepTrial(moving, form)
      const errors: Record<string, MessageKey> = {}
      for (const [field, fault] of faults) errors[field] = `mailings.trial.errors.${fault}`
      return { outcome: 'invalid', errors }
    }
    case 'drop':
      return dropTrial(moving)
    case 'choose':
      return chooseWinner(moving, form.winner)
  }
}
