import { about, headersOnly, original, plain, reader, report, type Specimen } from './shapes.ts'

const second = 'lecteur@example.org'
const utf8 = 'zoé@exämple.org'

/** Reports with fields whose shape is what is hard about them. */
export const reports: Specimen[] = [
  {
    name: 'a delay is none of a person',
    kind: 'soft',
    recipients: [reader],
    status: '4.4.1',
    raw: report({
      subject: 'Delayed Mail (still being retried)',
      status: about({
        action: 'delayed',
        status: '4.4.1',
        diagnostic: 'X-Postfix; connect to mx.example.org: Connection timed out',
      }),
    }),
  },
  {
    name: 'a delay whose words say unknown',
    kind: 'soft',
    recipients: [reader],
    raw: report({ status: about({ action: 'delayed', status: '4.1.1', diagnostic: 'smtp; 450 4.1.1 User unknown' }) }),
  },
  {
    name: 'delivered',
    kind: 'none',
    raw: report({
      subject: 'Successful Mail Delivery Report',
      status: about({ action: 'delivered', status: '2.0.0', diagnostic: 'smtp; 250 2.0.0 Ok: queued as 4F2' }),
    }),
  },
  {
    name: 'relayed',
    kind: 'none',
    raw: report({
      subject: 'Delivery Status Notification (Relay)',
      status: about({ action: 'relayed', status: '2.0.0' }),
    }),
  },
  { name: 'expanded', kind: 'none', raw: report({ status: about({ action: 'expanded', status: '2.0.0' }) }) },
  {
    name: 'one delivered, one unknown',
    kind: 'hard',
    recipients: [second],
    raw: report({
      status: `${about({ action: 'delivered', status: '2.0.0' })}\n\n${about({ to: second, status: '5.1.1' })}`,
    }),
  },
  {
    name: 'one full, one unknown',
    kind: 'hard',
    recipients: [second],
    raw: report({ status: `${about({ status: '5.2.2' })}\n\n${about({ to: second, status: '5.1.1' })}` }),
  },
  {
    name: 'two full',
    kind: 'soft',
    recipients: [reader, second],
    status: '5.2.2',
    raw: report({ status: `${about({ status: '5.2.2' })}\n\n${about({ to: second, status: '5.2.2' })}` }),
  },
  {
    name: 'only a status',
    kind: 'hard',
    recipients: [reader],
    status: '5.1.1',
    raw: report({ status: `Final-Recipient: RFC822;${reader}\nAction: failed\nStatus: 5.1.1` }),
  },
  {
    name: 'the original receiver counts before the final one',
    kind: 'hard',
    recipients: [reader],
    raw: report({
      status: `Original-Recipient: rfc822;${reader}\n${about({ to: 'x400.7@inside.example.org', status: '5.1.1' })}`,
    }),
  },
  {
    name: 'headers of the original only',
    kind: 'hard',
    recipients: [reader],
    raw: report({ status: about({ status: '5.1.1' }), copy: headersOnly }),
  },
  {
    name: 'no copy at all',
    kind: 'hard',
    recipients: [reader],
    raw: report({ status: about({ status: '5.1.1' }), copy: 'Content-Type: text/plain\n\n' }),
  },
  {
    name: 'nobody named, the copy says who',
    kind: 'hard',
    recipients: [reader],
    raw: report({ status: 'Action: failed\nStatus: 5.1.1' }),
  },
  {
    name: 'folded fields, capitals, comments',
    kind: 'hard',
    recipients: [reader],
    status: '5.1.1',
    raw: report({
      status: `FINAL-RECIPIENT: rfc822;\n\t<${reader}>\nACTION: Failed (see below)\nSTATUS: 5.1.1 (bad destination mailbox address)\nDIAGNOSTIC-CODE: smtp;\n  550 5.1.1\n  User unknown`,
    }),
  },
  {
    name: 'international report',
    kind: 'hard',
    recipients: [utf8],
    status: '5.1.1',
    raw: report({
      type: 'message/global-delivery-status',
      status: `Final-Recipient: utf-8; ${utf8}\nAction: failed\nStatus: 5.1.1`,
    }),
  },
  {
    name: 'international address in ASCII',
    kind: 'hard',
    recipients: [utf8],
    raw: report({ status: 'Final-Recipient: utf-8; zo\\x{E9}@ex\\x{E4}mple.org\nAction: failed\nStatus: 5.1.1' }),
  },
  {
    name: 'report in base64',
    kind: 'hard',
    recipients: [reader],
    raw: report({ type: 'message/delivery-status\nContent-Transfer-Encoding: base64', status: '' }).replace(
      /Reporting-MTA[^]*?(?=\r\n\r\n\r\n--=_cut\r\nContent-Type: message)/,
      Buffer.from(`Reporting-MTA: dns; x.example.org\n\n${about({ status: '5.1.1' })}\n`).toString('base64'),
    ),
  },
  {
    name: 'a second status in the answer is the telling one',
    kind: 'soft',
    status: '5.2.2',
    recipients: [reader],
    raw: report({ status: about({ status: '5.0.0', diagnostic: 'smtp; 554 5.2.2 no' }) }),
  },
  {
    name: 'Exchange: words to people, a bare status',
    kind: 'hard',
    recipients: [reader],
    raw: report({
      from: 'postmaster@example.org',
      subject: 'Undeliverable: nouvelles',
      text: "Your message to lectrice@example.org couldn't be delivered.\nlectrice wasn't found at example.org.",
      status: about({ status: '5.1.10' }),
    }),
  },
  {
    name: 'Exchange in German',
    kind: 'hard',
    recipients: [reader],
    raw: report({
      from: 'Microsoft Outlook <postmaster@example.org>',
      subject: 'Unzustellbar: Nouvelles',
      text: 'Ihre Nachricht konnte nicht zugestellt werden.',
      status: about({ status: '5.1.1', diagnostic: 'smtp;550 5.1.1 RESOLVER.ADR.RecipNotFound; not found' }),
    }),
  },
  {
    name: 'Exchange 2003 in French: a status and words',
    kind: 'hard',
    recipients: [reader],
    raw: report({
      from: 'postmaster@example.org',
      subject: 'Notification d’état de remise (échec)',
      text: 'Cette notification d’état de remise est générée automatiquement.\n\nEchec de la remise aux destinataires suivants.\n\n       lectrice@example.org',
      status: about({ status: '5.1.1' }),
    }),
  },
  {
    name: 'words to people decide where fields say nothing',
    kind: 'hard',
    recipients: [reader],
    raw: report({ text: `<${reader}>: unknown user: "lectrice"`, status: about({ status: '5.0.0' }) }),
  },
  {
    name: 'words to people do not decide where fields do',
    kind: 'soft',
    recipients: [reader],
    raw: report({ text: 'If the user is unknown, please check the address.', status: about({ status: '5.2.2' }) }),
  },
  {
    name: 'names of machines are no verdict',
    kind: 'hard',
    recipients: [reader],
    raw: report({
      status: about({
        status: '5.0.0',
        diagnostic: 'smtp; host antispam.example.org[192.0.2.9] said: 550 unknown user',
      }),
    }),
  },
  {
    name: 'failed for good after trying for days',
    kind: 'soft',
    recipients: [reader],
    raw: report({ status: about({ status: '4.4.7', diagnostic: 'smtp; 451 4.3.0 Temporary lookup failure' }) }),
  },
  {
    name: 'a report that lost its wrapping',
    kind: 'hard',
    recipients: [reader],
    raw: plain({
      subject: 'Undelivered Mail Returned to Sender',
      text: `Reporting-MTA: dns; mx.example.org\n\n${about({ status: '5.1.1' })}\n\n${original}`,
    }),
  },
  {
    name: 'a bounce passed on as an attachment',
    kind: 'hard',
    recipients: [reader],
    raw: plain({
      from: 'Claude <claude@example.net>',
      subject: 'Fwd: retour',
      headers: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="out"',
      text: `--out\nContent-Type: text/plain\n\nPour toi.\n--out\nContent-Type: message/rfc822\n\n${report({ status: about({ status: '5.1.1' }) })}\n--out--`,
    }),
  },
  {
    name: 'a bounce passed on in the text',
    kind: 'hard',
    recipients: [reader],
    raw: plain({
      from: 'Claude <claude@example.net>',
      subject: 'Tr: Undelivered Mail',
      text: `Vu ?\n\n> ${about({ status: '5.1.1' }).replaceAll('\n', '\n> ')}`,
    }),
  },
  {
    name: 'unknown encoding',
    kind: 'hard',
    recipients: [reader],
    raw: report({ status: about({ status: '5.1.1' }) }).replace('charset=utf-8', 'charset=x-nobody-knows'),
  },
  {
    name: 'no boundary',
    kind: 'hard',
    recipients: [reader],
    raw: report({ status: about({ status: '5.1.1' }) }).replace(/ boundary="=_cut"/, ''),
  },
]
