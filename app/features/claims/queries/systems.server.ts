import { findSheet, listSheets, type ExpiredSheet } from '#app/features/sheets/queries/public.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { systemForm } from '../claim-form.ts'
import { shownSystem, type ShownSystem } from '../rules/shown.ts'

interface Reading {
  locale: Locale
  today: string
}

export interface ExpiredSystem {
  slug: string
  title: string
  checkBy: string
}

const expiredIn =
  (locale: Locale) =>
  ({ slug, title, checkBy }: ExpiredSheet): ExpiredSystem => ({
    slug,
    title: title[locale],
    checkBy,
  })

/** The systems that the debate names, in the order of the team. */
export async function listSystems(
  campaignId: number,
  { locale, today }: Reading,
): Promise<{ systems: ShownSystem[]; expired: ExpiredSystem[] }> {
  const { current, expired } = await listSheets(campaignId, systemForm, today)
  return { systems: current.map((sheet) => shownSystem(sheet, locale)), expired: expired.map(expiredIn(locale)) }
}

/** One of them; only that it exists when it is being verified again; `null`: there is none. */
export async function findSystem(
  campaignId: number,
  slug: string,
  { locale, today }: Reading,
): Promise<{ system: ShownSystem } | { expired: ExpiredSystem } | null> {
  const found = await findSheet(campaignId, systemForm, { slug, today })
  if (found.found === 'none') return null
  return found.found === 'expired'
    ? { expired: expiredIn(locale)(found) }
    : { system: shownSystem(found.sheet, locale) }
}
