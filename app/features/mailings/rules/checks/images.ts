import type { Found } from '#emails/letter-survey.ts'
import { pictureId } from '#emails/picture-mark.ts'
import { isDescription, mostLetterPictures } from '../pictures.ts'
import type { FindingCode } from './finding.ts'

/** What is asked of a picture before it goes out. */
export interface KnownPicture {
  bytes: number
  /** It says nothing that the text does not: it needs no words. */
  decorative: boolean
}

type Image = Found & { kind: 'image' }
type Pictures = ReadonlyMap<string, KnownPicture> | undefined

/** What is wrong with an image of a letter; `null`: nothing. Only our own travel in a letter. */
export function imageFault({ href, alt, isAlone }: Image, pictures: Pictures): FindingCode | null {
  if (!href.startsWith('media:')) return 'remote-image'
  const picture = pictures?.get(pictureId(href) ?? '')
  if (!picture) return 'image-unknown'
  if (!isAlone) return 'image-alone'
  if (alt === '') return picture.decorative ? null : 'image-alt'
  return isDescription(alt) ? null : 'image-words'
}

/** The image with which a letter weighs too much, each counted once; `null`: it does not. */
export function tooHeavy(found: readonly Found[], pictures: Pictures): Image | null {
  const seen = new Set<string>()
  let bytes = 0
  for (const one of found) {
    const id = one.kind === 'image' ? pictureId(one.href) : null
    if (one.kind !== 'image' || id === null || seen.has(id)) continue
    seen.add(id)
    bytes += pictures?.get(id)?.bytes ?? 0
    if (bytes > mostLetterPictures) return one
  }
  return null
}
