import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ClaimPair } from '#app/ui/claim-pair.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import styles from './handovers.module.css'

export interface BothSidesProps {
  deliveredOn: string
  answeredOn: string | null
  /** As published; empty when it stands elsewhere only. */
  answer: string
  answerUrl: string | null
  /** What went along, drawn; empty when nothing did. */
  letterHtml: string
}

/** What was handed over and what was answered, in full, at the same size. */
export function BothSides({ deliveredOn, answeredOn, answer, answerUrl, letterHtml }: BothSidesProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="both" title={t('clock.both.title')}>
      <ClaimPair
        claim={{
          kicker: t('clock.both.given'),
          title: t('clock.both.givenTitle'),
          children: letterHtml ? <Prose html={letterHtml} /> : <p>{t('clock.both.givenNone')}</p>,
          source: { text: t('clock.both.givenSource', { day: formatDay(locale, deliveredOn) }), href: '#pack' },
        }}
        answer={{
          kicker: t('clock.both.answer'),
          title: answeredOn
            ? t('clock.both.answerTitle', { day: formatDay(locale, answeredOn) })
            : t('clock.both.answerNone'),
          children: <AnswerWords answeredOn={answeredOn} answer={answer} />,
          source: {
            text: answeredOn ? t('clock.both.answerSource') : t('clock.both.answerNoSource'),
            href: answerUrl ?? undefined,
          },
        }}
      />
    </Section>
  )
}

function AnswerWords({ answeredOn, answer }: Pick<BothSidesProps, 'answeredOn' | 'answer'>) {
  const t = useT()
  if (answeredOn === null) return <p>{t('clock.both.answerWaited')}</p>
  return answer ? <p className={styles.answer}>{answer}</p> : <p>{t('clock.both.answerElsewhere')}</p>
}
