import type { MessageKey } from '#app/i18n/t.ts'

/**
 * Why a step is taken, as data. The words for the team are `moderation.reasons.<code>`, those for the author
 * `moderation.toAuthor.<step>.<code>`: sent in the language of the testimony, whatever the moderator's.
 */
export const reasons = {
  decline: [
    'noPublication',
    'identifiesSomeone',
    'dangerous',
    'unlawful',
    'offTopic',
    'notATestimony',
    'duplicate',
    'noAnswer',
  ],
  unpublish: ['witnessAsked', 'identifiesSomeone', 'dangerous', 'unlawful', 'inaccurate'],
  reopen: ['witnessAskedAgain', 'newFact', 'mistake'],
  hold: ['needsAdvice', 'sensitive', 'ongoingCase', 'laterTogether'],
  takeOver: ['leftAlone', 'agreedTogether', 'urgentNow'],
} as const

/** Steps whose author is told, with words that begin from the reason. */
export const toldSteps = ['decline', 'unpublish', 'reopen'] as const
export type ToldStep = (typeof toldSteps)[number]

/** Wholesale, only what needs no reading between the lines. */
export const bulkDeclineReasons = ['offTopic', 'notATestimony', 'duplicate'] as const

/** Questions that are often asked: words to begin from, in the language of the testimony. */
export const questionTemplates = ['when', 'whatFollowed', 'whoIsNamed', 'mayAppear', 'stillSo'] as const

const everyReason = Object.values(reasons).flat()
export type Reason = (typeof everyReason)[number]

export const knownReason = (code: string | null): Reason | undefined => everyReason.find((known) => known === code)

const messageKeys = {
  decline: {
    noPublication: 'moderation.toAuthor.decline.noPublication',
    identifiesSomeone: 'moderation.toAuthor.decline.identifiesSomeone',
    dangerous: 'moderation.toAuthor.decline.dangerous',
    unlawful: 'moderation.toAuthor.decline.unlawful',
    offTopic: 'moderation.toAuthor.decline.offTopic',
    notATestimony: 'moderation.toAuthor.decline.notATestimony',
    duplicate: 'moderation.toAuthor.decline.duplicate',
    noAnswer: 'moderation.toAuthor.decline.noAnswer',
  },
  unpublish: {
    witnessAsked: 'moderation.toAuthor.unpublish.witnessAsked',
    identifiesSomeone: 'moderation.toAuthor.unpublish.identifiesSomeone',
    dangerous: 'moderation.toAuthor.unpublish.dangerous',
    unlawful: 'moderation.toAuthor.unpublish.unlawful',
    inaccurate: 'moderation.toAuthor.unpublish.inaccurate',
  },
  reopen: {
    witnessAskedAgain: 'moderation.toAuthor.reopen.witnessAskedAgain',
    newFact: 'moderation.toAuthor.reopen.newFact',
    mistake: 'moderation.toAuthor.reopen.mistake',
  },
} as const satisfies { [Step in ToldStep]: Record<(typeof reasons)[Step][number], MessageKey> }

/** The words for the author that belong to a reason; `undefined` for a code that this step does not have. */
export const messageKeyOf = (step: ToldStep, code: string): MessageKey | undefined => {
  const ofStep: Partial<Record<string, MessageKey>> = messageKeys[step]
  return Object.hasOwn(ofStep, code) ? ofStep[code] : undefined
}
