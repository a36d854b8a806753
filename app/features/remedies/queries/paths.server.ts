import { findSheet, listSheets } from '#app/features/sheets/queries/public.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { pathForm } from '../path-form.ts'
import { treeSlug, type ShownTree } from '../path.ts'

/** The tree of questions of a campaign, with the day it was verified; `null` when it has none, or none that is verified. */
export async function findTree(campaignId: number, today: string): Promise<ShownTree | null> {
  const found = await findSheet(campaignId, pathForm, { slug: treeSlug, today })
  if (found.found !== 'current') return null
  const { content, verifiedOn, version, publishedOn } = found.sheet
  return { content, verifiedOn, version, publishedOn }
}

/** Rules of time in words and notes on counting; `null` when a campaign has none. */
export async function listPaths(campaignId: number, { locale, today }: { locale: Locale; today: string }) {
  const { current, expired } = await listSheets(campaignId, pathForm, today)
  const sheets = current.filter(({ slug }) => slug !== treeSlug)
  const waiting = expired.filter(({ slug }) => slug !== treeSlug)
  if (sheets.length + waiting.length === 0) return null
  return { sheets, expired: waiting.map(({ slug, title, checkBy }) => ({ slug, title: title[locale], checkBy })) }
}

/** Whether there is a page of time limits to lead to. */
export const hasPaths = async (campaignId: number, today: string): Promise<boolean> =>
  (await listPaths(campaignId, { locale: 'fr', today })) !== null
