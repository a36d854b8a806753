import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { MailingTexts } from '../schema.ts'

/** Both texts of a mailing as a transaction sees them; one that was never written is empty. */
export async function findTexts(tx: Transaction, mailingId: string): Promise<MailingTexts> {
  const texts: MailingTexts = { fr: { subject: '', body: '' }, en: { subject: '', body: '' } }
  const rows = await tx.mailingText.findMany({
    where: { mailingId },
    select: { locale: true, subject: true, body: true },
  })
  for (const { locale, subject, body } of rows) if (isLocale(locale)) texts[locale] = { subject, body }
  return texts
}
