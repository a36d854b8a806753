import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { grounds } from '../schema.ts'
import { About, addressOf, type AboutTestimony } from './about.tsx'

interface ReportPageProps {
  testimony: AboutTestimony
  typed: FormState
  once: string
}

const order = ['ground', 'reason', 'passages', 'name', 'email', 'goodFaith']

/** A notice: one plain page. Nothing is cut while typing, and nothing is ticked in advance. */
export function ReportPage({ testimony, typed, once }: ReportPageProps) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed)
  const errors = useErrorList(typed, order)
  const here = addressOf(locale, testimony)
  return (
    <Page title={t('cases.report.title')} lead={<p>{t('cases.report.lead')}</p>}>
      <ErrorSummary errors={errors} />
      <About testimony={testimony} />
      <form method="post" action={`${here}/report`} noValidate>
        <input type="hidden" name="once" value={once} />
        <RadioGroup
          id="ground"
          name="ground"
          legend={t('cases.report.ground')}
          error={answers('ground').error}
          chosen={answers('ground').defaultValue}
          options={grounds.map((value) => ({ value, label: t(`cases.grounds.${value}`) }))}
          required
        />
        <TextArea
          {...answers('reason')}
          rows={8}
          label={t('cases.report.reason')}
          hint={t('cases.report.reasonHint')}
          required
        />
        <TextArea
          {...answers('passages')}
          rows={3}
          label={t('cases.report.passages')}
          hint={t('cases.report.passagesHint')}
        />
        <Reporter answers={answers} ticked={typed.values.goodFaith === 'on'} />
        <Button wide>{t('cases.report.send')}</Button>
        <SmallPrint>{t('cases.report.after')}</SmallPrint>
      </form>
    </Page>
  )
}

/** Marked as required, and the browser is not told to insist: one ground needs neither name nor address. */
function Reporter({ answers, ticked }: { answers: Answers; ticked: boolean }) {
  const t = useT()
  return (
    <fieldset className="field">
      <legend>{t('cases.report.person')}</legend>
      <p className="hint">{t('cases.report.personHint')}</p>
      <TextField {...answers('name')} label={t('cases.report.name')} autoComplete="name" required />
      <TextField {...answers('email')} type="email" label={t('cases.report.email')} autoComplete="email" required />
      <Check
        name="goodFaith"
        label={t('cases.report.goodFaith')}
        error={answers('goodFaith').error}
        defaultChecked={ticked}
        required
      />
    </fieldset>
  )
}
