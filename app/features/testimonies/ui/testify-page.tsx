import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { QuickExit } from '#app/ui/quick-exit.tsx'
import { ReplacedNotice } from './guard-panel.tsx'
import { neutralPage } from './neutral-page.ts'
import { BeforeWriting } from './protection.tsx'
import { TestifyForm } from './testify-form.tsx'
import type { StepProps } from './testify-steps.tsx'
import { WaitingTime } from './waiting-time.tsx'
import styles from './testify.module.css'

interface TestifyPageProps extends StepProps {
  campaignSlug: string
  once: string
  /** Weeks that moderation takes at the moment, when it is slow. */
  slow: number | null
  /** Shows the page step by step. */
  script: string
  /** It was refused for what points to somebody: neutral words are offered, script or not. */
  stopped?: boolean
  /** It came back with neutral words in it, for the person to read again. */
  replaced?: boolean
}

/** The fields in the order of the page, for the list of what is to be put right. */
const fields = [
  'title',
  'story',
  'system',
  'consequences',
  'attempts',
  'period',
  'department',
  'contentWarning',
  'files',
  'uses',
  'consent',
]

export function TestifyPage({ campaignSlug, slow, script, replaced, ...form }: TestifyPageProps) {
  const t = useT()
  const locale = useLocale()
  const errors = useErrorList(form.typed, fields)
  return (
    <>
      <script type="module" src={script} />
      <QuickExit href={neutralPage} />
      <Page
        kicker={t('testimonies.testify.kicker')}
        title={t('testimonies.testify.title')}
        lead={<p>{t('testimonies.testify.lead')}</p>}
      >
        <ErrorSummary errors={errors} />
        {replaced && <ReplacedNotice />}
        <WaitingTime weeks={slow} />
        <BeforeWriting />
        <TestifyForm action={`/${locale}/${campaignSlug}/testify`} {...form} />
      </Page>
    </>
  )
}

/** The campaign closed; a story typed meanwhile is given back, because nobody else has it. */
export function ClosedPage({ campaignSlug, typed }: { campaignSlug: string; typed: FormState }) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed)
  const { defaultValue: title = '' } = answers('title')
  const { defaultValue: story } = answers('story')
  return (
    <>
      <QuickExit href={neutralPage} />
      <Page title={t('testimonies.closed.title')} lead={<p>{t('testimonies.closed.lead')}</p>}>
        {story && (
          <section>
            <h2>{t('testimonies.closed.typed')}</h2>
            <p>{t('testimonies.closed.typedHint')}</p>
            <p className={styles.kept}>{`${title}\n\n${story}`.trim()}</p>
          </section>
        )}
        <Actions>
          <ButtonLink kind="quiet" href={`/${locale}/${campaignSlug}/testimonies`}>
            {t('testimonies.receipt.read')}
          </ButtonLink>
        </Actions>
      </Page>
    </>
  )
}
