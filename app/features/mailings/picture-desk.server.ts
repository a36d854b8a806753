import type { Actor } from '#app/features/staff/policy.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { addPicture, type AddOutcome } from './commands/pictures/add-picture.server.ts'
import { describePicture } from './commands/pictures/describe-picture.server.ts'
import { removePicture, type RemoveOutcome } from './commands/pictures/remove-picture.server.ts'
import type { PictureForm } from './rules/picture-form.ts'
import { mostSentBytes } from './rules/pictures.ts'

export type PictureAnswer =
  | { outcome: 'done'; done: 'added' | 'described' | 'removed' }
  /** Something is wrong with the file. */
  | { outcome: 'file'; error: MessageKey }
  | { outcome: 'refused'; error: MessageKey }
  | { outcome: 'unknown' }

interface At {
  actor: Actor
  now: Date
  file: Uint8Array | undefined
}

const fileError = (error: MessageKey): PictureAnswer => ({ outcome: 'file', error })

function added(said: AddOutcome): PictureAnswer {
  switch (said.outcome) {
    case 'added':
      return { outcome: 'done', done: 'added' }
    case 'refused':
      return fileError(`pictures.refusals.${said.reason}`)
    case 'full':
      return { outcome: 'refused', error: 'pictures.errors.full' }
    case 'campaign-unknown':
      return { outcome: 'unknown' }
  }
}

const removed = {
  removed: { outcome: 'done', done: 'removed' },
  unknown: { outcome: 'unknown' },
  'was-sent': { outcome: 'refused', error: 'pictures.errors.wasSent' },
  waits: { outcome: 'refused', error: 'pictures.errors.waits' },
} as const satisfies Record<RemoveOutcome['outcome'], PictureAnswer>

/** One step of the page of pictures, whichever it is. */
export async function actOnPicture(form: PictureForm, { actor, now, file }: At): Promise<PictureAnswer> {
  const { campaign: campaignId } = form
  switch (form.intent) {
    case 'add': {
      if (file === undefined || file.length === 0) return fileError('pictures.errors.file')
      if (file.length > mostSentBytes) return fileError('pictures.refusals.too-large')
      const { altFr, altEn, decorative } = form
      return added(await addPicture({ actor, campaignId, file, altFr, altEn, decorative, now }))
    }
    case 'describe': {
      const { id, altFr, altEn, decorative } = form
      const { outcome } = await describePicture({ actor, campaignId, id, altFr, altEn, decorative, now })
      return outcome === 'described' ? { outcome: 'done', done: 'described' } : { outcome: 'unknown' }
    }
    case 'remove':
      return removed[(await removePicture({ actor, campaignId, id: form.id, now })).outcome]
  }
}
