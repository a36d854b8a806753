import { config } from '#app/infra/config.server.ts'
import { encodeBody } from '#app/infra/mail/message-body.server.ts'
import type { SendOutcome } from '#app/infra/mail/send-outcome.ts'
import { sendMail } from '#app/infra/mail/transport.server.ts'
import type { Mail } from '#emails/letter.tsx'
import { messageId } from '../jobs/deliver/compose.server.ts'
import { lookAtPlace } from '../jobs/place.server.ts'

/** A note by mail to somebody of the team. */
interface TeamNote {
  address: string
  mail: Mail
  /** The same at every attempt, so that a mail program that gets it twice shows it once. */
  id: string
  date: Date
}

/** Whether notes may leave: a copy of the database that was restored elsewhere writes to nobody. */
export const mayWriteToTeam = async (): Promise<boolean> => (await lookAtPlace()) === null

/** Hands a note over at once and says how that ended; what the ending means is for the caller. No machine answers it (RFC 3834). */
export const writeToTeam = ({ address, mail, id, date }: TeamNote): Promise<SendOutcome> =>
  sendMail({
    from: config().mailFrom,
    to: { name: '', address },
    subject: mail.subject,
    body: encodeBody(mail),
    messageId: messageId(id),
    date,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
