import { z } from 'zod'

/** What the head of a page says to those that show a link to it. */
export const shareHeadShape = z.object({
  site: z.string(),
  slug: z.string(),
  locale: z.enum(['fr', 'en']),
  title: z.string(),
  description: z.string(),
  association: z.string(),
  imageAlt: z.string(),
})

export type ShareHeadData = z.infer<typeof shareHeadShape>

/** Pages of a campaign that people pass on. What is one person's, or told in confidence, brings no picture of the campaign. */
const shared =
  /^\/(?:fr|en)\/[a-z0-9-]+(?:\/(?:easy|share|embed|poster|texts|numbers|ledger|proof|updates|organisations|paper))?\/?$/

export const isShared = (path: string): boolean => shared.test(path)
/** The campaign's own page, which other sites can show by its address. */
export const isCampaignPage = (path: string): boolean => /^\/(?:fr|en)\/[a-z0-9-]+\/?$/.test(path)
