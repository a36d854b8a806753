import type { Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'

export interface UpdateReader {
  campaignId: number
  locale: Locale
  /** Of the link that unsubscribes. */
  token: string
}

let host = { of: '', name: '' }

/** The name under which this instance is reached. */
export function ownHost(): string {
  const { appUrl } = config()
  if (host.of !== appUrl) host = { of: appUrl, name: new URL(appUrl).hostname }
  return host.name
}

/** What an update tells mail programs: how to leave in one click (RFC 8058) and which list it is (RFC 2919). */
export function updateHeaders({ campaignId, locale, token }: UpdateReader): Record<string, string> {
  const { appUrl } = config()
  return {
    'List-Unsubscribe': `<${appUrl}/${locale}/unsubscribe/${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `<news-${campaignId}.${ownHost()}>`,
  }
}
