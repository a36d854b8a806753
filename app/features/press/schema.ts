import { z } from 'zod'
import { sheetDay, sheetUrl } from '#app/features/sheets/schema.ts'

const line = z.string().trim().min(1).max(200)
const text = z.string().trim().min(1).max(6000)

/** What a part of the press kit is for: to be read, to be copied at the end of an article, or to reach somebody. */
export const pressRoles = ['text', 'boilerplate', 'contact'] as const

const words = z.object({ title: line, text })

/** One part of the press kit, in both languages. */
export const pressContent = z.object({
  role: z.enum(pressRoles),
  fr: words,
  en: words,
  /** Of a contact; empty otherwise. */
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  phone: z
    .string()
    .trim()
    .max(30)
    .regex(/^[+\d ().-]*$/)
    .default(''),
})
export type PressContent = z.infer<typeof pressContent>

/** A petition that an institution takes, or the directory of those who represent. */
export const channelKinds = ['petition', 'representatives'] as const

const official = sheetUrl.max(500)

/**
 * An official channel: who may use it, what it asks for and what follows, in the words of the team. Nothing here passes a signature on:
 * supports are a number that somebody read there on a day and noted.
 */
export const channelContent = z
  .object({
    kind: z.enum(channelKinds),
    /** The institution's own site; the page of our petition there once there is one. */
    url: official,
    petitionUrl: z.union([z.literal(''), official], { error: 'sheets.errors.url' }).default(''),
    fr: z.object({ name: line, who: text, threshold: text, asks: text, follows: text, how: text }),
    en: z.object({ name: line, who: text, threshold: text, asks: text, follows: text, how: text }),
    supports: z.union([z.literal(''), z.number().int().min(0).max(1e9)]).default(''),
    supportsOn: z.union([z.literal(''), sheetDay]).default(''),
  })
  .superRefine(({ supports, supportsOn }, check) => {
    if ((supports === '') !== (supportsOn === ''))
      check.addIssue({ code: 'custom', path: ['supportsOn'], message: 'press.errors.supportsDay' })
  })
export type ChannelContent = z.infer<typeof channelContent>
