import { addressesIn, addressOf, fieldBlocks } from './fields.ts'
import type { Letter } from './letter.ts'

export interface Complaint {
  /** `false`: a report about a message that is nobody's complaint. */
  complains: boolean
  recipients: string[]
}

/** Reports on signatures and policies, or that a mail was no spam after all (RFC 5965 §7.3, RFC 6591, RFC 6430). */
const noComplaint = new Set(['not-spam', 'auth-failure', 'dmarc', 'virus'])

const each = (found: readonly (string | null)[]) => [...new Set(found.flatMap((address) => address ?? []))]

/** What somebody's provider says of a message they called spam (ARF, RFC 5965; and one that came before it); `null` for others. */
export function complaintIn(letter: Letter): Complaint | null {
  const to = letter.original?.get('to') ?? ''
  if (letter.feedback !== null) {
    const fields = fieldBlocks(letter.feedback)[0]
    const type = fields?.get('feedback-type')?.trim().toLowerCase() ?? 'abuse'
    const said = ['original-rcpt-to', 'removal-recipient', 'x-original-rcpt-to'].map((name) =>
      addressOf(fields?.get(name) ?? ''),
    )
    const hidden = addressOf(letter.original?.get('x-hmxmroriginalrecipient') ?? '')
    const recipients = each([...said, hidden])
    return { complains: !noComplaint.has(type), recipients: recipients.length > 0 ? recipients : addressesIn(to) }
  }
  const receiver = letter.original?.get('x-hmxmroriginalrecipient') ?? letter.headers.get('x-hmxmroriginalrecipient')
  return receiver === undefined ? null : { complains: true, recipients: each([addressOf(receiver)]) }
}
