import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { TrialInWords } from './trial-in-words.tsx'
import type { AudienceRule, AudienceWords } from '../queries/audience-words.server.ts'

function sentence(rule: AudienceRule, t: T, locale: Locale): string {
  switch (rule.rule) {
    case 'languages':
      return t(`mailings.audience.words.language.${rule.languages[0] ?? locale}`)
    case 'departments': {
      const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(rule.names)
      return t('mailings.audience.words.departments', { count: rule.names.length, list })
    }
    case 'people':
    case 'organisations':
      return t(`mailings.audience.words.${rule.rule}`)
    case 'signedFrom':
    case 'signedUntil':
      return t(`mailings.audience.words.${rule.rule}`, { day: formatDay(locale, rule.day) })
    case 'received':
    case 'notReceived':
      return t(`mailings.audience.words.${rule.rule}`, { subject: rule.subject })
  }
}

/** Who will receive it, in sentences: everyone who asked, then each rule that narrows. */
export function AudienceInWords({ words, past }: { words: AudienceWords; past?: boolean }) {
  const t = useT()
  const locale = useLocale()
  const { campaign, rules } = words
  if (words.unreadable)
    return (
      <Notice kind="warn" title={t('mailings.draft.unreadable')}>
        <p>{t(past ? 'mailings.draft.unreadablePast' : 'mailings.draft.unreadableWhy')}</p>
      </Notice>
    )
  const who = { campaign, count: rules.length }
  const opening = past
    ? t(rules.length === 0 ? 'mailings.audience.words.pastEveryone' : 'mailings.audience.words.past', who)
    : t(rules.length === 0 ? 'mailings.audience.words.everyone' : 'mailings.audience.words.who', who)
  return (
    <>
      <p>{opening}</p>
      {rules.length > 0 && (
        <ul className="sentences">
          {rules.map((rule) => (
            <li key={rule.rule}>{sentence(rule, t, locale)}</li>
          ))}
        </ul>
      )}
      <TrialInWords words={words} past={past} />
    </>
  )
}

/** The same of a mailing that has begun, as a part of its page. */
export function WhoReceives({ id, words }: { id: string; words: AudienceWords }) {
  const t = useT()
  return (
    <Section id="who" title={t('mailings.audience.title')}>
      <AudienceInWords words={words} past />
      {words.trialShare !== null && (
        <ButtonLink href={`/admin/mailings/${id}/trial`} kind="quiet">
          {t('mailings.trial.linkResults')}
        </ButtonLink>
      )}
    </Section>
  )
}
