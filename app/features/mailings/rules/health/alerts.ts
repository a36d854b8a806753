import {
  bounceShare,
  bouncedOf,
  complaintShare,
  deferredShare,
  fewestRecipients,
  sumOf,
  type ReceiverFigures,
} from './figures.ts'

export const alertKinds = ['deferred', 'bounced', 'complained', 'silent'] as const
export type AlertKind = (typeof alertKinds)[number]
export const isAlertKind = (text: string): text is AlertKind => alertKinds.some((kind) => kind === text)

/** Something about sending that a person should look at. */
export interface Alert {
  kind: AlertKind
  /** Empty: all together. */
  receiver: string
  /** Of the answers; `null` for silence, which has none. */
  share: number | null
}

/** Above these shares large receivers begin to send letters to the junk folder, or to refuse them. */
export const limits = { deferred: 0.5, bounced: 0.02, complained: 0.001 } as const
/** Fewer say nothing: one mailbox that is full is no trend. */
const fewest = { deferred: 20, bounced: 3, complained: 2 } as const
/** Hours that are looked at: what is deferred passes, what comes back takes days. */
export const windows = { deferred: 2, bounced: 7 * 24 } as const
/** Without any acceptance for so many minutes, letters that are due are stuck. */
export const longestSilence = 60

interface Counted {
  /** Over the last hours. */
  lately: readonly ReceiverFigures[]
  /** Over the last days. */
  overDays: readonly ReceiverFigures[]
  /** Letters are due, and no receiver has taken one for an hour. */
  isSilent: boolean
}

const withAll = (figures: readonly ReceiverFigures[]): ReceiverFigures[] => [
  { receiver: '', ...sumOf(figures) },
  ...figures,
]

/** What a person should look at: all receivers together, and each that `isNamed`; of others nothing may be said one by one. */
export function alertsOf({ lately, overDays, isSilent }: Counted, isNamed: (receiver: string) => boolean): Alert[] {
  const mayBeSaid = ({ receiver, recipients }: ReceiverFigures) =>
    receiver === '' || (isNamed(receiver) && recipients >= fewestRecipients)
  const alerts: Alert[] = isSilent ? [{ kind: 'silent', receiver: '', share: null }] : []
  for (const { receiver, ...figures } of withAll(lately).filter(mayBeSaid)) {
    const share = deferredShare(figures)
    if (figures.deferred >= fewest.deferred && share > limits.deferred)
      alerts.push({ kind: 'deferred', receiver, share })
  }
  for (const { receiver, ...figures } of withAll(overDays).filter(mayBeSaid)) {
    const [bounced, complained] = [bounceShare(figures), complaintShare(figures)]
    if (bouncedOf(figures) >= fewest.bounced && bounced > limits.bounced)
      alerts.push({ kind: 'bounced', receiver, share: bounced })
    if (figures.complained >= fewest.complained && complained > limits.complained)
      alerts.push({ kind: 'complained', receiver, share: complained })
  }
  return alerts
}
