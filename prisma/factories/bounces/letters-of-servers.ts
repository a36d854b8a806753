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
  from(
    'hard',
    'Courier',
    plain({
      from: '"Courier mail server at mx.example.org" <@mx.example.org>',
      subject: 'NOTICE: mail delivery status.',
      text: `This is a delivery status notification from mx.example.org,\nrunning the Courier mail server.\n\nThe original message was received on Tue, 20 Jan 2026.\n\nUNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<${reader}>:\n    mx.example.org [192.0.2.25]:\n>>> RCPT TO:<${reader}>\n<<< 550 User does not exist.`,
    }),
  ),
  from(
    'hard',
    'Domino',
    plain({
      from: 'Postmaster <postmaster@example.org>',
      subject: 'DELIVERY FAILURE: User lectrice (lectrice@example.org) not listed in Domino Directory',
      text: `Your message\n\n  Subject: Nouvelles\n\nwas not delivered to:\n\n  ${reader}\n\nbecause:\n\n  User lectrice (${reader}) not listed in Domino Directory`,
    }),
  ),
  from(
    'hard',
    'Exchange 2000',
    plain({
      from: 'System Administrator <postmaster@example.org>',
      subject: 'Undeliverable: Nouvelles',
      text: `Your message\n\n  To:      Camille\n  Subject: Nouvelles\n  Sent:    Tue, 20 Jan 2026 12:00:00 +0000\n\ndid not reach the following recipient(s):\n\n${reader} on Tue, 20 Jan 2026 12:00:04 +0000\n    The recipient name is not recognized\n\tThe MTS-ID of the original message is: c=FR;a= ;p=EXAMPLE;l=MX\n    MSEXCH:IMS:EXAMPLE:MX 0 (000C05A6) Unknown Recipient`,
    }),
  ),
  from(
    'hard',
    'MailMarshal',
    plain({
      from: 'MailMarshal <postmaster@example.org>',
      subject: 'Undeliverable: Nouvelles',
      text: `The following message could not be delivered:\n\nRecipient: ${reader}\nReason: 550 Requested action not taken: no such user here`,
    }),
  ),
  from(
    'hard',
    'Mimecast',
    plain({
      from: '<>',
      subject: '[Postmaster] Email Delivery Failure',
      text: `This is a delivery failure notification message indicating that\nan email you addressed to email address :\n-- ${reader}\n\ncould not be delivered. The problem appears to be :\n-- Recipient email address is possibly incorrect\n\nAdditional information follows :\n-- 550 User unknown`,
    }),
  ),
  from(
    'hard',
    'Zimbra in French',
    plain({
      from: 'Système de messagerie <MAILER-DAEMON@mx.example.org>',
      subject: 'Message non remis',
      text: `Votre message n'a pas pu être remis aux destinataires suivants :\n\n<${reader}>: utilisateur inconnu`,
    }),
  ),
  from(
    'hard',
    'a provider in French, without any code',
    plain({
      from: 'postmaster@example.org',
      subject: 'Échec de la remise de votre message',
      text: `Bonjour,\n\nVotre message à ${reader} n'a pas pu être distribué :\nl'adresse du destinataire n'existe pas ou n'existe plus.\n\nLe message original :\n\n${original}`,
    }),
  ),
  from(
    'soft',
    'a provider in French, a full mailbox',
    plain({
      from: 'postmaster@example.org',
      subject: 'Retour de votre message',
      text: `Votre message à ${reader} n'a pas pu être distribué :\nla boîte aux lettres du destinataire est pleine.`,
    }),
  ),
  from(
    'soft',
    'a provider in German, a full mailbox',
    plain({
      from: 'Mail Delivery System <mailer-daemon@kunde.example.org>',
      subject: 'Mail delivery failed: returning message to sender',
      text: `Die folgende Adresse konnte nicht erreicht werden:\n\n${reader}:\nSMTP error from remote server after RCPT command:\nhost: mx.example.org\nPostfach voll`,
    }),
  ),
  from(
    'hard',
    'a provider in German',
    plain({
      from: 'Mail Delivery System <mailer-daemon@kunde.example.org>',
      subject: 'Unzustellbare Nachricht',
      text: `Ihre Nachricht konnte nicht zugestellt werden:\n\n${reader}:\nDas Postfach ist unbekannt.`,
    }),
  ),
  from(
    'hard',
    'a provider in Spanish',
    plain({
      from: 'postmaster@example.org',
      subject: 'No se pudo entregar el mensaje',
      text: `No se ha podido entregar su mensaje a ${reader}: el usuario no existe.`,
    }),
  ),
  from(
    'hard',
    'a provider in Italian',
    plain({
      from: 'postmaster@example.org',
      subject: 'Mancata consegna',
      text: `Impossibile consegnare il messaggio a ${reader}: casella inesistente.`,
    }),
  ),
  from(
    'hard',
    'Yahoo',
    plain({
      from: 'MAILER-DAEMON@yahoo.test',
      subject: 'Failure Notice',
      text: `Sorry, we were unable to deliver your message to the following address.\n\n<${reader}>:\n554: delivery error: dd Requested mail action not taken: mailbox unavailable\n\n--- Below this line is a copy of the message.\n\n${original}`,
    }),
  ),
  from(
    'soft',
    'Yahoo, disabled',
    plain({
      from: 'MAILER-DAEMON@yahoo.test',
      subject: 'Failure Notice',
      text: `Sorry, we were unable to deliver your message to the following address.\n\n<${reader}>:\n554: delivery error: dd This account has been temporarily suspended. - mta1.example.com`,
    }),
  ),
  from(
    'hard',
    'in HTML only',
    plain({
      from: 'postmaster@example.org',
      subject: 'Undeliverable',
      headers: 'MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8',
      text: `<html><head><style>p{color:red}</style></head><body><p>Delivery has failed to these recipients:</p><p><a href="mailto:${reader}">${reader}</a></p><p>The email address you entered couldn&#39;t be found.</p></body></html>`,
    }),
  ),
  from(
    'soft',
    'nothing but that it failed',
    plain({
      from: 'postmaster@example.org',
      subject: 'Mail delivery failed',
      text: `Your message to ${reader} could not be delivered.`,
    }),
  ),
  {
    name: 'delivered, in words',
    kind: 'none',
    raw: plain({
      from: 'postmaster@example.org',
      subject: 'Delivery Status Notification (Success)',
      text: `Your message was successfully delivered to ${reader}.`,
    }),
  },
]
