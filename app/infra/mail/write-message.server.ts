import { encodeWord, foldLines } from 'nodemailer/lib/mime-funcs'
import type { Address } from '../config.server.ts'
import { dkimSigner, headerField, plainField, type HeaderField, type Signer, type Signing } from './dkim.server.ts'
import { fillBody, type MessageBody } from './message-body.server.ts'

export interface OutgoingMail {
  from: Address
  /** An object on purpose: in a string, a comma or a line break would be read as more receivers. */
  to: Address
  subject: string
  body: MessageBody
  /** This reader's own, for the gaps of the body, in the order of their placeholders. */
  own?: readonly string[]
  /** The same for words: the reader's name. One line each. */
  words?: readonly string[]
  /** `<local@host>`, the same for every attempt. */
  messageId: string
  date: Date
  /** The envelope's sender, where it comes back to when it cannot be delivered. Absent: `from`. */
  returnPath?: string
  headers?: Readonly<Record<string, string>>
}

/** What most headers hold: nothing to clean. */
const isPlain = /^[!-~]*$/
const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu

/** One line, whatever was in it: a line break in a header would begin the next header. */
export const oneLine = (text: string): string =>
  isPlain.test(text) ? text : text.replace(controls, ' ').replace(/ {2,}/g, ' ').trim()

const longestLine = 76
/** Of an encoded word (RFC 2047 §2), so that it fits a line beside the name of its header. */
const longestWord = 52
const ascii = /^[ -~]*$/

/** Letters of another script are shorter in base64. */
const encoded = (text: string): string =>
  encodeWord(text, (text.match(/[^ -~]/g)?.length ?? 0) > text.length / 3 ? 'B' : 'Q', longestWord)

/** What looks like an encoded word is encoded, or a mail program would decode it. */
const unstructured = (text: string): string => (ascii.test(text) && !text.includes('=?') ? text : encoded(text))

function phrase(name: string): string {
  if (/^[\w ]*$/.test(name)) return name
  return ascii.test(name) && !name.includes('=?') ? `"${name.replace(/["\\]/g, '\\$&')}"` : encoded(name)
}

const addressed = ({ name, address }: Address): string => {
  const shown = phrase(oneLine(name))
  return shown ? `${shown} <${address}>` : address
}

const field = (name: string, value: string): HeaderField => headerField(foldLines(`${name}: ${value}`, longestLine))

/** Of the headers that all readers of a letter share: made once for as long as the letter is kept. */
const shared = new WeakMap<MessageBody, { key: string; fields: HeaderField[] }>()

function sharedFields({ body, from, subject }: OutgoingMail): HeaderField[] {
  const key = [from.name, from.address, subject].join('\n')
  const known = shared.get(body)
  if (known?.key === key) return known.fields
  const fields = [
    field('From', addressed(from)),
    field('Subject', unstructured(oneLine(subject))),
    headerField(`Content-Type: multipart/alternative;\r\n boundary="${body.boundary}"`),
    headerField('MIME-Version: 1.0'),
  ]
  shared.set(body, { key, fields })
  return fields
}

/** A line that cannot be folded (a link) is left long: RFC 5322 §2.1.1 allows 998. */
const ownFields = (mail: OutgoingMail): HeaderField[] => [
  field('To', addressed(mail.to)),
  plainField('Message-ID', oneLine(mail.messageId)),
  plainField('Date', `${mail.date.toUTCString().slice(0, -'GMT'.length)}+0000`),
  ...Object.entries(mail.headers ?? {}).map(([name, value]) => plainField(name, oneLine(value))),
]

const signers = new WeakMap<Signing, Signer>()

function signerOf(signing: Signing): Signer {
  const known = signers.get(signing)
  if (known) return known
  const made = dkimSigner(signing)
  signers.set(signing, made)
  return made
}

/** Bytes kept free for a signature: one by a key of 4096 bits takes 1300. */
const roomToSign = 1536

/**
 * The bytes of a message, signed when there is a key.
 * @param end what goes over the line behind it
 */
export async function writeMessage(mail: OutgoingMail, signing: Signing | null, end = ''): Promise<Buffer> {
  const fields = [...ownFields(mail), ...sharedFields(mail)]
  const head = `${fields.map(({ line }) => line).join('\r\n')}\r\n\r\n`
  const free = { before: head.length + (signing ? roomToSign : 0), behind: end.length }
  const { bytes, body } = fillBody(mail.body, { tokens: mail.own ?? [], words: mail.words ?? [] }, free)
  bytes.write(end, free.before + body.length, 'latin1')
  const signature = signing ? await signerOf(signing).sign(fields, body) : ''
  const start = free.before - head.length - signature.length
  if (start < 0) return Buffer.concat([Buffer.from(signature + head, 'latin1'), bytes.subarray(free.before)])
  bytes.write(signature + head, start, 'latin1')
  return bytes.subarray(start)
}
