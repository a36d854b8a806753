import sharp from 'sharp'
import { cleanFiles } from '#app/infra/pictures/clean-files.server.ts'
import type { CleanedFile, DrawnPage } from '#app/infra/pictures/drawing-results.ts'
import { usualLimits } from '#app/infra/pictures/limits.ts'
import { mark } from './hostile-images.ts'

/** Time enough on a machine that does other things too: these are about what comes out. */
export const patient = { ...usualLimits, milliseconds: 30_000 }

/** Some at a time, as one sender would. */
export async function cleanMany(files: readonly Uint8Array[], limits = patient): Promise<CleanedFile[]> {
  const answers: CleanedFile[] = []
  for (let at = 0; at < files.length; at += limits.mostFiles) {
    const cleaned = await cleanFiles(files.slice(at, at + limits.mostFiles), limits)
    if (cleaned.outcome !== 'looked-at') throw new Error(cleaned.outcome)
    answers.push(...cleaned.files)
  }
  return answers
}

/** In short: what became of it. */
export const endingOf = (file: CleanedFile | undefined): string =>
  file === undefined ? 'nothing' : file.outcome === 'cleaned' ? 'cleaned' : file.reason

/** What is personal in a drawing, besides what it shows. Empty when all is well. */
export async function leftIn({ bytes, width, height }: DrawnPage): Promise<string[]> {
  const found = []
  const { exif, xmp, icc, iptc, tifftagPhotoshop, comments, orientation, ...is } = await sharp(bytes).metadata()
  for (const [name, value] of Object.entries({ exif, xmp, icc, iptc, tifftagPhotoshop, comments, orientation }))
    if (value !== undefined) found.push(name)
  if (is.format !== 'webp' || is.width !== width || is.height !== height || is.hasAlpha) found.push('another picture')
  if (Math.max(width, height) > 2001) found.push('too long a side')
  const text = Buffer.from(bytes).toString('latin1')
  for (const word of [mark, 'Exif', 'EXIF', 'ICCP', 'XMP', '<script', 'PK\u0003\u0004', '%PDF'])
    if (text.includes(word)) found.push(word)
  return found
}
