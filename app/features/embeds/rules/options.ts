import type { Locale } from '#app/i18n/locale.ts'

/** What a frame on another site shows. */
export type Show = 'form' | 'counter'

export interface EmbedOptions {
  locale: Locale
  show: Show
}

/** The language that an address asks for. French where it names none, or one that we do not speak. */
export const readLocale = (asked: URLSearchParams): Locale => (asked.get('locale') === 'en' ? 'en' : 'fr')

/** Reads the address of a frame. What it does not understand it leaves out: a mistyped word shows the form, never an error. */
export const readEmbedOptions = (asked: URLSearchParams): EmbedOptions => ({
  locale: readLocale(asked),
  show: asked.get('show') === 'counter' ? 'counter' : 'form',
})

/** The same as part of an address, always spelled alike: `?locale=en&show=counter`, or nothing for a form in French. */
export function embedQuery({ locale, show }: Partial<EmbedOptions>): string {
  const given = [
    ...(locale === 'en' ? ['locale=en'] : []), //
    ...(show === 'counter' ? ['show=counter'] : []),
  ]
  return given.length > 0 ? `?${given.join('&')}` : ''
}

/** Pixels that a frame begins with. The script makes it as high as what it holds. */
export const frameSize: Record<Show, { width: number; height: number }> = {
  form: { width: 560, height: 1480 },
  counter: { width: 560, height: 660 },
}

/** The picture that other sites show beside a link: the size that all of them take. */
export const shareImageSize = { width: 1200, height: 630 } as const
