import type { PackFacts } from '../document/facts.ts'

export interface ManifestFile {
  name: string
  type: string
  bytes: number
  sha256: string
  mayGo: boolean
}

interface Manifested {
  facts: PackFacts
  /** In the other language too. */
  addressees: Record<'fr' | 'en', string>
  pages: Record<'fr' | 'en', string>
  files: readonly ManifestFile[]
  /** Of the log by program. */
  logUrl: string
}

/** What a pack is made of, for programs: JSON in a fixed order of fields, two blanks, one line feed at the end. */
export function manifestOf({ facts, addressees, pages, files, logUrl }: Manifested): string {
  const { head } = facts
  const manifest = {
    format: 'portevoix-pack/1',
    campaign: facts.slug,
    association: facts.association,
    demonstration: facts.demonstration,
    pack: facts.id,
    page: pages,
    addressee: addressees,
    plannedOn: facts.plannedOn,
    sealedAt: facts.sealedAt?.toISOString() ?? null,
    counts: { confirmed: facts.confirmed, onPaper: facts.onPaper, organisations: facts.organisationCount },
    texts: facts.texts.map(({ locale, version, hash, signed }) => ({ locale, version, sha256: hash, signed })),
    log: head && {
      url: logUrl,
      size: head.size,
      root: head.root,
      confirmed: head.confirmed,
      withdrawn: head.withdrawn,
      invalidated: head.invalidated,
      restored: head.restored,
      note: head.note,
      key: head.key,
    },
    files: files.map(({ name, type, bytes, sha256, mayGo }) => ({
      name,
      type,
      bytes,
      sha256,
      ...(mayGo ? { mayGo } : {}),
    })),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
