import { findUnsubscribeLink } from '#app/features/mailings/queries.server.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { refuse } from './answer.server.ts'

type Params = Readonly<Record<string, string | undefined>>

/** The language and the token of an address in a letter. @throws a 404 when there is no such language */
export function addressedLetter({ locale, token = '' }: Params): { locale: Locale; token: string } {
  if (!isLocale(locale)) throw refuse(404)
  return { locale, token }
}

/** The same, of a link that leads to a reader of news. @throws a 404 when it leads to nobody */
export async function letterToReader(params: Params) {
  const addressed = addressedLetter(params)
  const link = await findUnsubscribeLink(addressed.token)
  if (!link) throw refuse(404)
  return { ...addressed, campaignId: link.campaignId }
}
