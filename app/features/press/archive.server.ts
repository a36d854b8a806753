import type { Readable } from 'node:stream'
import type { PressContent } from './schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { formatDay } from '#app/i18n/format.ts'
import { zipStream } from '#app/infra/files/zip.server.ts'
import type { PressFigures } from './queries/press-kit.server.ts'

interface Archived {
  /** Titles of the campaign. */
  titles: Record<Locale, string>
  texts: readonly PressContent[]
  figures: PressFigures
  /** Whole address of the campaign in a language. */
  addressOf: (locale: Locale) => string
  pictures: readonly { name: string; body: string | Uint8Array }[]
  /** `YYYY-MM-DD` */
  day: string
}

/** Plain text, as every editor reads it. */
const plain = (texts: readonly PressContent[], locale: Locale): string =>
  texts
    .map((content) => {
      const { title, text } = content[locale]
      return [title.toUpperCase(), text, content.email, content.phone].filter((part) => part !== '').join('\n\n')
    })
    .join('\n\n\n')
    .concat('\n')

/** The kit in one archive. Without quotes: whoever said them may take them back, and no archive would know. */
export function pressArchive({ titles, texts, figures, addressOf, pictures, day }: Archived): Readable {
  const readme = (locale: Locale) => {
    const here = addressOf(locale)
    return translator(locale)('press.archive.readme', {
      campaign: titles[locale],
      day: formatDay(locale, day),
      url: `${here}/press`,
      quotes: `${here}/testimonies/quotes`,
      proof: `${here}/proof`,
    })
  }
  const files = [
    { name: 'LISEZ-MOI.txt', body: readme('fr') },
    { name: 'README.txt', body: readme('en') },
    { name: 'textes-fr.txt', body: plain(texts, 'fr') },
    { name: 'texts-en.txt', body: plain(texts, 'en') },
    { name: 'figures.json', body: `${JSON.stringify(figures, null, 2)}\n` },
    ...pictures,
  ]
  return zipStream(files, new Date(`${day}T00:00:00Z`))
}
