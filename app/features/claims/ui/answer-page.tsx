import { formatNumber } from '#app/i18n/format.ts'
import { mostLines, roomForReply } from '#app/features/campaigns/rules/right-of-reply.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'

interface AnswerPageProps {
  campaign: { title: string; path: string }
  answerable: Record<'claims' | 'systems', readonly { slug: string; title: string }[]>
  /** What the reader came from: `claim:robots-de-controle`. */
  about: string
  typed: FormState
  once: string
}

const order = ['about', 'passages', 'reply', 'signedAs', 'name', 'quality', 'email', 'entitled']

/** A right of reply to a page of the campaign: the conditions in plain words, then one plain page. */
export function AnswerPage({ campaign, answerable, about, typed, once }: AnswerPageProps) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed, { about })
  const errors = useErrorList(typed, order)
  const { path, title } = campaign
  const bounds = { least: formatNumber(locale, roomForReply), lines: formatNumber(locale, mostLines) }
  return (
    <Page title={t('claims.ask.title')} kicker={<a href={path}>{title}</a>} lead={<p>{t('claims.ask.lead')}</p>}>
      <ErrorSummary errors={errors} />
      <p>{t('claims.ask.rules', bounds)}</p>
      <p>
        {t('claims.ask.testimony')} <a href={`${path}/testimonies`}>{t('claims.ask.testimonies')}</a>
      </p>
      <form method="post" action={`${path}/answer`} noValidate>
        <input type="hidden" name="once" value={once} />
        <SelectField
          {...answers('about')}
          label={t('claims.ask.about')}
          hint={t('claims.ask.aboutHint')}
          emptyChoice={t('claims.ask.aboutEmpty')}
          choices={[
            { value: 'campaign', label: t('claims.ask.text') },
            ...answerable.claims.map(({ slug, title: of }) => ({
              value: `claim:${slug}`,
              label: t('claims.ask.claim', { title: of }),
            })),
            ...answerable.systems.map(({ slug, title: of }) => ({
              value: `system:${slug}`,
              label: t('claims.ask.system', { title: of }),
            })),
          ]}
          required
        />
        <Wanted answers={answers} bounds={bounds} />
        <Asker answers={answers} ticked={typed.values.entitled === 'on'} />
        <Button wide>{t('claims.ask.send')}</Button>
        <SmallPrint>{t('claims.ask.after')}</SmallPrint>
      </form>
    </Page>
  )
}

function Wanted({ answers, bounds }: { answers: Answers; bounds: Record<string, string> }) {
  const t = useT()
  return (
    <>
      <TextArea
        {...answers('passages')}
        rows={3}
        label={t('claims.ask.passages')}
        hint={t('claims.ask.passagesHint')}
        required
      />
      <TextArea
        {...answers('reply')}
        rows={10}
        label={t('claims.ask.reply')}
        hint={t('claims.ask.replyHint', bounds)}
        required
      />
      <TextField
        {...answers('signedAs')}
        label={t('claims.ask.signedAs')}
        hint={t('claims.ask.signedAsHint')}
        autoComplete="off"
        required
      />
    </>
  )
}

function Asker({ answers, ticked }: { answers: Answers; ticked: boolean }) {
  const t = useT()
  return (
    <fieldset className="field">
      <legend>{t('claims.ask.person')}</legend>
      <p className="hint">{t('claims.ask.personHint')}</p>
      <TextField {...answers('name')} label={t('claims.ask.name')} autoComplete="name" required />
      <TextField
        {...answers('quality')}
        label={t('claims.ask.quality')}
        hint={t('claims.ask.qualityHint')}
        autoComplete="organization-title"
        required
      />
      <TextField {...answers('email')} type="email" label={t('claims.ask.email')} autoComplete="email" required />
      <Check
        name="entitled"
        label={t('claims.ask.entitled')}
        error={answers('entitled').error}
        defaultChecked={ticked}
        required
      />
    </fieldset>
  )
}
