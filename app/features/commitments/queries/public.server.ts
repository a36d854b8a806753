import {
  findSheet,
  listAllVersions,
  listSheets,
  listVersions,
  type ExpiredSheet,
} from '#app/features/sheets/queries/public.server.ts'
import type { Sheet, SheetVersion } from '#app/features/sheets/schema.ts'
import { publicStatistics } from '#app/features/testimonies/queries/statistics.server.ts'
import type { ShownNumber } from '#app/features/testimonies/release.ts'
import type { System } from '#app/features/testimonies/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Commitment } from '../content.ts'
import { commitmentForm } from '../form.ts'
import { stateChanges } from '../rules.ts'
import type { CommitmentState, Wording } from '../schema.ts'

/** A promise in a list. */
export interface CommitmentLine {
  slug: string
  title: string
  promise: string
  wording: Wording
  state: CommitmentState
  /** Since when, `YYYY-MM-DD`. */
  stateOn: string
}

const lineOf = ({ slug, content }: Sheet<Commitment>, locale: Locale): CommitmentLine => ({
  slug,
  title: content[locale].title,
  promise: content[locale].promise,
  wording: content.wording,
  state: content.state,
  stateOn: content.stateOn,
})

export interface Commitments {
  lines: CommitmentLine[]
  expired: ExpiredSheet[]
}

/** Every promise of a campaign in its order; apart from them those that are being verified again. */
export async function listCommitments(campaignId: number, locale: Locale, today: string): Promise<Commitments> {
  const { current, expired } = await listSheets(campaignId, commitmentForm, today)
  return { lines: current.map((sheet) => lineOf(sheet, locale)), expired }
}

/** The state of each promise that is shown, for a page that only counts them. */
export const promisedStates = async (campaignId: number, locale: Locale, today: string): Promise<CommitmentState[]> =>
  (await listCommitments(campaignId, locale, today)).lines.map(({ state }) => state)

/** A state in the history of a promise: which, since when, and with which version it was published. */
export interface PastState {
  version: number
  state: CommitmentState
  stateOn: string
  publishedOn: string
  change: SheetVersion<Commitment>['change']
  /** What changed and why; empty for the first. */
  note: string
  why: string
}

/** Of the published numbers of testimonies: how many are about a system. */
export interface Testified {
  system: System
  /** Rounded down to tens, or fewer than ten; `null`: nothing was published of it. */
  number: ShownNumber | null
  asOf: string
}

export type FoundCommitment =
  | { found: 'current'; sheet: Sheet<Commitment>; history: PastState[]; testified: Testified | null }
  | ({ found: 'expired' } & ExpiredSheet)
  | { found: 'none' }

/** Only numbers that anyone reads already, of testimonies whose authors agreed to be counted. */
async function testifiedOf(campaignId: number, { system }: Commitment): Promise<Testified | null> {
  if (system === 'none') return null
  const published = await publicStatistics(campaignId)
  if (!published) return null
  const { system: table } = published.shown.tables
  return { system, number: table?.[system] ?? null, asOf: published.asOf }
}

/** One promise with all that is known of it, and every version of it. */
export async function findCommitment(
  campaignId: number,
  { slug, locale, today }: { slug: string; locale: Locale; today: string },
): Promise<FoundCommitment> {
  const found = await findSheet(campaignId, commitmentForm, { slug, today })
  if (found.found !== 'current') return found
  const [versions, testified] = await Promise.all([
    listVersions(campaignId, commitmentForm, slug),
    testifiedOf(campaignId, found.sheet.content),
  ])
  const history = versions.map(({ version, content, change, note, publishedOn }) => ({
    version,
    state: content.state,
    stateOn: content.stateOn,
    publishedOn,
    change,
    note: note[locale],
    why: content[locale].why,
  }))
  return { ...found, history, testified }
}

/** A new state, as a feed tells it. */
export interface ToldChange {
  slug: string
  title: string
  version: number
  from: CommitmentState
  to: CommitmentState
  stateOn: string
  publishedOn: string
  note: string
  why: string
}

const mostTold = 50

/** New states of the promises that are shown, the newest first. */
export async function listChanges(campaignId: number, locale: Locale, today: string): Promise<ToldChange[]> {
  const [{ current }, versions] = await Promise.all([
    listSheets(campaignId, commitmentForm, today),
    listAllVersions(campaignId, commitmentForm),
  ])
  return current
    .flatMap(({ slug, content }) =>
      stateChanges(versions.get(slug) ?? []).map(({ from, to }) => ({
        slug,
        title: content[locale].title,
        version: to.version,
        from,
        to: to.content.state,
        stateOn: to.content.stateOn,
        publishedOn: to.publishedOn,
        note: to.note[locale],
        why: to.content[locale].why,
      })),
    )
    .toSorted((a, b) =>
      a.publishedOn < b.publishedOn ? 1 : a.publishedOn > b.publishedOn ? -1 : b.version - a.version,
    )
    .slice(0, mostTold)
}
