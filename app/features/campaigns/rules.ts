import type { CampaignSummary } from './schema.ts'

/** What an address may name: anything else is no campaign, and never reaches the database. */
export const isSlug = (text: string): boolean => /^[a-z0-9-]{1,100}$/.test(text)

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
