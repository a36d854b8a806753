/** A message that came back, and what somebody who reads it would say it means. */
export interface Specimen {
  name: string
  kind: 'hard' | 'soft' | 'complaint' | 'auto-reply' | 'none'
  /** Left out where the message names nobody. */
  recipients?: string[]
  status?: string
  raw: string
}

export const reader = 'lectrice@example.org'
const ours = 'b+kq2x.7f@retours.example.net'

const originalHead = [
  'Return-Path: <b+kq2x.7f@retours.example.net>',
  'From: Collectif <nouvelles@example.net>',
  `To: Camille <${reader}>`,
  'Subject: =?UTF-8?Q?Une_r=C3=A9ponse_est_arriv=C3=A9e?=',
  'Message-ID: <kq2x7f@example.net>',
  'Date: Tue, 20 Jan 2026 12:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
].join('\n')
export const original = `${originalHead}\n\nBonjour Camille,\n\nVoici les nouvelles.\n`

const lines = (text: string) => text.replace(/\r?\n/g, '\r\n')

export interface Plain {
  from?: string
  subject?: string
  headers?: string
  text: string
}

/** A report without any machine-readable part. */
export const plain = ({
  from = 'MAILER-DAEMON@mx.example.org',
  subject = 'failure notice',
  headers = '',
  text,
}: Plain): string =>
  lines(
    `Return-Path: <>\nFrom: ${from}\nTo: ${ours}\nSubject: ${subject}\nDate: Tue, 20 Jan 2026 12:00:05 +0000\n${headers === '' ? '' : `${headers}\n`}\n${text}\n`,
  )

export interface Report extends Partial<Plain> {
  /** The blocks of the report: the first about the message, one for each receiver. */
  status: string
  type?: string
  copy?: string
}

/** A delivery status notification (RFC 3462, RFC 3464). */
export const report = ({
  from = 'MAILER-DAEMON@mx.example.org (Mail Delivery System)',
  subject = 'Undelivered Mail Returned to Sender',
  headers = '',
  text = 'This is the mail system at host mx.example.org.',
  status,
  type = 'message/delivery-status',
  copy,
}: Report): string =>
  plain({
    from,
    subject,
    headers: `${headers === '' ? '' : `${headers}\n`}MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status;\n boundary="=_cut"`,
    text: `This is a MIME-encapsulated message.\n\n--=_cut\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n--=_cut\nContent-Type: ${type}\n\nReporting-MTA: dns; mx.example.org\nArrival-Date: Tue, 20 Jan 2026 12:00:00 +0000\n\n${status}\n\n--=_cut\n${copy ?? `Content-Type: message/rfc822\n\n${original}`}\n--=_cut--`,
  })

export const headersOnly = `Content-Type: text/rfc822-headers\n\n${originalHead}\n`

export interface Said {
  action?: string
  status?: string
  diagnostic?: string
  to?: string
}

/** The block of one receiver. */
export const about = ({ action = 'failed', status = '5.0.0', diagnostic, to = reader }: Said): string =>
  [
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic ? [`Diagnostic-Code: ${diagnostic}`] : []),
  ].join('\n')
