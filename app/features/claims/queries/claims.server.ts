import { findSheet, listSheets, listVersions, type ExpiredSheet } from '#app/features/sheets/queries/public.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { claimForm } from '../claim-form.ts'
import { correctionLog, shownClaim, type LoggedVersion, type ShownClaim } from '../rules/shown.ts'
import type { FittingLetter } from '../schema/content.ts'

interface Reading {
  locale: Locale
  /** `YYYY-MM-DD`: a claim whose last day to be verified has passed is not shown. */
  today: string
}

/** A claim whose words are hidden until somebody verifies them again. */
export interface ExpiredClaim {
  slug: string
  title: string
  checkBy: string
}

const expiredIn =
  (locale: Locale) =>
  ({ slug, title, checkBy }: ExpiredSheet): ExpiredClaim => ({
    slug,
    title: title[locale],
    checkBy,
  })

/** The claims of a campaign with the answers beside them, in the order of the team. */
export async function listClaims(
  campaignId: number,
  { locale, today }: Reading,
): Promise<{ claims: ShownClaim[]; expired: ExpiredClaim[] }> {
  const { current, expired } = await listSheets(campaignId, claimForm, today)
  return { claims: current.map((sheet) => shownClaim(sheet, locale)), expired: expired.map(expiredIn(locale)) }
}

/** The claims that speak of a system. */
export async function listClaimsAbout(
  campaignId: number,
  system: string,
  { locale, today }: Reading,
): Promise<ShownClaim[]> {
  const { current } = await listSheets(campaignId, claimForm, today)
  return current.filter(({ content }) => content.systems.includes(system)).map((sheet) => shownClaim(sheet, locale))
}

export interface ClaimInFull {
  claim: ShownClaim
  systems: string[]
  letters: { letter: string; label: string }[]
  log: LoggedVersion[]
}

const lettersIn = (letters: readonly FittingLetter[], locale: Locale) =>
  letters.map(({ letter, [locale]: label }) => ({ letter, label }))

/** One claim with its history; only that it exists when it is being verified again; `null`: there is none. */
export async function findClaim(
  campaignId: number,
  slug: string,
  { locale, today }: Reading,
): Promise<ClaimInFull | { expired: ExpiredClaim } | null> {
  const found = await findSheet(campaignId, claimForm, { slug, today })
  if (found.found === 'none') return null
  if (found.found === 'expired') return { expired: expiredIn(locale)(found) }
  const { sheet } = found
  const { systems, letters } = sheet.content
  return {
    claim: shownClaim(sheet, locale),
    systems,
    letters: lettersIn(letters, locale),
    log: correctionLog(await listVersions(campaignId, claimForm, slug), locale),
  }
}

export interface Correction {
  slug: string
  title: string
  version: number
  publishedOn: string
  note: string
}

/** Corrections of every claim that is on the site, the newest first. */
export async function listCorrections(campaignId: number, { locale, today }: Reading): Promise<Correction[]> {
  const { current } = await listSheets(campaignId, claimForm, today)
  const logs = await Promise.all(
    current
      .filter(({ version }) => version > 1)
      .map(async ({ slug, content }) =>
        (await listVersions(campaignId, claimForm, slug))
          .filter(({ change }) => change === 'correction')
          .map(({ version, publishedOn, note }) => ({
            slug,
            title: content[locale].title,
            version,
            publishedOn,
            note: note[locale],
          })),
      ),
  )
  return logs
    .flat()
    .toSorted((one, other) => other.publishedOn.localeCompare(one.publishedOn) || other.version - one.version)
}
