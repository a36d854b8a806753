import type { CampaignSummary, TextsShown } from './schema.ts'

/** First words of addresses that are something else: a campaign of that name could not be reached. */
const taken = new Set([
  'confirm',
  'confirm-organisation',
  'developers',
  'inbox',
  'me',
  'not-me',
  'privacy',
  'still',
  'unsubscribe',
])

/** What an address may name: anything else is no campaign, and never reaches the database. */
export const isSlug = (text: string): boolean => /^[a-z0-9-]{1,100}$/.test(text) && !taken.has(text)

/** Whether the campaign takes signatures and testimonies at that instant. */
export const isOpen = (
  { state, opensAt, closesAt }: Pick<CampaignSummary, 'state' | 'opensAt' | 'closesAt'>,
  now: Date,
): boolean => state === 'open' && opensAt <= now && (closesAt === null || now < closesAt)

/** The title in plain words: the asterisks mark what is set in the colour of the voice. */
export const plainTitle = (title: string): string => title.replaceAll('*', '')

/** The goal to reach next, or the last one once all are reached. */
export const nextGoal = <G extends { threshold: number }>(goals: readonly G[], confirmed: number): G | undefined =>
  goals.find(({ threshold }) => confirmed < threshold) ?? goals.at(-1)

/** Hours for which a page that was open when its text changed may still be signed. */
export const hoursOfGrace = 24
const hour = 3_600_000

export type VersionSigned =
  | { outcome: 'signed'; version: number }
  /** What was shown was replaced too long ago: the page comes back with the text of now. */
  | { outcome: 'text-changed' }
  /** Newer than all we know of: nobody's version, or published while we were not looking. */
  | { outcome: 'unheard-of' }

/**
 * The version that a form signs: the one its page showed. A form that names none, or one that never was, signs the text of now;
 * one that was replaced less than a day ago is still signed as it was read.
 */
export function versionSigned(shown: number | null, { current, replaced }: TextsShown, now: Date): VersionSigned {
  if (shown !== null && shown > current) return { outcome: 'unheard-of' }
  const older = replaced.find(({ version }) => version === shown)
  if (!older) return { outcome: 'signed', version: current }
  const since = now.getTime() - older.at.getTime()
  return since < hoursOfGrace * hour ? { outcome: 'signed', version: older.version } : { outcome: 'text-changed' }
}

/** Where anyone reads a campaign; `null` while it is a draft, or when it is gone. */
export const pageHref = (locale: string, campaign: Pick<CampaignSummary, 'slug' | 'state'> | null): string | null =>
  campaign && campaign.state !== 'draft' ? `/${locale}/${campaign.slug}` : null

/** Where anyone signs a campaign; `null` while nobody can. */
export const signHref = (locale: string, campaign: CampaignSummary | null, now: Date): string | null =>
  campaign && isOpen(campaign, now) ? `/${locale}/${campaign.slug}#sign` : null
