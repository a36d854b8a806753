import { signTextOf } from '#app/features/proof/sign-text.server.ts'
import { locales, type Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { composeAnnex, composePack } from '../document/compose.ts'
import type { PackFacts, PackFile, PackQuote } from '../document/facts.ts'
import { annexName, documentName, manifestName, manifestNoteName } from '../document/names.ts'
import { plainPack } from '../document/plain.ts'
import { drawPack } from '../draw/draw-pack.server.ts'
import { sha256 } from './archive.server.ts'
import { manifestOf } from './manifest.ts'

/** All that a pack is made from, in both languages. */
export interface Gathered {
  facts: Record<Locale, PackFacts>
  quotes: Record<Locale, readonly PackQuote[]>
  /** Counts and ledger, as anyone can download them. */
  data: readonly PackFile[]
  logUrl: string
}

const pdf = 'application/pdf'
const plain = 'text/plain; charset=utf-8'

type Told = Omit<PackFile, 'content'> & { sha256: string; bytes: number }

const told = ({ content, ...file }: PackFile): Told => ({
  ...file,
  bytes: content.length,
  sha256: sha256(content).toString('hex'),
})

/** The words of those who may take them back, drawn and written; nothing when there are none. */
export async function annexFiles(facts: PackFacts, quotes: readonly PackQuote[]): Promise<PackFile[]> {
  if (quotes.length === 0) return []
  const document = composeAnnex(facts, quotes, translator(facts.locale))
  const { locale } = facts
  return [
    { name: annexName(locale, 'pdf'), type: pdf, mayGo: true, content: await drawPack(document) },
    { name: annexName(locale, 'txt'), type: plain, mayGo: true, content: Buffer.from(plainPack(document)) },
  ]
}

/** One edition, drawn and written. `beside`: the files whose marks it prints. */
export async function editionFiles(facts: PackFacts, beside: readonly PackFile[]): Promise<PackFile[]> {
  const companions = beside.map(told).map(({ name, bytes, sha256: mark }) => ({ name, bytes, sha256: mark }))
  const document = composePack({ ...facts, companions }, translator(facts.locale))
  const { locale } = facts
  return [
    { name: documentName(locale, 'pdf'), type: pdf, mayGo: false, content: await drawPack(document) },
    { name: documentName(locale, 'txt'), type: plain, mayGo: false, content: Buffer.from(plainPack(document)) },
  ]
}

/** Every file of a pack, in the order in which they lie in it: the same facts always make the same bytes. */
export async function makePack({ facts, quotes, data, logUrl }: Gathered): Promise<PackFile[]> {
  const annexes: PackFile[] = []
  for (const locale of locales) annexes.push(...(await annexFiles(facts[locale], quotes[locale])))
  const beside = [...data, ...annexes]
  const editions: PackFile[] = []
  for (const locale of locales) editions.push(...(await editionFiles(facts[locale], beside)))
  const files = [...editions, ...beside]
  const manifest = manifestOf({
    facts: facts.fr,
    addressees: { fr: facts.fr.addressee, en: facts.en.addressee },
    pages: { fr: facts.fr.pageUrl, en: facts.en.pageUrl },
    files: files.map(told),
    logUrl,
  })
  const signed = signTextOf(facts.fr.slug, manifest)
  return [
    ...files,
    { name: manifestName, type: 'application/json', mayGo: false, content: Buffer.from(manifest) },
    { name: manifestNoteName, type: plain, mayGo: false, content: Buffer.from(signed) },
  ]
}
