/** How one delay is counted. The reasons and what was looked at: docs/decisions/0070. */
export interface TimeRule {
  /** The articles that set the delay, as the letters name them. */
  basis: string
  amount: number
  unit: 'day' | 'month'
  /** Neither the day it starts nor the day it ends counts: one day more. */
  franc: boolean
  /** Ends on the next working day when its last one is a Saturday, a Sunday or a holiday. */
  moved: boolean
  /** One month more overseas, two abroad (CJA R.421-7): only where that article, or one that names it, says so. */
  distant: boolean
  /** Whose time it is: yours to act, or theirs to answer (then silence counts from the day after). */
  whose: 'you' | 'them'
  /** Which rule comes next, and from when: the day this one ends, or a day that only what happens will give. */
  next: readonly { rule: RuleId; from: 'end' | 'event' }[]
}

export const ruleIds = [
  'D-OBS',
  'D-PEN',
  'D-MPO',
  'D-TA1',
  'D-TA2',
  'D-RSA',
  'D-INDU',
  'D-CTR',
  'D-GDPR',
  'D-CADA1',
  'D-CADA2',
  'D-CADA3',
  'D-MOT',
  'D-DDD',
] as const
export type RuleId = (typeof ruleIds)[number]

export const isRule = (value: unknown): value is RuleId => ruleIds.some((id) => id === value)

const plain = { franc: false, moved: false, distant: false }
const ofCourt = { franc: true, moved: true, distant: true }
const event = (rule: RuleId) => ({ rule, from: 'event' }) as const
const end = (rule: RuleId) => ({ rule, from: 'end' }) as const

/** Every delay the calculator knows. `null`: there is none, one may act on any day. */
export const timeRules: Readonly<Record<RuleId, TimeRule | null>> = {
  'D-OBS': { basis: 'R.5412-7', amount: 10, unit: 'day', ...plain, whose: 'you', next: [event('D-MPO')] },
  'D-PEN': { basis: 'L.5426-5, R.5426-15', amount: 1, unit: 'month', ...plain, whose: 'you', next: [event('D-MPO')] },
  'D-MPO': {
    basis: 'R.5312-47, R.5312-48, R.213-10',
    amount: 2,
    unit: 'month',
    ...ofCourt,
    whose: 'you',
    next: [event('D-TA1')],
  },
  'D-TA1': { basis: 'L.213-13, R.213-13, R.421-1', amount: 2, unit: 'month', ...ofCourt, whose: 'you', next: [] },
  'D-TA2': { basis: 'R.421-1, R.421-2', amount: 2, unit: 'month', ...ofCourt, whose: 'you', next: [] },
  'D-RSA': { basis: 'L.262-47, R.262-88', amount: 2, unit: 'month', ...plain, whose: 'you', next: [event('D-TA2')] },
  'D-INDU': { basis: 'R.5426-19, L.5312-12', amount: 2, unit: 'month', ...plain, whose: 'you', next: [] },
  // Conseil d'État, 24 June 2022, no. 453757: not franc, put off to the next working day, for both kinds of court.
  'D-CTR': { basis: 'R.5426-22', amount: 15, unit: 'day', ...plain, moved: true, whose: 'you', next: [] },
  // Regulation (EEC, Euratom) 1182/71, article 3(4).
  'D-GDPR': { basis: 'GDPR 12(3)', amount: 1, unit: 'month', ...plain, moved: true, whose: 'them', next: [] },
  'D-CADA1': {
    basis: 'R.*311-12, R.311-13',
    amount: 1,
    unit: 'month',
    ...plain,
    whose: 'them',
    next: [end('D-CADA2')],
  },
  'D-CADA2': { basis: 'R.311-15, R.343-1', amount: 2, unit: 'month', ...plain, whose: 'you', next: [event('D-CADA3')] },
  'D-CADA3': { basis: 'R.*343-4, R.343-5', amount: 2, unit: 'month', ...plain, whose: 'them', next: [end('D-TA2')] },
  'D-MOT': { basis: 'L.232-4', amount: 1, unit: 'month', ...plain, whose: 'them', next: [event('D-TA2')] },
  'D-DDD': null,
}

/** What a rule without a delay stands on. */
export const freeBasis = 'L.213-14, R.213-11'
