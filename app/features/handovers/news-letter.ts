import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import type { HandoverNews } from './rules/news.ts'

export interface LetterFacts {
  news: HandoverNews
  locale: Locale
  /** Of the campaign. */
  title: string
  addressee: string
  deliveredOn: string
  /** Of the answer, or the one by which it was due. */
  day: string
  answer: string
  answerUrl: string | null
  /** Absolute address of the delivery's page. */
  pageUrl: string
}

/** As a quotation, and never as a place to fill in. */
const quoted = (answer: string): string =>
  answer
    .replaceAll('{{', '{ {')
    .split('\n')
    .map((line) => (line.trim() === '' ? '>' : `> ${line}`))
    .join('\n')

function whatCame({ locale, news, day, answer, answerUrl }: LetterFacts): string[] {
  const t = translator(locale)
  const on = { day: formatDay(locale, day) }
  if (news === 'silence') return [t('clock.letter.silent', on)]
  if (answer === '') return [t('clock.letter.elsewhere', on), ...(answerUrl ? [`<${answerUrl}>`] : [])]
  return [t('clock.letter.answered', on), quoted(answer)]
}

/** The draft of a letter to those who asked for news: the answer in full, or that there is none. Markdown, in one language. */
export function newsLetter(facts: LetterFacts): { subject: string; body: string } {
  const { locale, news, title, addressee, deliveredOn, pageUrl } = facts
  const t = translator(locale)
  const body = [
    t('clock.letter.hello'),
    t('clock.letter.given', { title, addressee, delivered: formatDay(locale, deliveredOn) }),
    ...whatCame(facts),
    t('clock.letter.page'),
    `[button: ${t('clock.letter.button')}](${pageUrl})`,
    t('clock.letter.nothing'),
    '{{signature}}',
  ].join('\n\n')
  return { subject: t(`clock.letter.${news}Subject`), body }
}
