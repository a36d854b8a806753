import { z } from 'zod'
import { isDescription, longestDescription } from './pictures.ts'

const words = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/\s+/g, ' ').trim())
  .refine((typed) => Array.from(typed).length <= longestDescription, 'pictures.errors.long')
  .refine((typed) => Array.from(typed).length > longestDescription || isDescription(typed), 'pictures.errors.address')

const decorative = z
  .literal('on')
  .optional()
  .transform((ticked) => ticked === 'on')

const campaign = z.coerce.number('pictures.errors.campaign').int('pictures.errors.campaign').max(2_147_483_647)
const id = z.string().regex(/^[\da-f]{24}$/)

/** What is said of a picture: both languages, unless it says nothing that the text does not. */
const description = { altFr: words, altEn: words, decorative }

interface Described {
  altFr: string
  altEn: string
  decorative: boolean
}

const isSaid = (language: 'altFr' | 'altEn') => (form: Described) => form.decorative || form[language] !== ''
const saidIn = (language: 'altFr' | 'altEn') => ({ path: [language], error: `pictures.errors.${language}` })

/** The forms of the page of pictures. The file is read beside them. */
export const pictureForm = z.discriminatedUnion(
  'intent',
  [
    z
      .object({ intent: z.literal('add'), campaign, ...description })
      .refine(isSaid('altFr'), saidIn('altFr'))
      .refine(isSaid('altEn'), saidIn('altEn')),
    z
      .object({ intent: z.literal('describe'), campaign, id, ...description })
      .refine(isSaid('altFr'), saidIn('altFr'))
      .refine(isSaid('altEn'), saidIn('altEn')),
    z.object({ intent: z.literal('remove'), campaign, id }),
  ],
  'pictures.errors.intent',
)
export type PictureForm = z.output<typeof pictureForm>
