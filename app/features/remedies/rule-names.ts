import type { MessageKey } from '#app/i18n/t.ts'
import type { RuleId } from './rules/deadlines/time-rules.ts'
import type { Telling } from './rules/deadlines/tell.ts'
import type { DayOff } from './rules/deadlines/working-days.ts'

/** What each rule is about, in a few words; what it says stands in its sheet. */
export const ruleNames = {
  'D-OBS': 'deadlines.names.obs',
  'D-PEN': 'deadlines.names.pen',
  'D-MPO': 'deadlines.names.mpo',
  'D-TA1': 'deadlines.names.ta1',
  'D-TA2': 'deadlines.names.ta2',
  'D-RSA': 'deadlines.names.rsa',
  'D-INDU': 'deadlines.names.indu',
  'D-CTR': 'deadlines.names.ctr',
  'D-GDPR': 'deadlines.names.gdpr',
  'D-CADA1': 'deadlines.names.cada1',
  'D-CADA2': 'deadlines.names.cada2',
  'D-CADA3': 'deadlines.names.cada3',
  'D-MOT': 'deadlines.names.mot',
  'D-DDD': 'deadlines.names.ddd',
} as const satisfies Record<RuleId, MessageKey>

export const offNames = {
  saturday: 'deadlines.off.saturday',
  sunday: 'deadlines.off.sunday',
  'new-year': 'deadlines.off.newYear',
  'easter-monday': 'deadlines.off.easterMonday',
  'labour-day': 'deadlines.off.labourDay',
  victory: 'deadlines.off.victory',
  ascension: 'deadlines.off.ascension',
  'whit-monday': 'deadlines.off.whitMonday',
  'national-day': 'deadlines.off.nationalDay',
  assumption: 'deadlines.off.assumption',
  'all-saints': 'deadlines.off.allSaints',
  armistice: 'deadlines.off.armistice',
  christmas: 'deadlines.off.christmas',
} as const satisfies Record<DayOff, MessageKey>

export const tellingKeys = {
  start: 'deadlines.steps.start',
  days: 'deadlines.steps.days',
  month: 'deadlines.steps.month',
  months: 'deadlines.steps.months',
  far: 'deadlines.steps.far',
  short: 'deadlines.steps.short',
  franc: 'deadlines.steps.franc',
  moved: 'deadlines.steps.moved',
  kept: 'deadlines.steps.kept',
  keptThem: 'deadlines.steps.keptThem',
} as const satisfies Record<Telling, MessageKey>
