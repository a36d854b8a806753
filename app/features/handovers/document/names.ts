import type { Locale } from '#app/i18n/locale.ts'

/** Names of the files in a pack: the same in every pack, so that one knows where to look. */
export const documentName = (locale: Locale, ending: 'pdf' | 'txt'): string => `petition-${locale}.${ending}`
export const annexName = (locale: Locale, ending: 'pdf' | 'txt'): string => `voices-${locale}.${ending}`
export const countsName = (by: string): string => `counts-${by}.csv`
export const ledgerName = 'ledger.csv'
export const manifestName = 'manifest.json'
export const manifestNoteName = 'manifest.note'
/** The whole pack, as it is downloaded. */
export const zipName = (slug: string, day: string): string => `${slug}-${day}.zip`
