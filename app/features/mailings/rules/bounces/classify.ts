import { isAutoReply, readsLikeAutoReply } from './auto-reply.ts'
import { complaintIn } from './complaint.ts'
import { reportedRecipients, reportInText, type ReportedRecipient } from './delivery-status.ts'
import { judge } from './judge.ts'
import { readLetter, type Letter } from './letter.ts'
import type { Reason } from './reasons.ts'
import { looksReturned } from './sent-by-machine.ts'
import { ownWords, recipientsInText } from './unstructured.ts'

export type BounceKind = 'hard' | 'soft' | 'complaint' | 'auto-reply' | 'none'

export interface Bounce {
  kind: BounceKind
  /** Those of whom the kind is said, each once. */
  recipients: string[]
  /** Enhanced status code (RFC 3463) of the first of them, or what comes nearest; `null` for other kinds. */
  status: string | null
  /** Why, for hard and soft. */
  reason: Reason | null
  /** The letter did not arrive and is not tried again. */
  final: boolean
}

const of = (kind: BounceKind, recipients: string[] = []): Bounce => ({
  kind,
  recipients,
  status: null,
  reason: null,
  final: false,
})

const wentWell = ({ evidence: { action, status } }: ReportedRecipient) =>
  action === 'delivered' ||
  action === 'relayed' ||
  action === 'expanded' ||
  (action !== 'failed' && (status?.startsWith('2') ?? false))

/** The worst that is said of anybody decides; it is said of those alone. */
function verdict(reported: readonly ReportedRecipient[]): Bounce | null {
  if (reported.length === 0) return null
  const judged = reported
    .filter((recipient) => !wentWell(recipient))
    .map(({ address, evidence }) => ({ address, ...judge(evidence) }))
  const hard = judged.some((one) => one.hard)
  const chosen = judged.filter((one) => one.hard === hard)
  const [first] = chosen
  if (!first) return of('none')
  const recipients = [...new Set(chosen.flatMap(({ address }) => address ?? []))]
  return { kind: hard ? 'hard' : 'soft', recipients, status: first.status, reason: first.reason, final: first.isFinal }
}

/** Fields before wording, a mail server's word before a mailbox's. */
function classifyLetter(letter: Letter): Bounce {
  const complaint = complaintIn(letter)
  if (complaint) return { ...of(complaint.complains ? 'complaint' : 'none'), recipients: complaint.recipients }
  const text = ownWords(letter.text)
  const statuses = letter.statuses.length > 0 ? letter.statuses : reportInText(letter.text)
  const original = letter.original?.get('to') ?? null
  const reported = verdict(named(reportedRecipients(statuses, text), original))
  if (reported) return reported
  if ((letter.receipt !== null && !isRefusal(letter)) || isAutoReply(letter)) return of('auto-reply')
  if (looksReturned(letter)) return verdict(recipientsInText(letter)) ?? of('soft')
  return readsLikeAutoReply(letter) ? of('auto-reply') : of('none')
}

/** A mailbox that refuses may do so in the form of a receipt (RFC 5429 §2.1.2), and says so. */
const isRefusal = ({ headers }: Letter) => /reject/i.test(headers.get('auto-submitted') ?? '')

/** Some reports name nobody: then it is whoever the message was for. */
const named = (reported: ReportedRecipient[], to: string | null): ReportedRecipient[] =>
  reported.map((one) =>
    one.address === null && to !== null && reported.length === 1
      ? { ...one, address: to.match(/[^\s<>"]{1,128}@[^\s<>",;]{1,255}/)?.[0] ?? null }
      : one,
  )

const deepest = 2

/** A gateway may wrap the report of another server, and say less itself. */
async function reportInside({ inside }: Letter, depth: number): Promise<Bounce | null> {
  const [wrapped] = inside
  if (!wrapped || depth >= deepest || (await readLetter(wrapped)).statuses.length === 0) return null
  return classifyAt(wrapped, depth + 1)
}

async function classifyAt(raw: Uint8Array, depth: number): Promise<Bounce> {
  const letter = await readLetter(raw)
  const bounce = classifyLetter(letter)
  const isInWords = letter.statuses.length === 0 && (bounce.kind === 'hard' || bounce.kind === 'soft')
  if (isInWords) return (await reportInside(letter, depth)) ?? bounce
  if (
    bounce.kind !== 'none' ||
    bounce.recipients.length > 0 ||
    depth >= deepest ||
    letter.statuses.length > 0 ||
    letter.feedback !== null
  )
    return bounce
  // Somebody may have passed a bounce on, as an attachment.
  const [inside] = letter.inside
  return inside ? classifyAt(inside, depth + 1) : bounce
}

/**
 * Says what a message that came back means: one RFC 5322 message in, whatever its bytes. Never throws; looks at the first half
 * megabyte. Hard only when nothing can ever reach the address.
 */
export const classifyBounce = (raw: Uint8Array): Promise<Bounce> => classifyAt(raw, 0)
