import { data } from '@remix-run/node'
import { findUnsubscribeLink } from '#app/features/mailings/queries/unsubscribe-link.server.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { tokenLength } from '#app/infra/vault/tokens.server.ts'
import { privatePage, refuse } from './answer.server.ts'

type Params = Readonly<Record<string, string | undefined>>

/**
 * The token of an address as mail programs leave it: with `>`, `.` or a quote behind it, or broken by a space. What is left out is
 * no part of any token, and a token says by itself whether we made it.
 */
const tokenIn = (written: string): string => written.replace(/[^\w-]+/g, '').slice(0, tokenLength)

/** The language and the token of an address in a letter. @throws a 404 when there is no such language */
export function addressedLetter({ locale, token = '' }: Params): { locale: Locale; token: string } {
  if (!isLocale(locale)) throw refuse(404)
  return { locale, token: tokenIn(token) }
}

/** The same, of a link that leads to a reader of news; `null` when it leads to nobody: it was cut, or we made none like it. */
export async function letterToReader(params: Params) {
  const addressed = addressedLetter(params)
  const link = await findUnsubscribeLink(addressed.token)
  return link && { ...addressed, campaignId: link.campaignId }
}

/**
 * The answer to a link that we do not know: its page says so, and sends another. A reader of a letter never meets a bare error, and a
 * mail program is told by the 404 that nobody left.
 */
export const cutLink = () => data({ cut: true } as const, { status: 404, headers: privatePage })
