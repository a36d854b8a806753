import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { PackFile } from '../document/facts.ts'
import { annexName } from '../document/names.ts'
import { findPrepared } from '../queries/for-team.server.ts'
import { gatherCounts, gatherPack } from '../queries/gather.server.ts'
import { annexFiles, editionFiles } from './make-pack.server.ts'

/** A file of a pack as it would be sealed now; `null` when it has none of that name. Nothing is kept or signed. */
export async function previewFile(
  campaign: CampaignSummary,
  { id, name }: { id: number; name: string },
): Promise<PackFile | null> {
  const [, locale] = /^(?:petition|voices)-(fr|en)\.(?:pdf|txt)$/.exec(name) ?? []
  const prepared = isLocale(locale) ? await findPrepared(campaign.id, id) : null
  if (!prepared || !isLocale(locale)) return null
  const counts = await gatherCounts(campaign)
  const gathered = await gatherPack({ campaign, prepared, head: null, sealedAt: null }, counts)
  if (!gathered) return null
  const facts = gathered.facts[locale]
  const annexes = await annexFiles(facts, gathered.quotes[locale])
  if (name === annexName(locale, 'pdf') || name === annexName(locale, 'txt'))
    return annexes.find((file) => file.name === name) ?? null
  const edition = await editionFiles(facts, [...gathered.data, ...annexes])
  return edition.find((file) => file.name === name) ?? null
}
