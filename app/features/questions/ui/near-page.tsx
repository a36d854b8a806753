import { ReplaceStops } from '#app/features/testimonies/ui/guard-panel.tsx'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useAnswers, useErrorList } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { ShownEntry } from '../queries/faq.server.ts'
import { OtherLanguage } from './answer.tsx'
import { AskedText, type AskProps } from './ask-page.tsx'
import styles from './questions.module.css'

/** The second step: the nearest answers, each with a button that says "this answers me", then the way to send it anyway. */
export function NearPage({ campaignSlug, typed, once, stopped, near }: AskProps & { near: readonly ShownEntry[] }) {
  const t = useT()
  const locale = useLocale()
  const errors = useErrorList(typed, ['text', 'wish'])
  const kind = typed.values['kind']
  return (
    <Page
      kicker={<a href={`/${locale}/${campaignSlug}/questions`}>{t('questions.faq.title')}</a>}
      title={t(near.length > 0 ? 'questions.near.title' : 'questions.near.none')}
      lead={<p>{t(near.length > 0 ? 'questions.near.lead' : 'questions.near.noneLead')}</p>}
    >
      <ErrorSummary errors={errors} />
      <form method="post" action={`/${locale}/${campaignSlug}/questions/ask`} noValidate autoComplete="off">
        {/* The first button of a form is what Enter presses: this one does nothing. */}
        <input type="submit" disabled hidden />
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="kind" value={typeof kind === 'string' ? kind : ''} />
        {near.map((entry) => (
          <NearAnswer key={entry.slug} entry={entry} />
        ))}
        <SendAnyway typed={typed} stopped={stopped} />
      </form>
    </Page>
  )
}

function NearAnswer({ entry: { slug, question, answerHtml, lang } }: { entry: ShownEntry }) {
  const t = useT()
  const locale = useLocale()
  const foreign = lang === locale ? undefined : lang
  return (
    <section className={styles.near} aria-labelledby={`near-${slug}`}>
      <h2 id={`near-${slug}`} lang={foreign}>
        {question}
      </h2>
      <OtherLanguage lang={lang} />
      <Prose html={answerHtml} lang={foreign} />
      <p>
        <Button kind="quiet" name="helped" value={slug} aria-describedby={`near-${slug}`}>
          {t('questions.near.helped')}
        </Button>
      </p>
    </section>
  )
}

function SendAnyway({ typed, stopped }: Pick<AskProps, 'typed' | 'stopped'>) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <section className={styles.sending} aria-labelledby="send">
      <h2 id="send">{t('questions.near.send')}</h2>
      <AskedText label={t('questions.near.text')} text={answers('text')} />
      <RadioGroup
        id="wish"
        name="wish"
        legend={t('questions.near.wish')}
        error={answers('wish').error}
        chosen={answers('wish').defaultValue}
        options={(['publish', 'private'] as const).map((value) => ({
          value,
          label: t(`questions.near.wishes.${value}`),
          hint: t(`questions.near.wishes.${value}Hint`),
        }))}
        required
      />
      <Button wide name="intent" value="send">
        {t('questions.near.submit')}
      </Button>
      {stopped && <ReplaceStops />}
      <SmallPrint>{t('questions.near.after')}</SmallPrint>
    </section>
  )
}
