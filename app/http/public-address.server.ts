import { oembedQuery } from '#app/features/embeds/rules/oembed.ts'
import { embedQuery, readEmbedOptions, readLocale } from '#app/features/embeds/rules/options.ts'
import { faqQuery, readFaqSearch } from '#app/features/questions/faq-search.ts'
import { galleryQuery, readGalleryQuestion } from '#app/features/testimonies/gallery-question.ts'

/**
 * The address under which an answer is kept, or `null` when an address is one person's or the team's. Only the parameters that
 * change the answer are part of it, in one order; everything else a visitor writes after the question mark is ignored.
 */
export function publicAddress(url: string): string | null {
  const question = url.indexOf('?')
  const path = question === -1 ? url : url.slice(0, question)
  const kept = question === -1 ? '' : knownParameters(path, url.slice(question + 1))
  if (kept === null) return null
  if (
    /^\/(fr|en)(\/(?!confirm\/|not-me\/|confirm-organisation\/|unsubscribe\/|still\/|me\/|inbox(?:\/|$))[a-z0-9-]+(\/(?!sign$|testify$|code$|case$|answer$|ask$|asked$|barometer$)[a-z0-9-]+){0,2})?\/?$/.test(
      path,
    )
  )
    return path + kept
  if (isForOtherSites(path)) return path + kept
  // One step deeper than the others.
  if (/^\/(fr|en)\/[a-z0-9-]+\/remedies\/barometer\/thanks$/.test(path)) return path
  // Named after what they hold, or made with effort: the sheet to print, the logos and pictures.
  if (/^\/media\/[\da-f]{24}\.jpg$/.test(path)) return path
  if (/^\/(fr|en)\/[a-z0-9-]+\/(?:testimonies|updates|questions|claims|commitments)\.atom$/.test(path)) return path
  if (/^\/(fr|en)\/[a-z0-9-]+\/(?:paper\.pdf|press\.zip)$/.test(path) || /^\/logos\/[\da-f]{64}\.webp$/.test(path))
    return path
  if (path === '/api/openapi.json') return path
  if (/^\/api\/v1\/campaigns\/[a-z0-9-]+\/testimonies\/[a-z0-9-]+$/.test(path)) return path + kept
  // Released numbers: final, and few.
  if (/^\/api\/v1\/campaigns\/[a-z0-9-]+\/datapackage\.json(?:\.sig)?$/.test(path)) return path
  if (
    /^\/api\/v1\/campaigns\/[a-z0-9-]+\/releases\/\d{4}-\d\d-\d\d(?:\/[a-z]+\.(?:csv|json|json\.sig|zip))?$/.test(path)
  )
    return path
  return /^\/api\/v1\/campaigns(\/[a-z0-9-]+){0,2}$/.test(path) && !path.endsWith('/challenge') ? path + kept : null
}

interface Meaningful {
  of: RegExp
  names: readonly string[]
  /** What a value may be; anything else is answered afresh and not kept, so that nobody fills the store with spellings. */
  value: RegExp
}

const meaningful: Meaningful[] = [
  { of: /\/confirmed$/, names: ['again'], value: /^1$/ },
  { of: /\/signed$|^\/(fr|en)\/unsubscribe$/, names: ['sent'], value: /^1$/ },
  { of: /\/counts$/, names: ['by', 'format'], value: /^(day|hour|department|country|language|csv|json|xlsx)$/ },
  { of: /^\/api\/.*\/(?:ledger|barometer)$/, names: ['format'], value: /^(csv|json)$/ },
  { of: /^\/api\/.*\/testimonies$/, names: ['after'], value: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/ },
  { of: /^\/api\/.*\/testimonies\/statistics$/, names: ['format'], value: /^(csv|json)$/ },
  { of: /\/organisations$/, names: ['page'], value: /^[1-9]\d{0,4}$/ },
]

const isEmbed = (path: string): boolean => /^\/embed\/[a-z0-9-]+$/.test(path)
const isPicture = (path: string): boolean => /^\/(?:badge\/[a-z0-9-]+\.svg|og\/[a-z0-9-]+\.png)$/.test(path)
const isForOtherSites = (path: string): boolean => isEmbed(path) || isPicture(path) || path === '/oembed'

/** What other sites ask for is kept by what it means: a word that we do not know makes no answer of its own. */
function forOtherSites(path: string, given: URLSearchParams): string | null {
  if (isEmbed(path)) return embedQuery(readEmbedOptions(given))
  return isPicture(path) ? embedQuery({ locale: readLocale(given) }) : oembedQuery(given)
}

const isFaq = (path: string): boolean => /^\/(fr|en)\/[a-z0-9-]+\/questions$/.test(path)
const isGallery = (path: string): boolean => /^\/(fr|en)\/[a-z0-9-]+\/testimonies$/.test(path)

/** A search, a page far behind, or a site's question about an address: of these there are more than could be kept, so that they have a small shelf of their own. */
export const isOneOfMany = (address: string): boolean =>
  address.includes('/testimonies?') || address.includes('/questions?') || address.startsWith('/oembed')

/** A person's search, or a page far behind: made anew for each that is not kept, so that a network may do so many. */
export const isSearch = (address: string): boolean =>
  /^\/(?:fr|en)\/[a-z0-9-]+\/(?:testimonies|questions)\?/.test(address)

/** The parameters that change the answer; `null` when one of them is none we know. */
function knownParameters(path: string, query: string): string | null {
  if (isGallery(path)) return galleryQuery(readGalleryQuestion(new URLSearchParams(query)))
  if (isFaq(path)) return faqQuery(readFaqSearch(new URLSearchParams(query)))
  if (isForOtherSites(path)) return forOtherSites(path, new URLSearchParams(query))
  const rule = meaningful.find(({ of }) => of.test(path))
  if (!rule) return ''
  const given = new URLSearchParams(query)
  const kept = rule.names.flatMap((name) => given.getAll(name).map((value) => [name, value]))
  const once = new Set(kept.map(([name]) => name)).size === kept.length
  if (!once || kept.some(([, value]) => !rule.value.test(value ?? ''))) return null
  return kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : ''
}
