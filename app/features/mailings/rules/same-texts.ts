import { locales } from '#app/i18n/locale.ts'
import type { MailingTexts } from '../schema.ts'

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** Whether two versions say the same once they are kept: what stands around a text is not part of it. */
export const sameTexts = (one: MailingTexts, other: MailingTexts): boolean =>
  locales.every(
    (locale) =>
      plain(one[locale].subject) === plain(other[locale].subject) &&
      plain(one[locale].body) === plain(other[locale].body),
  )
