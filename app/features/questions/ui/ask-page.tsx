import { ReplacedNotice, ReplaceStops, GuardPanel } from '#app/features/testimonies/ui/guard-panel.tsx'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { askKinds, type AskKind } from '../schema.ts'

export interface AskProps {
  campaignSlug: string
  typed: FormState
  /** This form's own value. */
  once: string
  /** It came back because of what points to somebody. */
  stopped?: boolean
  /** It came back with neutral words in it. */
  replaced?: boolean
}

/** The first step: nothing is kept of it. What is near is shown before anything is sent to the team. */
export function AskPage({ campaignSlug, typed, once, stopped, replaced, kind }: AskProps & { kind: AskKind | null }) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed, { kind: kind ?? '' })
  const errors = useErrorList(typed, ['kind', 'text'])
  const text = answers('text')
  return (
    <Page
      kicker={<a href={`/${locale}/${campaignSlug}/questions`}>{t('questions.faq.title')}</a>}
      title={t('questions.ask.title')}
      lead={<p>{t('questions.ask.lead')}</p>}
    >
      <ErrorSummary errors={errors} />
      {replaced && <ReplacedNotice />}
      <form method="post" action={`/${locale}/${campaignSlug}/questions/ask`} noValidate autoComplete="off">
        <input type="hidden" name="once" value={once} />
        <RadioGroup
          id="kind"
          name="kind"
          legend={t('questions.ask.kind')}
          error={answers('kind').error}
          chosen={answers('kind').defaultValue}
          options={askKinds.map((value) => ({
            value,
            label: t(`questions.kinds.${value}`),
            hint: t(`questions.kinds.${value}Hint`),
          }))}
          required
        />
        <AskedText label={t('questions.ask.text')} text={text} />
        <Button wide name="intent" value="look">
          {t('questions.ask.look')}
        </Button>
        {stopped && <ReplaceStops />}
        <SmallPrint>{t('questions.ask.after')}</SmallPrint>
      </form>
    </Page>
  )
}

interface AskedTextProps {
  label: string
  text: { name: string; defaultValue?: string | undefined; error?: string | undefined }
}

/** What is asked, watched by the guard while it is written. No length is cut while typing. */
export function AskedText({ label, text }: AskedTextProps) {
  const t = useT()
  return (
    <TextArea
      name={text.name}
      rows={7}
      label={label}
      hint={t('questions.ask.textHint')}
      {...(text.error === undefined ? {} : { error: text.error })}
      {...(text.defaultValue === undefined ? {} : { defaultValue: text.defaultValue })}
      autoComplete="off"
      spellCheck={false}
      required
      after={<GuardPanel field="text" value={text.defaultValue ?? ''} offersHelp />}
    />
  )
}
