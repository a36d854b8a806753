import { z } from 'zod'

/** What a file is about. Organisations and paper are counted apart from people, and so are their files. */
export const exportKinds = ['signers', 'testimonies', 'deliveries', 'moderation', 'organisations', 'paper'] as const
export type ExportKind = (typeof exportKinds)[number]

export const exportFormats = ['csv', 'xlsx', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/**
 * - `waiting` for a second person; `queued` for a worker; `running` in one.
 * - `ready` until it is over, then `expired`: the file is gone, the line stays.
 */
export const exportStates = [
  'waiting',
  'queued',
  'running',
  'ready',
  'declined',
  'cancelled',
  'failed',
  'expired',
] as const
export type ExportState = (typeof exportStates)[number]

export const moves = {
  waiting: ['queued', 'declined', 'cancelled', 'expired'],
  queued: ['running', 'cancelled'],
  running: ['ready', 'cancelled', 'failed'],
  ready: ['cancelled', 'expired'],
  declined: [],
  cancelled: [],
  failed: [],
  expired: [],
} as const satisfies Record<ExportState, readonly ExportState[]>

export const encryptions = ['none', 'passphrase', 'age'] as const
export type Encryption = (typeof encryptions)[number]

/** `code`: made by the machine from closed lists, without any sign that a file could stumble over. `text`: people typed it. */
export interface Column {
  name: string
  type: 'code' | 'number' | 'text'
  /** For the manifest, in English as the names are. */
  says: string
}

export const fewestPassphraseCharacters = 15
/** Of a file that names people. */
export const fewestReasonCharacters = 10
export const mostReasonCharacters = 500

/** Bech32 of an age recipient, X25519 or with a post-quantum half. Whether it is whole is found out when it is used. */
export const ageRecipient = /^age1(?:pq1)?[02-9ac-hj-np-z]{20,4000}$/

const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')
const typed = z.string().default('')

/** The form of a new export. Field by field, so that an error stands beside its cause. */
export const exportForm = z
  .object({
    campaign: z.coerce.number({ error: 'exports.errors.campaign' }).int().positive().max(2_147_483_647),
    kind: z.enum(exportKinds, { error: 'exports.errors.kind' }),
    format: z.enum(exportFormats, { error: 'exports.errors.format' }),
    people: tick,
    reason: typed.transform((reason) => reason.trim()),
    encryption: z.enum(encryptions, { error: 'exports.errors.encryption' }).default('none'),
    passphrase: typed,
    passphraseAgain: typed,
    recipient: typed.transform((recipient) => recipient.trim()),
  })
  .superRefine((form, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (form.people && form.kind !== 'signers') wrong('people', 'exports.errors.peopleKind')
    if (form.people && form.encryption === 'none') wrong('encryption', 'exports.errors.mustEncrypt')
    if (form.people && form.reason.length < fewestReasonCharacters) wrong('reason', 'exports.errors.reason')
    if (form.reason.length > mostReasonCharacters) wrong('reason', 'exports.errors.reasonLong')
    if (form.encryption === 'age' && !ageRecipient.test(form.recipient)) wrong('recipient', 'exports.errors.recipient')
    if (form.encryption !== 'passphrase') return
    if ([...form.passphrase].length < fewestPassphraseCharacters) wrong('passphrase', 'exports.errors.passphraseShort')
    else if (form.passphrase.length > 1000) wrong('passphrase', 'exports.errors.passphraseLong')
    else if (form.passphrase !== form.passphraseAgain) wrong('passphraseAgain', 'exports.errors.passphraseAgain')
  })
export type ExportForm = z.output<typeof exportForm>

export const stepForm = z.object({
  id: z.uuid({ error: 'exports.outcomes.unknown' }),
  intent: z.enum(['approve', 'decline', 'cancel'], { error: 'staff.errors.intent' }),
})

/** What of a form that is wrong is never shown again. */
export const secretFields = ['passphrase', 'passphraseAgain'] as const
