import type { MetaFunction } from '@remix-run/node'
import { isLocale } from '#app/i18n/locale.ts'
import { translator, type MessageKey } from '#app/i18n/t.ts'

/** The head of a page that is for one person: a title, and no place in search engines. */
export const unlisted =
  (title: MessageKey): MetaFunction =>
  ({ params }) => [
    { title: translator(isLocale(params.locale) ? params.locale : 'fr')(title) },
    { name: 'robots', content: 'noindex' },
  ]
