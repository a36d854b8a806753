import DKIM from 'nodemailer/lib/dkim'
import MimeNode from 'nodemailer/lib/mime-node'
import type { Address } from '../config.server.ts'
import { fillBody, type MessageBody } from './message-body.server.ts'

export interface OutgoingMail {
  from: Address
  /** An object on purpose: in a string, a comma or a line break would be read as more receivers. */
  to: Address
  subject: string
  body: MessageBody
  /** This reader's own, for the gaps of the body, in the order of their placeholders. */
  own?: readonly string[]
  /** `<local@host>`, the same for every attempt. */
  messageId: string
  date: Date
  /** The envelope's sender, where it comes back to when it cannot be delivered. Absent: `from`. */
  returnPath?: string
  headers?: Readonly<Record<string, string>>
}

export interface Signing {
  privateKey: string
  domainName: string
  keySelector: string
}

/** RFC 6376 §5.4.1, and both headers of one-click unsubscribing, which RFC 8058 wants covered; a library's own list leaves one out. */
const signedHeaders =
  'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post'

const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu

/** One line, whatever was in it: a line break in a header would begin the next header. */
export const oneLine = (text: string): string => text.replace(controls, ' ').replace(/ {2,}/g, ' ').trim()

const safeAddress = ({ name, address }: Address): Address => ({ name: oneLine(name), address })

function writeHead(mail: OutgoingMail): string {
  const node = new MimeNode(`multipart/alternative; boundary="${mail.body.boundary}"`, { newline: '\r\n' })
  const own = Object.entries(mail.headers ?? {}).map(([key, value]) => ({
    key,
    value: { prepared: true, value: oneLine(value) },
  }))
  node.setHeader('From', safeAddress(mail.from))
  node.setHeader('To', safeAddress(mail.to))
  node.setHeader('Subject', oneLine(mail.subject))
  node.setHeader('Message-ID', mail.messageId)
  node.setHeader('Date', mail.date.toUTCString().replace('GMT', '+0000'))
  node.addHeader(own)
  return node.buildHeaders()
}

/** The bytes of a message, signed when there is a key. */
export async function writeMessage(mail: OutgoingMail, signing: Signing | null): Promise<Buffer> {
  const plain = Buffer.from(`${writeHead(mail)}\r\n\r\n${fillBody(mail.body, mail.own ?? [])}`)
  return signing ? sign(plain, signing) : plain
}

async function sign(message: Buffer, signing: Signing): Promise<Buffer> {
  const signed = new DKIM({ ...signing, headerFieldNames: signedHeaders }).sign(message)
  const parts: Buffer[] = []
  for await (const part of signed) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
