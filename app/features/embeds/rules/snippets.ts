import type { Locale } from '#app/i18n/locale.ts'
import { frameSize, shareImageSize, type Show } from './options.ts'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text inside HTML, between tags or between quotation marks. */
export const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

export interface Framed {
  /** Origin of this site, without a slash at its end. */
  site: string
  slug: string
  locale: Locale
  show: Show
  /** What the frame is, for who does not see it. */
  title: string
}

type Sized = Framed & { width?: number | '100%'; height?: number }

export const frameAddress = ({ site, slug, locale, show }: Omit<Framed, 'title'>): string =>
  `${site}/embed/${slug}?locale=${locale}${show === 'counter' ? '&show=counter' : ''}`

/** A frame for any page. It names the page that it stands on to nobody. */
export const frameSnippet = ({ title, width = '100%', height, ...framed }: Sized): string =>
  `<iframe src="${html(frameAddress(framed))}" width="${width}" height="${height ?? frameSize[framed.show].height}" title="${html(title)}" loading="lazy" referrerpolicy="no-referrer" frameborder="0"></iframe>`

/** The same, as high as what it holds. Where scripts do not run, a link stands there. */
export const scriptSnippet = ({ site, slug, locale, show, title }: Framed): string =>
  `<script src="${html(site)}/embed.js" data-campaign="${slug}" data-locale="${locale}"${show === 'counter' ? ' data-show="counter"' : ''} async referrerpolicy="no-referrer"></script>
<noscript><a href="${html(`${site}/${locale}/${slug}`)}">${html(title)}</a></noscript>`

/** The count as a picture that leads to the campaign. */
export const badgeSnippet = ({ site, slug, locale, title }: Omit<Framed, 'show'>): string =>
  `<a href="${html(`${site}/${locale}/${slug}`)}"><img src="${html(`${site}/badge/${slug}.svg?locale=${locale}`)}" alt="${html(title)}" referrerpolicy="no-referrer"></a>`

/** The share image with its size, so that nothing jumps when it comes. */
export const imageSnippet = ({ site, slug, locale, title }: Omit<Framed, 'show'>): string =>
  `<a href="${html(`${site}/${locale}/${slug}`)}"><img src="${html(`${site}/og/${slug}.png?locale=${locale}`)}" width="${shareImageSize.width}" height="${shareImageSize.height}" alt="${html(title)}" loading="lazy" referrerpolicy="no-referrer"></a>`

/** What a site with a strict policy of its own has to allow, one directive a line. */
export const policySnippet = (site: string): string =>
  [`frame-src ${site};`, `script-src ${site};`, `img-src ${site};`].join('\n')
