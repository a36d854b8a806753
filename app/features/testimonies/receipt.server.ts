import { qrPath, type QrPath } from '#app/features/campaigns/qr-path.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'

/** What is handed over once, on a page and on paper. */
export interface Receipt {
  code: string
  /** The bare code: a square that holds an address would open a page in the history of whoever tries it. */
  qr: QrPath
  /** Of the page that takes the code, in full: it is copied by hand. */
  inbox: string
}

export const receiptOf = (code: string, locale: Locale): Receipt => ({
  code,
  qr: qrPath(code),
  inbox: `${config().appUrl}/${locale}/inbox`,
})
