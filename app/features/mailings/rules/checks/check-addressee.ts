import { isFieldName } from '#emails/letter-body.ts'
import { surveyLetter } from '#emails/letter-survey.ts'
import type { MailingText } from '../../schema.ts'
import type { DripSettings } from '../drip.ts'
import { checkText, foremost, type Known } from './check-texts.ts'
import { finding, type Finding, type FindingCode } from './finding.ts'

/** What only a letter to the addressee can do wrong: it speaks of a reader whom nobody knows, or there is no campaign in its language. */
export type AddresseeCode = FindingCode | 'reader-field' | 'campaign-text'
export type AddresseeFinding = Omit<Finding, 'code'> & { code: AddresseeCode }

interface KnownOfCampaign extends Known {
  /** The campaign has a text in the language of the letters. */
  hasText: boolean
}

/** Everything that should not go out to an addressee as it is: what is asked of every letter, in the one language it is sent in. Pure. */
export function checkAddressee(
  { locale, subject, words }: Pick<DripSettings, 'locale' | 'subject' | 'words'>,
  { hasText, ...known }: KnownOfCampaign,
): AddresseeFinding[] {
  const text: MailingText = { subject, body: words }
  const own: AddresseeFinding[] = [...(hasText ? [] : [noText(locale)]), ...readerFields(words, locale)]
  const places = new Set(own.map(({ line, written }) => `${line} ${written}`))
  // A field of a reader is one fault, with or without words for whoever has none.
  const others = checkText(text, { locale, known }).filter(
    ({ code, line, written }) => code !== 'slot-fallback' || !places.has(`${line} ${written}`),
  )
  return foremost([...own, ...others])
}

const stop = { severity: 'stop' } as const

const noText = (locale: Finding['locale']): AddresseeFinding => ({
  ...stop,
  code: 'campaign-text',
  locale,
  field: 'body',
  line: null,
  written: '',
})

function readerFields(words: string, locale: Finding['locale']): AddresseeFinding[] {
  return surveyLetter(words).found.flatMap((found) => {
    if (found.kind !== 'slot' || !isFieldName(found.slot.name) || found.inLink) return []
    const { line, written } = found
    return [{ ...finding('slot-unknown', { locale, field: 'body', line, written }), code: 'reader-field' as const }]
  })
}
