import type { Locale } from '#app/i18n/locale.ts'
import { isLocale } from '#app/i18n/locale.ts'

/** Fields that are text, as the form of the campaign sends them. */
const texts = ['name', 'email', 'postcode', 'country', 'comment', 'altcha'] as const
/** Fields that are a tick: `true`, or `"on"` as a form says it. */
const ticks = ['consent', 'news', 'showName'] as const
export const bodyFields = [...texts, ...ticks, 'text', 'locale'] as const
type BodyField = (typeof bodyFields)[number]

export type BodyFault = 'partners.body.text' | 'partners.body.tick' | 'partners.body.version' | 'partners.body.locale'

export interface ReadBody {
  /** As a form would have sent it: the one schema of signatures judges it. */
  values: Partial<Record<BodyField, string>>
  locale: Locale | null
  /** Fields of the wrong type. */
  faults: Partial<Record<BodyField, BodyFault>>
}

/** No text a form could send: half a character (a lone surrogate), or NUL. */
const noText = /[\uD800-\uDFFF\u0000]/u
const isText = (value: unknown): value is string => typeof value === 'string' && !noText.test(value)

function readTick(value: unknown): string | null | undefined {
  if (value === true || value === 'on') return 'on'
  return value === false || value === '' ? null : undefined
}

const readVersion = (value: unknown): string | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : isText(value) ? value : undefined

/**
 * Reads the body of a signature from JSON. What is absent or `null` was not filled in; members that we do not know are ignored.
 * @returns `null` for what is no object
 */
export function readBody(json: unknown): ReadBody | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const given = new Map<string, unknown>(Object.entries(json).filter(([, value]) => value !== null))
  const read: ReadBody = { values: {}, locale: null, faults: {} }
  for (const field of texts) {
    const value = given.get(field)
    if (value === undefined) continue
    if (isText(value)) read.values[field] = value
    else read.faults[field] = 'partners.body.text'
  }
  for (const field of ticks) {
    if (!given.has(field)) continue
    const tick = readTick(given.get(field))
    if (tick === undefined) read.faults[field] = 'partners.body.tick'
    else if (tick !== null) read.values[field] = tick
  }
  readTheRest(given, read)
  return read
}

function readTheRest(given: ReadonlyMap<string, unknown>, read: ReadBody): void {
  if (given.has('text')) {
    const version = readVersion(given.get('text'))
    if (version === undefined) read.faults.text = 'partners.body.version'
    else read.values.text = version
  }
  const locale = given.get('locale')
  if (isLocale(locale)) read.locale = locale
  else if (locale !== undefined) read.faults.locale = 'partners.body.locale'
}
