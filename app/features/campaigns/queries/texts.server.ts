import { db } from '#app/infra/db/prisma.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { TextVersion } from '../schema.ts'

const whole = {
  version: true,
  title: true,
  addressee: true,
  ask: true,
  body: true,
  easy: true,
  demands: true,
  consent: true,
  note: true,
  hash: true,
  publishedAt: true,
} as const

type WholeRow = Omit<TextVersion, 'hash'> & { hash: Uint8Array }

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const versionOf = (row: WholeRow): TextVersion => ({ ...row, hash: hex(row.hash) })

/** Which version a text is meant to be, from an address or a row: anything else never reaches the database. */
const isVersion = (version: number): boolean => Number.isInteger(version) && version > 0 && version < 1_000_000

/** The text that a signature stands behind; `null` when there is no such version. */
export async function findTextVersion(
  campaignId: number,
  { locale, version }: { locale: Locale; version: number },
): Promise<TextVersion | null> {
  if (!isVersion(version)) return null
  const row = await db().campaignText.findUnique({
    where: { campaignId_locale_version: { campaignId, locale, version } },
    select: whole,
  })
  return row && versionOf(row)
}

/** One version with its neighbours: the one it replaced, and the numbers to leaf through. */
export async function findTextWithNeighbours(campaignId: number, asked: { locale: Locale; version: number }) {
  const [text, before, newest] = await Promise.all([
    findTextVersion(campaignId, asked),
    findTextVersion(campaignId, { ...asked, version: asked.version - 1 }),
    db().campaignText.aggregate({ where: { campaignId, locale: asked.locale }, _max: { version: true } }),
  ])
  return text && { text, before, current: newest._max.version ?? text.version }
}

export interface VersionLine {
  version: number
  publishedAt: Date
  note: string
  hashes: Record<Locale, string>
}

/** Every version of a campaign's text with its mark in both languages, the newest first. */
export async function listTextVersions(campaignId: number, locale: Locale): Promise<VersionLine[]> {
  const rows = await db().campaignText.findMany({
    where: { campaignId },
    orderBy: { version: 'desc' },
    select: { locale: true, version: true, publishedAt: true, note: true, hash: true },
  })
  const hashOf = (version: number, language: Locale) => {
    const row = rows.find((one) => one.version === version && one.locale === language)
    return row ? hex(row.hash) : ''
  }
  return rows
    .filter((row) => row.locale === locale)
    .map(({ version, publishedAt, note }) => ({
      version,
      publishedAt,
      note,
      hashes: { fr: hashOf(version, 'fr'), en: hashOf(version, 'en') },
    }))
}
