import type { Locale } from '#app/i18n/locale.ts'

/** What must be mended before anything is sent. */
export const stops = [
  'missing-subject',
  'missing-body',
  'too-nested',
  'subject-long',
  'subject-slot',
  'dead-anchor',
  'dead-link',
  'tracked-link',
  'tracker-site',
  'short-link',
  'personal-link',
  'own-mark-in-link',
  'remote-image',
  'image-unknown',
  'image-alt',
  'image-words',
  'image-alone',
  'image-weight',
  'slot-unknown',
  'slot-fallback',
  'slot-alone',
  'quote-gone',
  'button-alone',
  'slot-as-typed',
  'link-broken',
  'button-address',
  'too-many-marks',
] as const

/** What is worth a second look, and keeps nobody from sending. */
export const warnings = [
  'subject-length',
  'subject-capitals',
  'same-text',
  'plain-http',
  'words-in-brackets',
  'other-links',
] as const

export type FindingCode = (typeof stops)[number] | (typeof warnings)[number]

/** Something about a letter that should not go out as it is. */
export interface Finding {
  code: FindingCode
  severity: 'stop' | 'warn'
  locale: Locale
  field: 'subject' | 'body'
  /** Of the body, from 1. */
  line: number | null
  /** As it was typed, shortened. */
  written: string
  /** Links that only one of the languages has; of `other-links`. */
  only?: Record<Locale, string[]>
}

export const isStop = (code: FindingCode): boolean => stops.some((one) => one === code)

const longestExcerpt = 80

export const shortened = (written: string): string =>
  written.length > longestExcerpt ? `${written.slice(0, longestExcerpt - 1)}…` : written

/** @param written cut to a length that fits a list */
export const finding = (code: FindingCode, place: Omit<Finding, 'code' | 'severity'>): Finding => ({
  ...place,
  code,
  severity: isStop(code) ? 'stop' : 'warn',
  written: shortened(place.written),
})
