import { pictureIdsIn } from '#emails/picture-mark.ts'
import type { MailingTexts } from '../schema.ts'

/** Bytes of the file that is sent. */
export const mostSentBytes = 8 * 2 ** 20

/**
 * Bytes of all pictures of one letter: 410 KB of it once they are encoded. Filters of spam stop looking at messages beyond 500 KB,
 * and a letter to a hundred thousand people is 40 GB on the line.
 */
export const mostLetterPictures = 300_000

/** Pictures of one campaign: 30 MB of the database at most. */
export const mostPictures = 200

/** Longer ones belong into the text. */
export const longestDescription = 250

/**
 * Whether words say what a picture shows: no address, which mail programs would make a link of in one part of the letter alone, and
 * no field, which is not filled in there.
 */
export const isDescription = (words: string): boolean =>
  Array.from(words).length <= longestDescription && !/:\/\/|\bwww\.|\bmailto:|\{\{|\p{Cc}/iu.test(words)

/** The numbers of the pictures that both texts may ask for. */
export const picturesOf = ({ fr, en }: MailingTexts): string[] => pictureIdsIn(`${fr.body}\n${en.body}`)
