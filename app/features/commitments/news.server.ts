import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { MailingTexts } from '#app/features/mailings/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import { changeLetter } from './change-letter.ts'
import { listChanges } from './queries/public.server.ts'
import { changeNamed } from './rules.ts'

/** The letter about a new state, drafted from what is published; `null` when the promise is not shown, or has moved on since. */
export async function draftChange(
  campaign: { id: number; slug: string },
  about: string,
  today: string,
): Promise<MailingTexts | null> {
  const named = changeNamed(about)
  if (!named) return null
  const letterIn = async (locale: Locale) => {
    const [text, changes] = await Promise.all([findText(campaign.id, locale), listChanges(campaign.id, locale, today)])
    const latest = changes.find(({ slug }) => slug === named.slug)
    if (latest?.version !== named.version) return null
    const pageUrl = `${config().appUrl}/${locale}/${campaign.slug}/commitments/${named.slug}`
    return changeLetter({ ...latest, locale, campaign: plainTitle(text?.title ?? campaign.slug), pageUrl })
  }
  const [fr, en] = await Promise.all([letterIn('fr'), letterIn('en')])
  return fr && en ? { fr, en } : null
}
