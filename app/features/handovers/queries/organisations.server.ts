import { findOrganisationsPage } from '#app/features/organisations/queries.server.ts'
import type { ShownOrganisation } from '#app/features/organisations/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import type { PackOrganisation } from '../document/facts.ts'

function told(locale: Locale, { name, kind, town, country }: ShownOrganisation): PackOrganisation {
  const region = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(country) ?? country
  return {
    name,
    kind: translator(locale)(`organisations.kinds.${kind}`),
    place: town ? (country === 'FR' ? town : `${town}, ${region}`) : region,
  }
}

/** Every organisation that anyone can see on the site, in its order there; never who signed for it. */
export async function listForPack(campaignId: number): Promise<Record<Locale, PackOrganisation[]>> {
  const all: ShownOrganisation[] = []
  for (let page = 1; ; page += 1) {
    const found = await findOrganisationsPage(campaignId, page)
    all.push(...(found?.organisations ?? []))
    if (!found || page >= found.pages) break
  }
  return { fr: all.map((one) => told('fr', one)), en: all.map((one) => told('en', one)) }
}
