import { quoteLacks, mayAppear } from '#app/features/testimonies/rules.ts'
import { uses as allUses } from '#app/features/testimonies/schema.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { TextArea } from '#app/ui/field.tsx'
import type { Answers } from '#app/ui/form-answers.ts'
import type { ReadableTestimony } from '../../workbench.ts'
import styles from './redaction.module.css'

interface QuoteFieldProps {
  testimony: Pick<ReadableTestimony, 'uses' | 'locale'>
  answer: ReturnType<Answers>
}

/** What the witness consented to, and what of it a quote lacks: in words. */
function useConsents(uses: readonly string[]) {
  const t = useT()
  const named = (list: readonly string[]) =>
    allUses
      .filter((use) => list.includes(use))
      .map((use) => t(`testimonies.uses.${use}`))
      .join(', ')
  const lacking = quoteLacks(uses)
  return {
    given: uses.length > 0 ? t('moderation.quote.given', { uses: named(uses) }) : t('moderation.quote.givenNone'),
    lacking: lacking.length > 0 ? t('moderation.quote.lacking', { uses: named(lacking) }) : null,
  }
}

/** The sentences that may be quoted alone. Where the consents do not allow it the page says so before anybody writes or presses. */
export function QuoteField({ testimony, answer }: QuoteFieldProps) {
  const t = useT()
  const { uses, locale } = testimony
  const { given, lacking } = useConsents(uses)
  const storyMay = mayAppear(uses, { hasQuote: false }) !== null
  if (lacking !== null && !answer.defaultValue && !answer.error)
    return (
      <section className={styles.saved} aria-labelledby="no-quote">
        <h4 id="no-quote">{t('moderation.item.fieldQuote')}</h4>
        <p>{lacking}</p>
        <p className={styles.quiet}>
          {given} {t('moderation.quote.onlyThem')}
        </p>
      </section>
    )
  const hints = [
    t('moderation.item.fieldQuoteHint'),
    ...(lacking === null ? [] : [lacking]),
    given,
    ...(lacking === null && !storyMay ? [t('moderation.quote.alone')] : []),
  ]
  return (
    <TextArea
      {...answer}
      rows={2}
      lang={locale}
      spellCheck={false}
      label={t('moderation.item.fieldQuote')}
      hint={hints.join(' ')}
    />
  )
}
