/** What one receiver answered over some time, and what came back. */
export interface Figures {
  accepted: number
  /** Answers that asked us to come again. */
  deferred: number
  /** Refused at the door, for good. */
  refused: number
  /** Accepted first, and came back for good. */
  returned: number
  complained: number
  /** So many different mailboxes at least, counted up to 64. */
  recipients: number
}

export interface ReceiverFigures extends Figures {
  /** A large receiver's name, or the keyed hash of a small domain. */
  receiver: string
}

/** What a person may look back over, in days. */
export const periods = { lastDay: 1, lastWeek: 7, lastMonth: 30 } as const
export type Period = keyof typeof periods
export const periodNames = ['lastDay', 'lastWeek', 'lastMonth'] as const satisfies readonly Period[]

/** A period by its days as they stand in an address; a week for anything else. */
export const periodOf = (days: string | null): Period =>
  periodNames.find((name) => String(periods[name]) === days) ?? 'lastWeek'

/** With fewer mailboxes than this, what a receiver says could be about a person. */
export const fewestRecipients = 10

const nothing: Figures = { accepted: 0, deferred: 0, refused: 0, returned: 0, complained: 0, recipients: 0 }

export const sumOf = (figures: readonly Figures[]): Figures =>
  figures.reduce<Figures>(
    (sum, each) => ({
      accepted: sum.accepted + each.accepted,
      deferred: sum.deferred + each.deferred,
      refused: sum.refused + each.refused,
      returned: sum.returned + each.returned,
      complained: sum.complained + each.complained,
      recipients: sum.recipients + each.recipients,
    }),
    nothing,
  )

/** Everything that did not arrive and never will. */
export const bouncedOf = ({ refused, returned }: Figures): number => refused + returned

/** At most all of it: what comes back may be of letters from before. */
const shareOf = (part: number, whole: number): number => (whole > 0 ? (part < whole ? part / whole : 1) : 0)

/** Of the letters that were answered for good; 0 when there are none. */
export const bounceShare = (figures: Figures): number => shareOf(bouncedOf(figures), figures.accepted + figures.refused)

export const complaintShare = ({ accepted, complained }: Figures): number => shareOf(complained, accepted)

export const deferredShare = ({ accepted, deferred, refused }: Figures): number =>
  shareOf(deferred, accepted + deferred + refused)

export interface Overview {
  /** Receivers with enough mailboxes, the one that was sent most first. */
  shown: ReceiverFigures[]
  /** All others together; `null` when there are none. */
  others: (Figures & { receivers: number }) | null
  total: Figures
}

/** More receivers are summed with the others. */
const mostShown = 50

const sentTo = ({ accepted, deferred, refused }: Figures) => accepted + deferred + refused

/** What may be shown by receiver, and what only together: a receiver of few mailboxes could be somebody's own. */
export function overviewOf(figures: readonly ReceiverFigures[]): Overview {
  const large = figures
    .filter(({ recipients }) => recipients >= fewestRecipients)
    .toSorted((one, other) => sentTo(other) - sentTo(one))
    .slice(0, mostShown)
  const small = figures.filter((each) => !large.includes(each))
  return {
    shown: large,
    others: small.length > 0 ? { ...sumOf(small), receivers: small.length } : null,
    total: sumOf(figures),
  }
}
