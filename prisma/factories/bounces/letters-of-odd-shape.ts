import { about, plain, reader, report, type Specimen } from './shapes.ts'

const other = 'lecteur@example.org'
const shaped = (kind: Specimen['kind'], name: string, raw: string): Specimen => ({
  name,
  kind,
  ...(kind === 'hard' || kind === 'soft' ? { recipients: raw.includes(other) ? [reader, other] : [reader] } : {}),
  raw,
})

const oldLineEnds = (raw: string) => raw.replaceAll('\r\n', '\r')
const withReturnPath = (path: string, raw: string) => raw.replace('Return-Path: <>', `Return-Path: ${path}`)

const unknown = report({ status: about({ status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 User unknown' }) })

/** Returned letters that look like something else, and something else that looks like them. */
export const lettersOfOddShape: Specimen[] = [
  shaped('hard', 'a report with carriage returns alone', oldLineEnds(unknown)),
  shaped(
    'hard',
    'a letter with carriage returns alone',
    oldLineEnds(
      plain({
        from: 'Postmaster <postmaster@example.org>',
        subject: 'Undeliverable Mail',
        text: `Unknown user: ${reader}`,
      }),
    ),
  ),
  shaped(
    'hard',
    'marked as an automatic answer, without a subject',
    plain({
      from: '<>',
      subject: '',
      headers: 'Auto-Submitted: auto-replied',
      text: `You sent a message to ${reader}. That is not a valid user here.`,
    }),
  ),
  shaped(
    'soft',
    'marked as an automatic answer, by a gateway',
    plain({
      from: 'mailer-daemon',
      subject: 'There was an error sending your mail',
      headers: 'Auto-Submitted: auto-replied\nPrecedence: list',
      text: `We had trouble delivering your message.\n\nThe following recipients returned permanent errors: ${reader}. Reason: refused after DATA: [554 5.4.6 Hop count exceeded]`,
    }),
  ),
  shaped(
    'soft',
    'a refusal in the form of a receipt',
    plain({
      from: 'Mail Delivery Subsystem <camille@example.org>',
      subject: 'Automatically rejected mail',
      headers:
        'Auto-Submitted: auto-replied (rejected)\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification; boundary="mdn"',
      text: `--mdn\nContent-Type: text/plain\n\nYour message to <${reader}> was automatically rejected:\nQuota exceeded\n\n--mdn\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; ${reader}\nDisposition: automatic-action/MDN-sent-automatically; deleted\n\n--mdn--`,
    }),
  ),
  shaped(
    'hard',
    'a report about nobody, by nobody',
    withReturnPath(
      '<MAILER-DAEMON@mx.example.net>',
      report({
        from: '',
        subject: 'Utilisateur non répertorié',
        text: `A message could not be delivered to:\n${reader}\n\nL’adresse ci-dessus n’existe pas. Veuillez en vérifier l’orthographe.`,
        status: '',
      }),
    ),
  ),
  shaped(
    'hard',
    'a gateway of an unusual name that quotes the answer',
    withReturnPath(
      '<gateway@mx.example.net>',
      plain({
        from: 'Gateway_Mail_Service@mx.example.net',
        subject: 'Returned Mail - Error During Delivery',
        text: `------ Failed Recipients ------\n<${reader}>: Requested action not taken: mailbox unavailable. [SMTP Error Code 550]`,
      }),
    ),
  ),
  shaped(
    'soft',
    'a filter of an unusual name',
    withReturnPath(
      '<filter@mx.example.net>',
      plain({
        from: 'filter@mx.example.net',
        subject: 'Mail could not be delivered',
        text: `****** Message from the filter ******\n\nThe following mail could not be delivered to ${reader}.\n\nReason: Exceeded maximum delivery attempts.`,
      }),
    ),
  ),
  shaped(
    'soft',
    'a list without a word about anybody',
    plain({ text: `The message could not be delivered to:\n\n<${reader}>:\n\n<${other}>:\n\n--- Attached is a copy.` }),
  ),
  shaped(
    'hard',
    'a list with one reason for all',
    plain({ text: `Delivery to the following recipients failed:\n\n  ${reader}\n  ${other}\n\nReason: user unknown` }),
  ),
  shaped(
    'soft',
    'an undisclosed address behind the one we know',
    plain({
      from: 'Mail Delivery System <Mailer-Daemon@mx.example.org>',
      subject: 'Mail delivery failed: returning message to sender',
      text: `A message that you sent could not be delivered. The following address(es) failed:\n\n  an undisclosed address\n    (generated from ${reader})`,
    }),
  ),

  shaped(
    'hard',
    'a report inside a message of a gateway that says nothing',
    plain({
      subject: 'Returned mail',
      headers: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="wrap"',
      text: `--wrap\nContent-Type: text/plain\n\nThe message could not be delivered.\n\n--wrap\nContent-Type: message/rfc822\n\n${unknown}\n--wrap--`,
    }),
  ),
  shaped(
    'hard',
    'a report inside a message of a gateway whose subject says it all, of nobody',
    plain({
      subject: 'Returned mail: User unknown',
      headers: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="wrap"',
      text: `--wrap\nContent-Type: text/plain\n\n----- The following addresses had permanent delivery errors -----\n\n--wrap\nContent-Type: message/rfc822\n\n${unknown}\n--wrap--`,
    }),
  ),
  shaped(
    'soft',
    'an answer about us, and below it a code that says "unknown" of everything',
    plain({
      from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example.org>',
      subject: 'Returned mail: see transcript for details',
      text: `   ----- The following addresses had permanent fatal errors -----\n${reader}\n    (reason: 553 Sender Policy Framework fail)\n    (expanded from: <${other.replace('lecteur', 'Lectrice')}>)\n\n   ----- Transcript of session follows -----\n550 5.1.1 ${reader}... User unknown`,
    }),
  ),
  shaped(
    'soft',
    'a code for now that would mean another thing for good',
    plain({
      subject: '[Postmaster] Email Delivery Failure',
      text: `an email addressed to :\n-- ${reader}\ncould not be delivered. The problem appears to be :\n-- 4.4.4 Temporary server error. Please try again later`,
    }),
  ),
  shaped(
    'hard',
    'a transcript that shows the whole envelope',
    plain({
      from: 'post_master@mx.example.net',
      subject: 'Nouvelles',
      text: `Error: Invalid user address\n\nError message below:\n550 - Requested action not taken: no such user here\n\nMAIL FROM: b+kq2x.7f@retours.example.net\nRCPT TO: ${reader}`,
    }),
  ),
  shaped(
    'hard',
    'a user who is called an identifier',
    plain({
      from: 'Postmaster <postmaster@example.org>',
      subject: 'Undeliverable Mail',
      text: `Invalid final delivery userid: ${reader}`,
    }),
  ),
  {
    ...shaped(
      'soft',
      'a number in a subject that is no code',
      plain({ subject: 'Undeliverable: version 2.3.0', text: `Your message did not reach ${reader}` }),
    ),
    status: '5.0.0',
  },

  shaped(
    'auto-reply',
    'a holiday with an empty return path that speaks of reaching',
    plain({
      from: `Camille <${reader}>`,
      subject: 'Nouvelles',
      headers: 'Auto-Submitted: auto-replied',
      text: 'I cannot be reached until May. The message you sent will be read then.',
    }),
  ),
  shaped(
    'none',
    'a person who asks about a failure',
    withReturnPath(
      `<${reader}>`,
      plain({
        from: `Camille <${reader}>`,
        subject: 'Re: Undelivered Mail Returned to Sender',
        text: 'Bonjour, was your message not delivered? Mine said: 550 5.1.1 user unknown.',
      }),
    ),
  ),
]
