import type { IncomingMessage } from 'node:http'
import type { FormFields } from './form-fields.server.ts'
import { picturesIntake, teamIntake, type Hold, type Intake } from './intake.server.ts'
import { fieldsOfStart } from './multipart.server.ts'
import { readBody, TooLarge } from './read-body.server.ts'
import { replay } from './replay.server.ts'

export const multipart = 'multipart/form-data'

/** A copy of the source of a claim, to be hashed. */
const copyOfSource = /^\/admin\/sheets\/\d{1,9}\/copy$/

/** Read by its page as it comes: a scan, to be hashed and not kept; a file to import, to be sealed piece by piece. */
export const isScan = (path: string, type: string) =>
  (path === '/admin/paper/new' || path === '/admin/imports' || copyOfSource.test(path)) && type === multipart
export const mostScanBytes = 64 * 2 ** 20

/** A picture for letters, with what it shows. */
export const bringsPicture = (path: string, type: string) => path === '/admin/mailings/pictures' && type === multipart
/** Where the bytes of a form of the team have their place. */
export const intakeOfTeam = (path: string, type: string): Intake =>
  bringsPicture(path, type) ? picturesIntake() : teamIntake()
/** More than a picture may have (`mostSentBytes` of the room), so that whoever chose too large a file is told beside what they typed. */
const mostPictureBytes = 9 * 2 ** 20
/** What was typed stands before the file. */
const mostTyped = 64 * 1024

/** The field that says so to the page: the form came without its file, which was too large to be read. */
export const cutOffField = 'cutOff'

const written = (fields: FormFields) =>
  new URLSearchParams([...fields].flatMap(([name, values]) => values.map((value) => [name, value])))

/**
 * A form with a picture, for its page. When its file is too large in all, the page has what was typed before it.
 * @throws TooLarge when nothing of that can be read, Refused 503, Gone
 */
export async function withPicture(request: IncomingMessage, hold: Hold): Promise<IncomingMessage> {
  try {
    return replay(request, await readBody(request, { most: mostPictureBytes, keep: mostTyped, hold }))
  } catch (cause) {
    if (!(cause instanceof TooLarge)) throw cause
    const fields = await fieldsOfStart(cause.start, request.headers['content-type'] ?? '')
    if (fields.size === 0) throw cause
    const form = written(fields)
    form.set(cutOffField, 'on')
    request.headers['content-type'] = 'application/x-www-form-urlencoded'
    return replay(request, Buffer.from(form.toString()))
  }
}
