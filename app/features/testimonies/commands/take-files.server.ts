import { takeFiles, type TakenFiles } from '../attachments.server.ts'
import { isRoomForFiles } from '../queries/files-of-a-day.server.ts'
import { noteRefusal } from './files-of-a-day.server.ts'

/** Draws anew what a witness joined; where no more can be kept today nothing is drawn, and the team is to know. */
export async function takeFilesToday(sent: readonly Uint8Array[], now: Date): Promise<TakenFiles> {
  if (sent.length === 0 || (await isRoomForFiles(now))) return takeFiles(sent)
  await noteRefusal(now)
  return { outcome: 'refused', error: 'testimonies.errors.filesToday', refused: [] }
}
