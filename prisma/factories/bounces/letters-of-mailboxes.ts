import { original, plain, reader, type Specimen } from './shapes.ts'

const person = `Camille <${reader}>`
const absent = (subject: string, headers = '', text = 'Bonjour, je reviens lundi.'): Specimen => ({
  name: `${subject} · ${headers.split('\n')[0] ?? ''}`,
  kind: 'auto-reply',
  raw: plain({ from: person, subject, headers, text }).replace('Return-Path: <>', `Return-Path: <${reader}>`),
})

const complaintOf = (type: string, fields: string, copy = original) =>
  plain({
    from: 'complaints@provider.example',
    subject: 'FW: Nouvelles',
    headers: 'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary="arf"',
    text: `--arf\nContent-Type: text/plain\n\nThis is an email abuse report for an email message received from IP 192.0.2.1.\n\n--arf\nContent-Type: message/feedback-report\n\n${type}User-Agent: Feedback/1.0\nVersion: 1\n${fields}\n\n--arf\nContent-Type: message/rfc822\n\n${copy}\n--arf--`,
  })
const complaint = (name: string, raw: string, kind: Specimen['kind'] = 'complaint'): Specimen => ({
  name,
  kind,
  ...(kind === 'complaint' ? { recipients: [reader] } : {}),
  raw,
})

const written = (subject: string, text: string, from = person): Specimen => ({
  name: `${subject}: ${text}`,
  kind: 'none',
  raw: plain({ from, subject, text }).replace('Return-Path: <>', `Return-Path: <${reader}>`),
})

/** What comes back from people's mailboxes and their providers: nothing of it says that a letter did not arrive. */
export const lettersOfMailboxes: Specimen[] = [
  absent('Absence du bureau : Nouvelles', 'Auto-Submitted: auto-replied'),
  absent('Réponse automatique : Nouvelles', 'X-Auto-Response-Suppress: All\nAuto-Submitted: auto-generated'),
  absent('Out of Office: Nouvelles', 'X-Autoreply: yes'),
  absent('Automatic reply: Nouvelles', 'Auto-Submitted: auto-generated'),
  absent('Nouvelles', 'Auto-Submitted: auto-replied (vacation)'),
  absent('Re: Nouvelles', 'Precedence: auto_reply\nX-Autorespond: Nouvelles'),
  absent('=?UTF-8?Q?R=C3=A9ponse_automatique?='),
  absent('Automatische Antwort: Nouvelles', 'Auto-Submitted: auto-replied'),
  absent('Abwesenheitsnotiz', ''),
  absent('Respuesta automática: Nouvelles', 'Auto-Submitted: auto-replied'),
  absent('Risposta automatica: Nouvelles', ''),
  absent('Je suis en congés', 'X-Autoresponder: 1'),
  absent('Auto: Nouvelles', 'X-Mail-Autoreply: yes'),
  absent(
    'Re: Nouvelles',
    'Auto-Submitted: auto-replied',
    'I no longer work here. This mailbox is not read, my address no longer exists. 550 5.1.1',
  ),
  absent(
    'Please confirm your message to camille',
    'Auto-Submitted: auto-replied',
    'To confirm that you are a person, follow this link.',
  ),
  absent('Mailinblack : demande d’authentification', '', 'Cliquez ici pour être reconnu.'),
  absent('Nous avons bien reçu votre message', 'Precedence: bulk\nAuto-Submitted: auto-replied'),
  {
    name: 'a receipt of reading',
    kind: 'auto-reply',
    raw: plain({
      from: person,
      subject: 'Lu : Nouvelles',
      headers:
        'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification; boundary="mdn"',
      text: '--mdn\nContent-Type: text/plain\n\nVotre message a été lu.\n\n--mdn\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;lectrice@example.org\nDisposition: manual-action/MDN-sent-manually; displayed\n\n--mdn--',
    }),
  },

  complaint(
    'ARF, as it should be',
    complaintOf(
      'Feedback-Type: abuse\n',
      `Original-Rcpt-To: <${reader}>\nOriginal-Mail-From: <b+kq2x.7f@retours.example.net>`,
    ),
  ),
  complaint(
    'ARF without a receiver: the copy says',
    complaintOf('Feedback-Type: abuse\n', 'Arrival-Date: Tue, 20 Jan 2026 12:00:00 +0000'),
  ),
  complaint('ARF: wants off the list', complaintOf('Feedback-Type: opt-out\n', `Removal-Recipient: ${reader}`)),
  complaint('ARF without a type', complaintOf('', `Original-Rcpt-To: ${reader}`)),
  complaint(
    'a complaint from before ARF',
    plain({
      from: 'staff@hotmail.test',
      subject: 'complaint about message from 192.0.2.1',
      headers: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"',
      text: `--x\nContent-Type: message/rfc822\n\nX-HmXmrOriginalRecipient: <${reader}>\n${original}\n--x--`,
    }),
  ),
  complaint('ARF: not spam after all', complaintOf('Feedback-Type: not-spam\n', `Original-Rcpt-To: ${reader}`), 'none'),
  complaint('ARF: a signature failed', complaintOf('Feedback-Type: auth-failure\nAuth-Failure: dmarc\n', ''), 'none'),

  written('Re: Nouvelles', 'Merci ! Je partage.'),
  written('Re: Nouvelles', 'Bonjour, mon adresse marche-t-elle ? J’ai lu « 550 5.1.1 user unknown » hier.'),
  written('Une question', 'Comment signer pour mon association ?'),
  written('', ''),
  written('Digest', 'Unknown users of the world, unite.', 'Liste <liste@example.org>'),
]
