import { original, plain, reader, type Specimen } from './shapes.ts'

const from = (kind: Specimen['kind'], name: string, raw: string): Specimen => ({
  name,
  kind,
  recipients: [reader],
  raw,
})

/** Reports without fields, of servers and providers with wordings of their own. */
export const lettersOfProviders: Specimen[] = [
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
