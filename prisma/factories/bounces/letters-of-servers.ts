import { original, plain, reader, type Specimen } from './shapes.ts'

const exim = (reason: string) =>
  `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ${reader}\n    ${reason}\n\n------ This is a copy of the message, including all the headers. ------\n\n${original}`
const qmail = (reason: string) =>
  `Hi. This is the qmail-send program at mx.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<${reader}>:\n${reason}\n\n--- Below this line is a copy of the message.\n\n${original}`
const sendmail = (reason: string) =>
  `The original message was received at Tue, 20 Jan 2026 12:00:00 GMT\nfrom mail.example.net [192.0.2.1]\n\n   ----- The following addresses had permanent fatal errors -----\n<${reader}>\n\n   ----- Transcript of session follows -----\n... while talking to mx.example.org.:\n${reason}\n\n   ----- Original message follows -----\n\n${original}`

const from = (kind: Specimen['kind'], name: string, raw: string): Specimen => ({
  name,
  kind,
  recipients: [reader],
  raw,
})
const eximFrom = 'Mail Delivery System <Mailer-Daemon@mx.example.org>'
const eximSubject = 'Mail delivery failed: returning message to sender'
const byExim = (kind: Specimen['kind'], reason: string) =>
  from(
    kind,
    `Exim: ${reason}`,
    plain({
      from: eximFrom,
      subject: eximSubject,
      headers: `X-Failed-Recipients: ${reader}\nAuto-Submitted: auto-replied`,
      text: exim(reason),
    }),
  )
const byQmail = (kind: Specimen['kind'], reason: string) =>
  from(kind, `qmail: ${reason}`, plain({ text: qmail(reason) }))
const bySendmail = (kind: Specimen['kind'], reason: string) =>
  from(
    kind,
    `Sendmail: ${reason}`,
    plain({
      from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example.org>',
      subject: 'Returned mail: see transcript for details',
      text: sendmail(reason),
    }),
  )

/** Reports without fields, as servers of many kinds write them. */
export const lettersOfServers: Specimen[] = [
  byExim('hard', 'Unrouteable address'),
  byExim(
    'hard',
    'SMTP error from remote mail server after RCPT TO:<lectrice@example.org>:\n    host mx.example.org [192.0.2.25]: 550 5.1.1 <lectrice@example.org>: User unknown',
  ),
  byExim('hard', 'unknown local-part "lectrice" in domain "example.org"'),
  byExim('hard', 'No Such User Here'),
  byExim('hard', 'all relevant MX records point to non-existent hosts'),
  byExim('soft', 'retry timeout exceeded'),
  byExim('soft', 'mailbox is full: retry timeout exceeded'),
  byExim(
    'soft',
    'SMTP error from remote mail server after end of data:\n    host mx.example.org [192.0.2.25]: 554 5.7.1 Spam message rejected',
  ),
  byExim('soft', 'Message rejected because it was classified as spam'),
  byExim('soft', 'host mx.example.org [192.0.2.25]: 550 relay not permitted'),
  byExim('soft', 'message is too big (transport limit = 1)'),
  byQmail('hard', 'Sorry, no mailbox here by that name. (#5.1.1)'),
  byQmail('hard', "Sorry, I couldn't find any host named exmaple.test. (#5.1.2)"),
  byQmail(
    'hard',
    '192.0.2.25 does not like recipient.\nRemote host said: 550 5.1.1 <lectrice@example.org>... User unknown\nGiving up on 192.0.2.25.',
  ),
  byQmail(
    'hard',
    '192.0.2.25 does not like recipient.\nRemote host said: 550 No such user here\nGiving up on 192.0.2.25.',
  ),
  byQmail('soft', 'The users mailfolder is over the allowed quota (size). (#5.2.2)'),
  byQmail(
    'soft',
    '192.0.2.25 failed after I sent the message.\nRemote host said: 554 5.7.1 This message has been blocked because it contains unsolicited content',
  ),
  byQmail(
    'soft',
    "I wasn't able to establish an SMTP connection. (#4.4.1)\nI'm not going to try again; this message has been in the queue too long.",
  ),
  byQmail('soft', "Sorry, that domain isn't in my list of allowed rcpthosts. (#5.7.1)"),
  byQmail('soft', 'This account is currently disabled. (#5.2.1)'),
  byQmail('soft', 'Sorry, that message size exceeds my databytes limit (#5.3.4)'),
  bySendmail(
    'hard',
    '>>> RCPT To:<lectrice@example.org>\n<<< 550 5.1.1 <lectrice@example.org>... User unknown\n550 5.1.1 <lectrice@example.org>... User unknown',
  ),
  bySendmail('hard', `550 5.1.2 <${reader}>... Host unknown (Name server: exmaple.test: host not found)`),
  bySendmail('soft', '>>> DATA\n<<< 552 5.2.2 Over quota\n554 5.0.0 Service unavailable'),
  bySendmail(
    'soft',
    '>>> MAIL From:<b@retours.example.net>\n<<< 553 5.1.8 Domain of sender address b@retours.example.net does not exist\n501 5.6.0 Data format error',
  ),
  from(
    'soft',
    'Sendmail: a warning',
    plain({
      from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example.org>',
      subject: 'Warning: could not send message for past 4 hours',
      text: `    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\n   ----- The following addresses had transient non-fatal errors -----\n<${reader}>\n\n   ----- Transcript of session follows -----\n<${reader}>... Deferred: Connection timed out with mx.example.org.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old`,
    }),
  ),
  from(
    'soft',
    'Exim: a warning',
    plain({
      from: eximFrom,
      subject: 'Warning: message 1abc-2 delayed 24 hours',
      text: `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.example.org.\n\nThe address to which the message has not yet been delivered is:\n\n  ${reader}\n    Delay reason: User unknown\n\nNo action is required on your part. Delivery attempts will continue for\nsome time.`,
    }),
  ),
  from(
    'hard',
    'Postfix, text only',
    plain({
      subject: 'Undelivered Mail Returned to Sender',
      text: `This is the mail system at host mx.example.org.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\nFor further assistance, please send mail to postmaster.\n\n                   The mail system\n\n<${reader}>: host mx.example.org[192.0.2.25] said: 550 5.1.1 <${reader}>:\n    Recipient address rejected: User unknown in virtual mailbox table (in reply\n    to RCPT TO command)`,
    }),
  ),
]
