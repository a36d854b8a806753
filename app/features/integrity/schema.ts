import { z } from 'zod'
import { departments } from '#app/features/campaigns/departments.ts'
import { isCountry } from '#app/features/signatures/countries.ts'
import { signalNames } from '#app/features/signatures/signals.ts'
import { locales } from '#app/i18n/locale.ts'
import { asciiDomain } from '#app/infra/mail/address.ts'

/** Where a rule finds what it removes. Withdrawn ones are their owner's, invalidated ones another rule's. */
export const removableStates = ['pending', 'confirmed', 'quarantined'] as const

/**
 * - `counting` looks without touching; `counted` waits for somebody to start it, or to drop it.
 * - `cancelled` stopped halfway: what it removed stays removed until it is undone.
 */
export const invalidationStates = [
  'counting',
  'counted',
  'running',
  'done',
  'cancelled',
  'undoing',
  'undone',
  'dropped',
] as const
export type InvalidationState = (typeof invalidationStates)[number]

export const moves = {
  counting: ['counted', 'dropped'],
  counted: ['running', 'dropped'],
  running: ['done', 'cancelled'],
  done: ['undoing'],
  cancelled: ['undoing'],
  undoing: ['undone'],
  undone: [],
  dropped: [],
} as const satisfies Record<InvalidationState, readonly InvalidationState[]>

const mostOfEach = 500
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const list = <S extends z.ZodType>(one: S) => z.array(one).max(mostOfEach).default([])

/** A minute in Paris, as a form sends it. */
const parisMinute = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)

/** What a signature must be for a rule to remove it: every kind that is given, and of each kind one of the list. */
export const conditions = z.object({
  domains: list(z.string().max(253)),
  domainKeys: list(hex(8)),
  networks: list(hex(12)),
  /** How many networks it was about, once their keys are forgotten: a month after it was written, when it has ended. */
  forgottenNetworks: z.number().int().default(0),
  from: parisMinute.nullable().default(null),
  to: parisMinute.nullable().default(null),
  /** `*` stands for anything. Accents and capitals do not count. */
  name: z.string().max(120).nullable().default(null),
  departments: list(z.string().max(3)),
  countries: list(z.string().max(2)),
  languages: list(z.enum(locales)),
  signals: list(z.enum(signalNames)),
  states: list(z.enum(removableStates)),
})
export type Conditions = z.output<typeof conditions>

const words = (typed: string) => typed.split(/[\s,;]+/u).filter(Boolean)
const knownDepartment = new Set(departments.map(({ code }) => code))

const codes = (isKnown: (code: string) => boolean, error: string) =>
  z
    .string()
    .default('')
    .transform((typed) => words(typed).map((code) => code.toUpperCase()))
    .refine((given) => given.length <= mostOfEach && given.every(isKnown), error)

const domains = z
  .string()
  .default('')
  .transform((typed) => words(typed).map((domain) => asciiDomain(domain.replace(/^.*@/, ''))))
  .transform((read, context) => {
    const good = read.filter((domain) => domain !== null)
    if (good.length === read.length && read.length <= mostOfEach) return good
    context.addIssue({ code: 'custom', message: 'integrity.errors.domain' })
    return z.NEVER
  })

const keys = (bytes: number) =>
  z
    .string()
    .default('')
    .transform(words)
    .refine(
      (given) => given.length <= mostOfEach && given.every((key) => hex(bytes).safeParse(key).success),
      'integrity.errors.key',
    )

const moment = z
  .string()
  .default('')
  .transform((typed) => (typed === '' ? null : typed.slice(0, 16)))
  .refine((typed) => typed === null || parisMinute.safeParse(typed).success, 'integrity.errors.moment')

const reason = z
  .string({ error: 'integrity.errors.reasonMissing' })
  .trim()
  .min(1, 'integrity.errors.reasonMissing')
  .max(300, 'integrity.errors.reasonTooLong')

const nameShape = z
  .string()
  .default('')
  .transform((typed) => typed.trim() || null)
  .refine((typed) => typed === null || typed.length <= 120, 'integrity.errors.name')
  .refine((typed) => typed === null || typed.replaceAll('*', '').trim().length > 1, 'integrity.errors.name')

/** The form of a new rule. Field by field, so that an error stands beside its cause. */
export const invalidationForm = z
  .object({
    campaign: z.coerce.number().int().positive().max(2_147_483_647),
    domains,
    domainKeys: keys(8),
    networks: keys(12),
    from: moment,
    to: moment,
    name: nameShape,
    departments: codes((code) => knownDepartment.has(code), 'integrity.errors.department'),
    countries: codes(isCountry, 'integrity.errors.country'),
    languages: z.array(z.enum(locales)).default([]),
    signals: z.array(z.enum(signalNames)).default([]),
    states: z.array(z.enum(removableStates)).default([]),
    reasonFr: reason,
    reasonEn: reason,
  })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    path: ['to'],
    error: 'integrity.errors.window',
  })
  .refine((form) => saysSomething(form), { path: ['form'], error: 'integrity.errors.empty' })
export type InvalidationForm = z.output<typeof invalidationForm>

type Saying = Omit<Conditions, 'languages' | 'states' | 'forgottenNetworks'>

/** A language or a state alone would be half of everybody. */
export const saysSomething = (rule: Saying): boolean =>
  [rule.domains, rule.domainKeys, rule.networks, rule.departments, rule.countries, rule.signals].some(
    (given) => given.length > 0,
  ) ||
  rule.name !== null ||
  (rule.from !== null && rule.to !== null)

/** As a new installation has it: a rule that removes more counted signatures takes two people. */
export const defaultTwoPeopleAbove = 50

export const ledgerEvents = ['held', 'released', 'invalidated', 'restored', 'expired', 'withdrawn'] as const
export type LedgerEvent = (typeof ledgerEvents)[number]

/** One line of the public ledger: a day, what happened, by which rule. */
export interface LedgerRow {
  day: string
  event: LedgerEvent
  rule: string
  invalidation: number | null
  reasonFr: string | null
  reasonEn: string | null
  signatures: number
  /** Changes: of the public count, of what is under review, of what is invalidated. */
  counted: number
  held: number
  invalidated: number
}

export const alertKinds = ['network', 'domain', 'wave'] as const
export type AlertKind = (typeof alertKinds)[number]

/** The page of what is under review: what is ticked is `network:…`, `domain:…` or `signal:…`. */
const ticked = z.string().transform((typed, context) => {
  const [by, key = ''] = typed.split(':')
  const signal = signalNames.find((name) => name === key)
  if (by === 'signal' && signal) return { by: 'signal' as const, key: signal }
  if (by === 'network' && hex(12).safeParse(key).success) return { by: 'network' as const, key }
  if (by === 'domain' && hex(8).safeParse(key).success) return { by: 'domain' as const, key }
  context.addIssue({ code: 'custom', message: 'integrity.errors.group' })
  return z.NEVER
})

const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')

export const reviewForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('release'),
      campaign: z.coerce.number().int().positive().max(2_147_483_647),
      heldUntil: z.iso.datetime(),
      group: z
        .array(ticked, { error: 'integrity.errors.nothingChosen' })
        .min(1, 'integrity.errors.nothingChosen')
        .max(200),
      trust: tick,
    }),
    z.object({ intent: z.literal('seen'), alert: z.coerce.number().int().positive().max(2_147_483_647) }),
  ],
  { error: 'staff.errors.intent' },
)

/** What a new rule begins with: the groups that were ticked, as the form sends them. */
export function typedFromGroups(given: URLSearchParams): Record<string, string | string[]> {
  const groups = given.getAll('group').flatMap((typed) => {
    const read = ticked.safeParse(typed)
    return read.success ? [read.data] : []
  })
  const keysOf = (by: 'network' | 'domain') => groups.filter((group) => group.by === by).map(({ key }) => key)
  return {
    campaign: given.get('campaign') ?? '',
    networks: keysOf('network').join(' '),
    domainKeys: keysOf('domain').join(' '),
    signals: groups.filter(({ by }) => by === 'signal').map(({ key }) => key),
    states: groups.length > 0 ? ['quarantined'] : [],
  }
}

export const steerForm = z.object({
  intent: z.enum(['start', 'pause', 'resume', 'cancel', 'undo', 'drop'], { error: 'staff.errors.intent' }),
})

export const thresholdForm = z.object({
  above: z.coerce
    .number({ error: 'integrity.errors.threshold' })
    .int('integrity.errors.threshold')
    .min(0, 'integrity.errors.threshold')
    // Whoever may set it is one person: never higher than a new installation has it.
    .max(defaultTwoPeopleAbove, 'integrity.errors.thresholdHigh'),
})
