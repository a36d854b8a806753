import { isSlug } from '#app/features/campaigns/rules.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { frameSize, shareImageSize, type Show } from './options.ts'

export type OembedFormat = 'json' | 'xml'

/** What a site asks that wants to show one of our pages (https://oembed.com, §2.2). */
export interface OembedQuestion {
  slug: string
  locale: Locale
  format: OembedFormat
  /** Pixels; `null` when the site has room enough. */
  maxWidth: number | null
  maxHeight: number | null
}

export type OembedReading =
  | { outcome: 'asked'; question: OembedQuestion }
  | { outcome: 'no-address' }
  /** Another site's, or a page that is no campaign's. */
  | { outcome: 'not-ours' }
  | { outcome: 'unknown-format' }

/** Letters of an address: ours are much shorter, and a longer one is not looked at. */
const longestAddress = 300

const pixels = (value: string | null): number | null =>
  value !== null && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : null

function campaignOf(address: string, origin: string): { slug: string; locale: Locale } | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null
  const url = new URL(address)
  const [, locale, slug = ''] = /^\/(fr|en)\/([a-z0-9-]+)\/?$/.exec(url.pathname) ?? []
  return url.origin === origin && isLocale(locale) && isSlug(slug) ? { slug, locale } : null
}

/** Reads the question. Sizes that are none are no limit. @param origin ours: no other site's pages are shown */
export function readOembed(asked: URLSearchParams, origin: string): OembedReading {
  const format = asked.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') return { outcome: 'unknown-format' }
  const address = asked.get('url')
  if (!address) return { outcome: 'no-address' }
  const campaign = campaignOf(address, origin)
  if (!campaign) return { outcome: 'not-ours' }
  const maxWidth = pixels(asked.get('maxwidth'))
  const maxHeight = pixels(asked.get('maxheight'))
  return { outcome: 'asked', question: { ...campaign, format, maxWidth, maxHeight } }
}

/**
 * The question as part of an address that an answer is kept under, or `null` when it has to be answered afresh. Whatever follows
 * a page's own address changes nothing, and neither do limits beyond what we send.
 */
export function oembedQuery(asked: URLSearchParams): string | null {
  const [page = ''] = (asked.get('url') ?? '').split(/[?#]/, 1)
  const format = asked.get('format') ?? 'json'
  if (page === '' || page.length > longestAddress || !/^(?:json|xml)$/.test(format)) return null
  const kept = new URLSearchParams({ url: page, format })
  for (const [name, enough] of [
    ['maxwidth', shareImageSize.width],
    ['maxheight', frameSize.form.height],
  ] as const) {
    const given = pixels(asked.get(name))
    if (given !== null && given < enough) kept.set(name, String(given))
  }
  return `?${kept.toString()}`
}

/** Less height than this and a form would have to be scrolled in a letter box: the counter fits. */
const lowestForm = 480

const atMost = (size: number, most: number | null) => (most === null || most > size ? size : most)

/** What fits into the room that a site has, and how large it is (§2.3.4: never larger than was asked). */
export function sizeOf({ maxWidth, maxHeight }: OembedQuestion): { show: Show; width: number; height: number } {
  const show: Show = maxHeight !== null && maxHeight < lowestForm ? 'counter' : 'form'
  const { width, height } = frameSize[show]
  return { show, width: atMost(width, maxWidth), height: atMost(height, maxHeight) }
}

/** A thumbnail obeys the same limits; we have one size. */
export const hasThumbnail = ({ maxWidth, maxHeight }: OembedQuestion): boolean =>
  (maxWidth ?? Infinity) >= shareImageSize.width && (maxHeight ?? Infinity) >= shareImageSize.height
