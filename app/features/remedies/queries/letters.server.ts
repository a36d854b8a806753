import { findSheet, listSheets, listVersions } from '#app/features/sheets/queries/public.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { lawForm } from '../law-form.ts'
import { letterForm } from '../letter-form.ts'
import { bySituation } from '../rules/letter-list.ts'
import type { LetterContent } from '../schema.ts'

interface Asked {
  locale: Locale
  today: string
}

/** Every letter of a campaign as a list shows it; `null` when it has none. */
export async function listLetters(campaignId: number, { locale, today }: Asked) {
  const { current, expired } = await listSheets(campaignId, letterForm, today)
  if (current.length + expired.length === 0) return null
  return {
    letters: current.map(({ slug, verifiedOn, content: { form, situation, deadlines, fr, en } }) => ({
      slug,
      verifiedOn,
      content: {
        form,
        situation,
        deadlines,
        fr: { title: fr.title, purpose: fr.purpose },
        en: { title: en.title, purpose: en.purpose },
      },
    })),
    expired: expired.map(({ slug, title, checkBy }) => ({ slug, title: title[locale], checkBy })),
  }
}

/** The first letter of each of the first situations, for a part of the campaign's page; none when there are none. */
export async function firstLetters(campaignId: number, today: string) {
  const { current } = await listSheets(campaignId, letterForm, today)
  return bySituation(current)
    .slice(0, 3)
    .flatMap(({ letters }) => letters.slice(0, 1))
    .map(({ slug, content: { fr, en } }) => ({ slug, title: { fr: fr.title, en: en.title } }))
}

/** A letter with what it rests on and what follows it; without its words when it is being verified again. */
export async function findLetter(campaignId: number, { slug, locale, today }: Asked & { slug: string }) {
  const [found, letters] = await Promise.all([
    findSheet(campaignId, letterForm, { slug, today }),
    listSheets(campaignId, letterForm, today),
  ])
  if (found.found === 'none') return null
  const named = letters.current.map((one) => ({ slug: one.slug, title: one.content[locale].title }))
  if (found.found === 'expired') {
    const { title, checkBy } = found
    return { found: 'expired' as const, title: title[locale], checkBy, others: named }
  }
  const { sheet } = found
  const { laws, away } = await lawsOf(campaignId, sheet.content, today)
  const versions = sheet.version > 1 ? await listVersions(campaignId, letterForm, slug) : []
  return {
    found: 'current' as const,
    sheet,
    laws,
    lawsAway: away,
    next: sheet.content.next.flatMap((follows) => named.find((one) => one.slug === follows) ?? []),
    corrections: versions
      .filter(({ change }) => change !== 'first')
      .map(({ version, publishedOn, note }) => ({ version, publishedOn, note })),
  }
}

async function lawsOf(campaignId: number, { law }: LetterContent, today: string) {
  const { current, expired } = await listSheets(campaignId, lawForm, today)
  const laws = law.flatMap((slug) => current.find((one) => one.slug === slug) ?? [])
  return {
    laws: laws.map(({ slug, content, verifiedOn }) => ({ slug, content, verifiedOn })),
    away: law.filter((slug) => expired.some((one) => one.slug === slug)).length,
  }
}

/** Every text of law of a campaign; `null` when it has none. */
export async function listLaws(campaignId: number, { locale, today }: Asked) {
  const { current, expired } = await listSheets(campaignId, lawForm, today)
  if (current.length + expired.length === 0) return null
  return {
    laws: current.map(({ slug, content, verifiedOn }) => ({ slug, content, verifiedOn })),
    expired: expired.map(({ title }) => title[locale]),
  }
}
