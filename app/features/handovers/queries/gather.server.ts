import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { ledgerCells } from '#app/features/integrity/ledger-file.ts'
import { ledgerOf } from '#app/features/integrity/queries/ledger.server.ts'
import { countsFile } from '#app/features/numbers/counts-file.ts'
import { csvLine } from '#app/features/numbers/csv.ts'
import { nameRows } from '#app/features/numbers/named.ts'
import { countConfirmed, countsBy, publicCountsBy } from '#app/features/numbers/queries.server.ts'
import { rank } from '#app/features/numbers/rules.ts'
import { breakdowns } from '#app/features/numbers/schema.ts'
import { countOnPaper } from '#app/features/paper/queries.server.ts'
import { countOrganisations } from '#app/features/organisations/queries.server.ts'
import { countedByText } from '#app/features/proof/queries/by-text.server.ts'
import type { PublicHead } from '#app/features/proof/schema.ts'
import { creditOf } from '#app/features/testimonies/credit.ts'
import { listQuotes } from '#app/features/testimonies/queries/published.server.ts'
import { barsInBrackets } from '#app/features/testimonies/rules.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { PackFacts, PackFile, PackQuote, PackText } from '../document/facts.ts'
import { countsName, ledgerName } from '../document/names.ts'
import type { Gathered } from '../pack/make-pack.server.ts'
import { listForPack } from './organisations.server.ts'

/** What was prepared. */
export interface Prepared {
  id: number
  plannedOn: string
  letterFr: string
  letterEn: string
  withOrganisations: boolean
  withQuotes: boolean
}

interface Asked {
  campaign: CampaignSummary
  prepared: Prepared
  /** The head that the pack is sealed with; `null` for a preview. */
  head: PublicHead | null
  sealedAt: Date | null
}

async function dataFiles({ id, slug }: CampaignSummary): Promise<PackFile[]> {
  const files: PackFile[] = []
  for (const by of breakdowns) {
    const { body, type } = countsFile(slug, { by, format: 'csv' }, await publicCountsBy(id, by))
    files.push({ name: countsName(by), type, mayGo: false, content: Buffer.from(body) })
  }
  const ledger = ledgerCells(await ledgerOf(id))
    .map(csvLine)
    .join('')
  return [
    ...files,
    { name: ledgerName, type: 'text/csv; charset=utf-8; header=present', mayGo: false, content: Buffer.from(ledger) },
  ]
}

/** Everything that is counted, read at one instant: whoever seals holds the tallies still meanwhile. */
export async function gatherCounts(campaign: CampaignSummary) {
  const { id } = campaign
  const [confirmed, onPaper, organisationCount, days, departments, countries, languages, data] = await Promise.all([
    countConfirmed(id),
    countOnPaper(id),
    countOrganisations(id),
    countsBy(id, 'day'),
    publicCountsBy(id, 'department'),
    publicCountsBy(id, 'country'),
    publicCountsBy(id, 'language'),
    dataFiles(campaign),
  ])
  return { confirmed, onPaper, organisationCount, days, departments, countries, languages, data }
}
export type Counts = Awaited<ReturnType<typeof gatherCounts>>

/** Every version in both languages, with how many of the log's first entries stand behind it. */
async function textsOf(campaignId: number, size: number): Promise<PackText[]> {
  const [rows, counted] = await Promise.all([
    db().campaignText.findMany({
      where: { campaignId },
      orderBy: [{ version: 'desc' }, { locale: 'desc' }],
      select: {
        locale: true,
        version: true,
        title: true,
        addressee: true,
        ask: true,
        demands: true,
        body: true,
        consent: true,
        hash: true,
        publishedAt: true,
      },
    }),
    countedByText(campaignId, size),
  ])
  return rows.flatMap(({ locale, hash, publishedAt, ...row }) => {
    const mark = Buffer.from(hash).toString('hex')
    if (!isLocale(locale)) return []
    return [{ ...row, locale, hash: mark, publishedOn: parisDay(publishedAt), signed: counted.get(mark) ?? 0 }]
  })
}

async function quotesFor(campaign: CampaignSummary): Promise<Record<Locale, PackQuote[]>> {
  const { association } = campaign
  const quotes = await listQuotes(campaign.id)
  const inLanguage = (locale: Locale) =>
    quotes.map(({ id, quote, locale: lang, ...beside }) => ({
      id,
      lang,
      quote: barsInBrackets(quote),
      credit: creditOf({ locale, t: translator(locale), association, quote: { quote, ...beside } }).credit,
    }))
  return { fr: inLanguage('fr'), en: inLanguage('en') }
}

const addressOf = (path: string): string => `${config().appUrl}${path}`

/** Everything that a pack says, in both languages; `null` when the campaign has no text in one of them. */
export async function gatherPack(
  { campaign, prepared, head, sealedAt }: Asked,
  counts: Counts,
): Promise<Gathered | null> {
  const { id, slug, association, demonstration, opensAt } = campaign
  const [texts, quotes, organisations, named] = await Promise.all([
    textsOf(id, head?.size ?? Number.MAX_SAFE_INTEGER),
    prepared.withQuotes ? quotesFor(campaign) : { fr: [], en: [] },
    listForPack(id),
    db().campaign.findUniqueOrThrow({ where: { id }, select: { targetFr: true, targetEn: true } }),
  ])
  const { data, departments, countries, languages, ...numbers } = counts
  const factsIn = (locale: Locale): PackFacts | null => {
    const text = texts.find((one) => one.locale === locale)
    if (!text) return null
    const rows = (by: 'department' | 'country' | 'language', counted: typeof departments) =>
      nameRows(locale, by, rank(counted))
    return {
      locale,
      id: prepared.id,
      slug,
      association,
      demonstration,
      title: text.title,
      texts,
      sealedAt,
      head,
      ...numbers,
      addressee: (locale === 'fr' ? named.targetFr : named.targetEn) || text.addressee,
      plannedOn: prepared.plannedOn,
      openedOn: parisDay(opensAt),
      letter: locale === 'fr' ? prepared.letterFr : prepared.letterEn,
      departments: rows('department', departments),
      countries: rows('country', countries),
      languages: rows('language', languages),
      organisations: prepared.withOrganisations ? organisations[locale] : null,
      quotes: prepared.withQuotes ? quotes[locale].length : null,
      pageUrl: addressOf(`/${locale}/${slug}/deliveries/${prepared.id}`),
      proofUrl: addressOf(`/${locale}/${slug}/proof`),
      ledgerUrl: addressOf(`/${locale}/${slug}/ledger`),
      companions: [],
    }
  }
  const [fr, en] = [factsIn('fr'), factsIn('en')]
  return fr && en ? { facts: { fr, en }, quotes, data, logUrl: addressOf(`/api/v1/campaigns/${slug}/log`) } : null
}
