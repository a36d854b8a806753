import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import type { MyQuestion } from '../queries/with-code.server.ts'
import styles from './questions.module.css'

/** A code in, in the body of a form and never in an address. */
export function AskedPage({ campaignSlug, typed }: { campaignSlug: string; typed: FormState }) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed)
  return (
    <Page
      kicker={<a href={`/${locale}/${campaignSlug}/questions`}>{t('questions.faq.title')}</a>}
      title={t('questions.asked.title')}
      lead={<p>{t('questions.asked.lead')}</p>}
    >
      <ErrorSummary errors={useErrorList(typed)} />
      <form method="post" action={`/${locale}/${campaignSlug}/questions/asked`} noValidate autoComplete="off">
        <TextField
          {...answers('code')}
          label={t('questions.asked.code')}
          hint={t('questions.asked.codeHint')}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Button>{t('questions.asked.open')}</Button>
      </form>
    </Page>
  )
}

/** What was asked, where it stands, and the answer. */
export function MyQuestionPage({ found }: { found: MyQuestion }) {
  const t = useT()
  const locale = useLocale()
  const { state, text, receivedOn, answeredOn, slug } = found
  const day = (on: string) => formatDay(locale, on)
  const here = `/${locale}/${slug}/questions`
  const days = { received: day(receivedOn), answered: answeredOn === null ? '' : day(answeredOn) }
  return (
    <Page title={t(`questions.asked.states.${state}`)} lead={<p>{t(`questions.asked.leads.${state}`, days)}</p>}>
      <TheAnswer found={found} />
      {text === null ? (
        <Notice>
          <p>{t('questions.asked.gone')}</p>
        </Notice>
      ) : (
        <section>
          <h2>{t(`questions.asked.yours.${found.kind}`)}</h2>
          <p className={styles.kept}>{text}</p>
          <p className="small">{t(found.mayAppear ? 'questions.asked.mayAppear' : 'questions.asked.private')}</p>
        </section>
      )}
      <Actions>
        <ButtonLink kind="quiet" href={here}>
          {t('questions.sent.back')}
        </ButtonLink>
        {state !== 'waiting' && (
          <ButtonLink kind="plain" href={`${here}/ask`}>
            {t('questions.asked.another')}
          </ButtonLink>
        )}
      </Actions>
    </Page>
  )
}

function TheAnswer({ found }: { found: MyQuestion }) {
  const t = useT()
  const locale = useLocale()
  const { words, reason, entry, slug } = found
  if (!words && !reason && !entry) return null
  return (
    <section>
      <h2>{t('questions.asked.answer')}</h2>
      {reason && <p>{t(`questions.reasons.${reason}`)}</p>}
      {words && <p className={styles.said}>{words}</p>}
      {entry && (
        <p>
          {t('questions.asked.entry')}{' '}
          <a href={`/${locale}/${slug}/questions#${entry.slug}`} lang={entry.lang === locale ? undefined : entry.lang}>
            {entry.question}
          </a>
        </p>
      )}
    </section>
  )
}
