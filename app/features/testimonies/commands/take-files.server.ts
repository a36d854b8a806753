import { takeFiles, type TakenFiles } from '../attachments.server.ts'
import { isRoomForFiles } from '../queries/files-of-a-day.server.ts'
import { hasShareOfFiles, noteRefusal } from './files-of-a-day.server.ts'

/** Draws anew what a witness joined; where no more can be kept today nothing is drawn, and the team is to know. */
export async function takeFilesToday(
  sent: readonly Uint8Array[],
  now: Date,
  network: string | null = null,
): Promise<TakenFiles> {
  const hasShare = hasShareOfFiles(network)
  if (sent.length === 0 || (hasShare && (await isRoomForFiles(now)))) return takeFiles(sent)
  if (hasShare) await noteRefusal(now) // a network that used up its own says nothing of the day
  return { outcome: 'refused', error: 'testimonies.errors.filesToday', refused: [] }
}
