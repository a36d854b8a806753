import { findCampaignById } from '#app/features/campaigns/queries.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import type { MessageKey, MessageValues } from '#app/i18n/t.ts'
import { approveMailing, askApproval } from './commands/approve-mailing.server.ts'
import { cancelMailing, pauseMailing, resumeMailing, type MoveOutcome } from './commands/move-mailing.server.ts'
import { scheduleMailing, unscheduleMailing } from './commands/schedule-mailing.server.ts'
import { sendTest, type TestOutcome } from './commands/send-test.server.ts'
import { startMailing, type Held } from './commands/start-mailing.server.ts'
import { setDoubtful, setPace } from './commands/steer-mailing.server.ts'
import { takeOver } from './commands/take-over.server.ts'
import { editMailing, writeMailing, type EditOutcome } from './commands/write-mailing.server.ts'
import { textsOf, textsTyped, type MailingForm, type NewMailingForm } from './forms.server.ts'
import { schedulable } from './paris-time.ts'
import type { Mailing } from './queries.server.ts'
import { sameTexts } from './rules/same-texts.ts'

/** What the page says afterwards. */
export interface Said {
  outcome: 'done' | 'refused'
  key: MessageKey
  values?: MessageValues
}

const done = (key: MessageKey): Said => ({ outcome: 'done', key })
const refused = (key: MessageKey, values?: MessageValues): Said => ({ outcome: 'refused', key, values })

/** The form of a new mailing; `null` when its campaign is gone. */
export async function beginMailing(actor: Actor, form: NewMailingForm, now: Date): Promise<string | null> {
  const campaign = await findCampaignById(form.campaign)
  if (!campaign) return null
  const { id } = await writeMailing({ actor, campaignId: campaign.id, texts: textsOf(form), now })
  return id
}

/** The words of a mailing that is over, or was dropped, as a draft of their own. */
export async function copyMailing(actor: Actor, mailing: Mailing, now: Date): Promise<string> {
  const { campaign, texts, audience, audienceUnreadable } = mailing
  const whom = audienceUnreadable ? {} : { audience }
  return (await writeMailing({ actor, campaignId: campaign.id, texts, now, ...whom })).id
}

/** To look at a text, or to begin with it anew, does nothing to it. */
type Deed = Exclude<MailingForm, { intent: 'preview' | 'copy' }>

interface Acting {
  actor: Actor
  id: string
  now: Date
  /** As it was when the button was pressed. */
  kept: Pick<Mailing, 'texts' | 'audienceUnreadable'>
}

/** What is agreed to, begun or given an hour is what is kept: nobody is to do that with another text before their eyes. */
const takesTheKept = new Set<Deed['intent']>(['ask', 'approve', 'take-over', 'start', 'schedule'])

/** What the buttons of a mailing's page do. */
export async function actOnMailing(form: Deed, acting: Acting): Promise<Said> {
  const typed = textsTyped(form)
  const { texts, audienceUnreadable } = acting.kept
  if (takesTheKept.has(form.intent) && typed && !sameTexts(typed, texts)) return refused('mailings.draft.otherText')
  if (audienceUnreadable && (form.intent === 'start' || form.intent === 'schedule'))
    return refused('mailings.draft.audienceRefused')
  switch (form.intent) {
    case 'audience':
    case 'trial':
    case 'save': {
      if (form.intent !== 'save' && sameTexts(textsOf(form), texts)) return done('mailings.edit.saved')
      return edited(await editMailing({ ...acting, texts: textsOf(form), base: form.base }))
    }
    case 'test':
      return tested(await sendTest({ ...acting, email: form.email, locale: form.locale, typed }))
    case 'start': {
      const sent = await startMailing(acting)
      if (sent.outcome === 'started') return done('mailings.start.started')
      return sent.outcome === 'no-longer-a-draft' ? refused('mailings.start.tooLate') : held(sent)
    }
    case 'ask': {
      const { outcome } = await askApproval(acting)
      return outcome === 'asked' ? done('mailings.approval.asked') : refused('mailings.edit.tooLate')
    }
    case 'take-over': {
      const { outcome } = await takeOver({ ...acting, read: form.read })
      if (outcome === 'taken-over') return done('mailings.approval.asked')
      return refused(outcome === 'no-need' ? 'mailings.draft.noNeed' : `mailings.approval.refused.${outcome}`)
    }
    case 'approve': {
      const { outcome } = await approveMailing({ ...acting, read: form.read })
      return outcome === 'approved' ? done('mailings.approval.done') : refused(`mailings.approval.refused.${outcome}`)
    }
    case 'schedule':
      return scheduled(form, acting)
    case 'unschedule':
      return moved(await unscheduleMailing(acting))
    case 'pause':
      return moved(await pauseMailing(acting))
    case 'resume':
      return moved(await resumeMailing(acting))
    case 'cancel':
      return moved(await cancelMailing(acting))
    case 'pace':
      return moved(await setPace({ ...acting, lettersPerHour: form.pace * (form.per === 'minute' ? 60 : 1) }))
    case 'doubtful':
      return moved(await setDoubtful({ ...acting, resendsDoubtful: form.doubtful === 'again' }))
  }
}

const edited = ({ outcome }: EditOutcome): Said => {
  if (outcome === 'written') return done('mailings.edit.saved')
  return refused(outcome === 'changed-meanwhile' ? 'mailings.draft.changedMeanwhile' : 'mailings.edit.tooLate')
}

const held = ({ outcome }: Held): Said =>
  outcome === 'faults' ? refused('mailings.checks.refused') : refused('mailings.approval.missing')

async function scheduled({ at: typed, twice }: Deed & { intent: 'schedule' }, acting: Acting): Promise<Said> {
  const read = schedulable(typed, { ...(twice ? { which: twice } : {}), now: acting.now })
  if (read.outcome !== 'ok') return refused(`mailings.schedule.errors.${read.outcome}`)
  const said = await scheduleMailing({ ...acting, at: read.at })
  if (said.outcome === 'scheduled') return done('mailings.schedule.done')
  return said.outcome === 'no-longer-a-draft' ? refused('mailings.edit.tooLate') : held(said)
}

function tested(sent: TestOutcome): Said {
  if (sent.outcome === 'test-sent') return done('mailings.test.sent')
  if (sent.outcome === 'sending-locked') return refused('mailings.test.locked')
  return sent.outcome === 'test-refused' && sent.reply
    ? refused('mailings.test.refusedWith', { reply: sent.reply })
    : refused('mailings.test.refused')
}

const moved = ({ outcome }: MoveOutcome): Said =>
  outcome === 'moved' ? done('mailings.run.moved') : refused('mailings.run.notPossible')
