export const handoverStates = ['draft', 'proposed', 'sealed', 'delivered', 'discarded'] as const
export type HandoverState = (typeof handoverStates)[number]

export const isHandoverState = (text: string): text is HandoverState => handoverStates.some((state) => state === text)

/** Two people seal it; what is sealed stays, and what becomes of it is told. */
export const moves = {
  draft: ['proposed', 'discarded'],
  proposed: ['sealed', 'draft', 'discarded'],
  sealed: ['delivered'],
  delivered: ['sealed'],
  discarded: [],
} as const satisfies Record<HandoverState, readonly HandoverState[]>

/** Where one may come from to get there. */
export const before = (to: HandoverState): HandoverState[] =>
  handoverStates.filter((from) => moves[from].some((next) => next === to))

/** What anyone may know of a sealed pack. */
export type Standing = 'sealed' | 'delivered' | 'waiting' | 'silent' | 'answered'

interface Told {
  state: HandoverState
  /** Days, `YYYY-MM-DD`. */
  dueOn: string | null
  answeredOn: string | null
}

/** Whether it was delivered, and whether there is an answer: silence begins on the day after the one it was due. */
export function standingOf({ state, dueOn, answeredOn }: Told, today: string): Standing {
  if (state !== 'delivered') return 'sealed'
  if (answeredOn !== null) return 'answered'
  if (dueOn === null) return 'delivered'
  return today > dueOn ? 'silent' : 'waiting'
}

export type DeliveryFault = 'before-sealing' | 'in-the-future'

/** Why a day cannot be the one of a delivery; `null` when it can. */
export function deliveryFault(
  day: string,
  { sealedOn, today }: { sealedOn: string; today: string },
): DeliveryFault | null {
  if (day > today) return 'in-the-future'
  return day < sealedOn ? 'before-sealing' : null
}
