import { z } from 'zod'

export const controlInLine = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u
const controlInText = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u

/** Line ends as one character, accents composed, so that a length is the same for everyone. */
export const tidy = (typed: string) => typed.replace(/\r\n?/g, '\n').normalize('NFC').trim()
export const characters = (text: string) => [...text].length

interface Limits {
  /** Message keys begin with it: `testimonies.errors.title` makes `…titleMissing`, `…titleTooLong`. */
  key: string
  most: number
  least?: number
}

/** One line of text. Messages are `<key>Missing|TooLong|Control`. */
export const lineOfText = ({ key, most }: Limits) =>
  z
    .string({ error: `${key}Missing` })
    .transform(tidy)
    .refine((text) => text !== '', { error: `${key}Missing`, abort: true })
    .refine((text) => !controlInLine.test(text), { error: `${key}Control`, abort: true })
    .refine((text) => characters(text) <= most, `${key}TooLong`)

/** Paragraphs of text. Messages are `<key>Missing|TooShort|TooLong|Control`. */
export const longText = ({ key, most, least = 1 }: Limits) =>
  z
    .string({ error: `${key}Missing` })
    .transform(tidy)
    .refine((text) => text !== '', { error: `${key}Missing`, abort: true })
    .refine((text) => !controlInText.test(text), { error: `${key}Control`, abort: true })
    .refine((text) => characters(text) >= least, `${key}TooShort`)
    .refine((text) => characters(text) <= most, `${key}TooLong`)
