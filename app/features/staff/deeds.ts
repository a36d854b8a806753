import type { MessageKey } from '#app/i18n/t.ts'

/** Words for what the trail records. A deed that has none yet is shown as it is written down. */
const words: Readonly<Record<string, MessageKey>> = {
  'staff.added': 'staff.deeds.staffAdded',
  'staff.added-again': 'staff.deeds.staffAddedAgain',
  'staff.link-made': 'staff.deeds.staffLinkMade',
  'staff.role-changed': 'staff.deeds.staffRoleChanged',
  'staff.removed': 'staff.deeds.staffRemoved',
  'staff.locale-changed': 'staff.deeds.staffLocaleChanged',
  'staff.entered': 'staff.deeds.staffEntered',
  'staff.left': 'staff.deeds.staffLeft',
  'campaign.opened': 'staff.deeds.campaignOpened',
  'campaign.closed': 'staff.deeds.campaignClosed',
  'campaign.demonstration-cleared': 'staff.deeds.demonstrationCleared',
  'signatures.recounted': 'staff.deeds.signaturesRecounted',
  'testimony.opened': 'staff.deeds.testimonyOpened',
  'testimony.claimed': 'staff.deeds.testimonyClaimed',
  'testimony.released': 'staff.deeds.testimonyReleased',
  'testimony.drafted': 'staff.deeds.testimonyDrafted',
  'testimony.proposed': 'staff.deeds.testimonyProposed',
  'testimony.published': 'staff.deeds.testimonyPublished',
  'testimony.declined': 'staff.deeds.testimonyDeclined',
  'testimony.unpublished': 'staff.deeds.testimonyUnpublished',
  'mailing.written': 'staff.deeds.mailingWritten',
  'mailing.edited': 'staff.deeds.mailingEdited',
  'mailing.tested': 'staff.deeds.mailingTested',
  'mailing.started': 'staff.deeds.mailingStarted',
  'mailing.paused': 'staff.deeds.mailingPaused',
  'mailing.resumed': 'staff.deeds.mailingResumed',
  'mailing.cancelled': 'staff.deeds.mailingCancelled',
}

export const deedLabel = (action: string): MessageKey | undefined =>
  Object.hasOwn(words, action) ? words[action] : undefined

const uuidTail = /-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** `testimony:0190a1b2…`: enough to tell two apart at a glance. */
export const shortSubject = (subject: string): string => subject.replace(uuidTail, '…')
