import type { MessageKey } from '#app/i18n/t.ts'
import { cleanFiles } from '#app/infra/pictures/clean-files.server.ts'
import type { CleanedFile, DrawnPage } from '#app/infra/pictures/drawing-results.ts'

export type { DrawnPage }

export type TakenFiles =
  | { outcome: 'taken'; files: DrawnPage[][] }
  | { outcome: 'refused'; error: MessageKey; refused: { number: number; reason: MessageKey }[] }

const errors = {
  'too-many-files': 'testimonies.errors.filesTooMany',
  'too-large': 'testimonies.errors.filesTooLarge',
  busy: 'testimonies.errors.filesBusy',
} as const satisfies Record<string, MessageKey>

const reasonOf = (file: CleanedFile, place: number) =>
  file.outcome === 'refused'
    ? [{ number: place + 1, reason: `testimonies.testify.files.reasons.${file.reason}` as const }]
    : []

/** Draws anew what a witness joined, all or nothing: a file left out without a word would be missed later. */
export async function takeFiles(sent: readonly Uint8Array[]): Promise<TakenFiles> {
  if (sent.length === 0) return { outcome: 'taken', files: [] }
  const looked = await cleanFiles(sent)
  if (looked.outcome !== 'looked-at') return { outcome: 'refused', error: errors[looked.outcome], refused: [] }
  const refused = looked.files.flatMap(reasonOf)
  if (refused.length > 0) return { outcome: 'refused', error: 'testimonies.errors.filesRefused', refused }
  return { outcome: 'taken', files: looked.files.flatMap((file) => (file.outcome === 'cleaned' ? [file.pages] : [])) }
}
