import { locales, type Locale } from '#app/i18n/locale.ts'
import { isFieldName } from '#emails/letter-body.ts'
import { surveyLetter, type Found, type Survey } from '#emails/letter-survey.ts'
import { safeLink } from '#emails/safe-link.ts'
import { longestSubject, type MailingText, type MailingTexts } from '../../schema.ts'
import { finding, type Finding, type FindingCode } from './finding.ts'
import { imageFault, tooHeavy, type KnownPicture } from './images.ts'
import { linkFault } from './links.ts'
import { looseFault } from './loose.ts'
import { otherLinks } from './other-links.ts'

/** What a text may speak of, known when it is checked. */
export interface Known {
  appUrl: string
  /** Numbers of the quotes that stand on the site now. */
  quotes: ReadonlySet<string>
  /** Pictures of the campaign, by their number. Absent: it has none. */
  pictures?: ReadonlyMap<string, KnownPicture>
}

/** A subject longer than this is cut on a telephone. */
const fitsATelephone = 60

/** More than anybody mends before looking again. */
const mostFindings = 100

/** Everything that should not go out as it is, in the order in which it is read. Pure. */
export function checkTexts(texts: MailingTexts, known: Known): Finding[] {
  const surveys = { fr: surveyLetter(texts.fr.body), en: surveyLetter(texts.en.body) }
  const isWritten = locales.every((locale) => texts[locale].body.trim() !== '')
  return [
    ...locales.flatMap((locale) => [
      ...checkSubject(texts[locale].subject, locale),
      ...checkBody(surveys[locale], { locale, known }),
    ]),
    ...sameText(texts),
    ...(isWritten ? otherLinks({ fr: surveys.fr.links, en: surveys.en.links }) : []),
  ]
}

/** The same of one language by itself. */
export const checkText = (
  { subject, body }: MailingText,
  { locale, known }: { locale: Locale; known: Known },
): Finding[] => [...checkSubject(subject, locale), ...checkBody(surveyLetter(body), { locale, known })]

/** Only what must be mended. */
export const stopsIn = <F extends Pick<Finding, 'severity'>>(findings: readonly F[]): F[] =>
  findings.filter(({ severity }) => severity === 'stop')

const shouted = (subject: string): boolean => {
  const letters = subject.match(/\p{L}/gu) ?? []
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase())
  return letters.length >= 8 && capitals.length / letters.length > 0.7
}

function checkSubject(subject: string, locale: Locale): Finding[] {
  const at = { locale, field: 'subject', line: null, written: subject } as const
  const length = Array.from(subject).length
  const codes: (FindingCode | null)[] = [
    subject.trim() === '' ? 'missing-subject' : null,
    length > longestSubject ? 'subject-long' : length > fitsATelephone ? 'subject-length' : null,
    /\{\{|\*\|/.test(subject) ? 'subject-slot' : null,
    shouted(subject) ? 'subject-capitals' : null,
  ]
  return codes.flatMap((code) => (code === null ? [] : [finding(code, at)]))
}

function checkBody(survey: Survey, { locale, known }: { locale: Locale; known: Known }): Finding[] {
  const at = (line: number | null, written: string) => ({ locale, field: 'body', line, written }) as const
  const { found, lines, isTooNested, text, links } = survey
  if (isTooNested) return [finding('too-nested', at(null, ''))]
  const surveyed = found.flatMap((one) => {
    const code = faultOf(one, known)
    return code === null ? [] : [finding(code, at(one.line, one.written))]
  })
  if (text.trim() === '' && surveyed.length === 0) return [finding('missing-body', at(null, ''))]
  const places = new Set(surveyed.map(({ code, line }) => `${sameFault(code)} ${line}`))
  const loose = lines.flatMap((written, index) => {
    const code = looseFault(written)
    if (code === null || places.has(`${sameFault(code)} ${index + 1}`)) return []
    return [finding(code, at(index + 1, written.trim()))]
  })
  const others = unseen(links, found).flatMap((link) => {
    const code = linkFault(link, known.appUrl)
    return code === null ? [] : [finding(code, at(null, link))]
  })
  const heavy = tooHeavy(found, known.pictures)
  const weight = heavy ? [finding('image-weight', at(heavy.line, heavy.written))] : []
  return foremost([...surveyed, ...loose, ...others, ...weight])
}

/** Of marks that are not filled in one finding a line says enough, however it was found. */
const aMark: ReadonlySet<FindingCode> = new Set(['own-mark-in-link', 'slot-as-typed', 'slot-unknown'])
const sameFault = (code: FindingCode): FindingCode => (aMark.has(code) ? 'slot-unknown' : code)

/** Links that the letter would carry and that stand nowhere as a link: those linked from plain text have no place. */
function unseen(links: readonly string[], found: readonly Found[]): string[] {
  const seen = new Set(found.map((one) => (one.kind === 'link' ? safeLink(one.href) : null)))
  return links.filter((link) => !seen.has(link))
}

/** What stops comes before what warns: it must not be cut off. */
export const foremost = <F extends Pick<Finding, 'severity' | 'line'>>(findings: readonly F[]): F[] =>
  [...stopsIn(findings), ...findings.filter(({ severity }) => severity === 'warn')]
    .slice(0, mostFindings)
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))

function faultOf(found: Found, known: Known): FindingCode | null {
  switch (found.kind) {
    case 'link':
      return (
        linkFault(found.href, known.appUrl) ??
        (found.isButton && (!found.isAlone || found.label === '') ? 'button-alone' : null)
      )
    case 'image':
      return imageFault(found, known.pictures)
    case 'slot':
      return slotFault(found, known)
    case 'heavy':
      return 'too-many-marks'
    case 'bracket':
      return bracketFaults[found.what]
    case 'braces':
      return found.isWhole ? 'slot-as-typed' : 'slot-unknown'
  }
}

const bracketFaults = {
  words: 'words-in-brackets',
  button: 'button-address',
  broken: 'link-broken',
} as const satisfies Record<string, FindingCode>

function slotFault({ slot, isAlone, inLink }: Found & { kind: 'slot' }, { quotes }: Known): FindingCode | null {
  const { name, argument, fallback } = slot
  if (inLink) return isFieldName(name) ? 'own-mark-in-link' : 'slot-as-typed'
  if (isFieldName(name)) {
    if (argument !== '') return 'slot-unknown'
    return fallback === null || fallback === '' ? 'slot-fallback' : null
  }
  if (fallback !== null) return 'slot-unknown'
  if (name === 'count') return argument === '' ? null : 'slot-unknown'
  if (name === 'signature') return argument !== '' ? 'slot-unknown' : isAlone ? null : 'slot-alone'
  if (name !== 'quote') return 'slot-unknown'
  if (!quotes.has(argument)) return 'quote-gone'
  return isAlone ? null : 'slot-alone'
}

function sameText({ fr, en }: MailingTexts): Finding[] {
  const body = en.body.trim()
  if (body === '' || body !== fr.body.trim()) return []
  return [finding('same-text', { locale: 'en', field: 'body', line: null, written: '' })]
}
