/**
 * Why a letter came back, and what that says of the address. Hard means: nobody can be reached there, and trying again cannot help.
 * A refusal that is about us, the moment or the message says nothing against the person: soft.
 */
export const reasons = {
  'mailbox-unknown': 'hard',
  moved: 'hard',
  'host-unknown': 'hard',
  /** The name server did not answer, or made no sense: that says nothing of the domain. */
  lookup: 'soft',
  'takes-no-mail': 'hard',
  full: 'soft',
  disabled: 'soft',
  'too-big': 'soft',
  sender: 'soft',
  policy: 'soft',
  greylisted: 'soft',
  relay: 'soft',
  network: 'soft',
  system: 'soft',
  content: 'soft',
  unclear: 'soft',
} as const

export type Reason = keyof typeof reasons

export const isHard = (reason: Reason): boolean => reasons[reason] === 'hard'

/** Clear enough to doubt a code that says the mailbox is gone: many servers answer 5.1.1 to whatever they refuse. */
const doubting = new Set<Reason>(['full', 'disabled', 'too-big', 'sender', 'policy', 'greylisted', 'lookup'])
export const castsDoubt = (reason: Reason): boolean => doubting.has(reason)

/** For a report that gives no enhanced status: the one that its words mean (RFC 3463), without its class. */
const nearest: Readonly<Partial<Record<Reason, string>>> = {
  'mailbox-unknown': '1.1',
  moved: '1.6',
  'host-unknown': '1.2',
  lookup: '4.3',
  'takes-no-mail': '1.10',
  full: '2.2',
  disabled: '2.1',
  'too-big': '3.4',
  sender: '1.8',
  policy: '7.1',
  greylisted: '7.1',
  relay: '7.1',
  network: '4.1',
}

export const nearestStatus = (reason: Reason, isFinal: boolean): string =>
  `${isFinal && reason !== 'greylisted' ? '5' : '4'}.${nearest[reason] ?? '0.0'}`
