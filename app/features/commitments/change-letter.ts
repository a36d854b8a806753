import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import type { CommitmentState } from './schema.ts'

export interface ChangeFacts {
  locale: Locale
  /** Of the campaign. */
  campaign: string
  title: string
  from: CommitmentState
  to: CommitmentState
  stateOn: string
  why: string
  /** Absolute address of the promise's page. */
  pageUrl: string
}

/** What the team wrote is no place to fill in. */
const plain = (text: string): string => text.replaceAll('{{', '{ {')

/** The draft of a letter to those who asked for news: which promise, what it was and what it is now, why. Markdown, in one language. */
export function changeLetter({ locale, campaign, title, from, to, stateOn, why, pageUrl }: ChangeFacts): {
  subject: string
  body: string
} {
  const t = translator(locale)
  const words = {
    before: t(`commitments.states.${from}`),
    now: t(`commitments.states.${to}`),
    day: formatDay(locale, stateOn),
  }
  const body = [
    t('commitments.letter.hello'),
    t('commitments.letter.asked', { campaign }),
    `## ${plain(title)}`,
    t('commitments.letter.changed', words),
    plain(why),
    t('commitments.letter.page'),
    `[button: ${t('commitments.letter.button')}](${pageUrl})`,
    t('commitments.letter.nothing'),
    '{{signature}}',
  ].join('\n\n')
  return { subject: t('commitments.letter.subject', { title: Array.from(title).slice(0, 80).join('') }), body }
}
