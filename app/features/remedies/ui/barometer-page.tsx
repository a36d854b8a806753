import { departments } from '#app/features/campaigns/departments.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { PrintedSource, type Source } from '#app/ui/printed-source.tsx'
import { Section } from '#app/ui/section.tsx'
import { daysClasses, outcomes } from '../barometer/report.ts'
import type { Tables } from '../barometer/rows.ts'
import { BarometerResults, type LetterName } from './barometer-results.tsx'
import styles from './barometer.module.css'

interface BarometerPageProps {
  slug: string
  letters: readonly LetterName[]
  /** `null` before the first publication. */
  published: { tables: Tables; asOf: string } | null
  weeksAside: number
  typed: FormState
  /** A chance value of this page. */
  once: string
  source: Source
}

const order = ['letter', 'outcome', 'days', 'department']

/** Did they answer? What came back so far, and the form to say what came back to oneself. */
export function BarometerPage({ slug, letters, published, weeksAside, typed, once, source }: BarometerPageProps) {
  const t = useT()
  const locale = useLocale()
  const path = `/${locale}/${slug}/remedies`
  return (
    <Page
      width="wide"
      kicker={<a href={path}>{t('barometer.kicker')}</a>}
      title={t('barometer.title')}
      lead={<p>{t('barometer.lead')}</p>}
    >
      <p className={styles.toForm}>
        <ButtonLink href="#report">{t('barometer.link.action')}</ButtonLink>
      </p>
      <ErrorSummary errors={useErrorList(typed, order)} />
      {published ? (
        <BarometerResults {...published} letters={letters} path={path} />
      ) : (
        <Section id="results" title={t('barometer.results.title')}>
          <Empty title={t('barometer.results.none')}>
            <p>{t('barometer.results.noneHint')}</p>
          </Empty>
        </Section>
      )}
      <ReportForm {...{ path, letters, typed, once }} />
      <HowToRead slug={slug} weeksAside={weeksAside} />
      <PrintedSource {...source} />
    </Page>
  )
}

function ReportForm({
  path,
  letters,
  typed,
  once,
}: Pick<BarometerPageProps, 'letters' | 'typed' | 'once'> & { path: string }) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <Section id="report" title={t('barometer.form.title')}>
      <form className={styles.form} method="post" action={`${path}/barometer`} noValidate>
        <input type="hidden" name="once" value={once} />
        <SelectField
          {...answers('letter')}
          label={t('barometer.form.letter')}
          emptyChoice={t('barometer.form.letterChoice')}
          choices={letters.map(({ code, title }) => ({ value: code, label: title }))}
          required
        />
        <RadioGroup
          id="outcome"
          name="outcome"
          legend={t('barometer.form.outcome')}
          error={answers('outcome').error}
          chosen={answers('outcome').defaultValue}
          options={outcomes.map((value) => ({
            value,
            label: t(`barometer.outcomes.${value}`),
            hint: t(`barometer.outcomeHints.${value}`),
          }))}
          required
        />
        <SelectField
          {...answers('days')}
          label={t('barometer.form.days')}
          hint={t('barometer.form.daysHint')}
          emptyChoice={t('barometer.form.daysChoice')}
          choices={daysClasses.map((value) => ({ value, label: t(`barometer.days.${value}`) }))}
          required
        />
        <SelectField
          {...answers('department')}
          label={t('barometer.form.department')}
          hint={t('barometer.form.departmentHint')}
          emptyChoice={t('barometer.form.departmentChoice')}
          choices={departments.map(({ code, name }) => ({ value: code, label: `${code} – ${name}` }))}
        />
        <Button>{t('barometer.form.send')}</Button>
        <SmallPrint>{t('barometer.form.kept')}</SmallPrint>
      </form>
    </Section>
  )
}

function HowToRead({ slug, weeksAside }: Pick<BarometerPageProps, 'slug' | 'weeksAside'>) {
  const t = useT()
  const locale = useLocale()
  const api = `/api/v1/campaigns/${slug}/barometer`
  return (
    <Section id="how" title={t('barometer.how.title')}>
      <div className="prose">
        {(['declared', 'steps', 'sums'] as const).map((key) => (
          <p key={key}>{t(`barometer.how.${key}`)}</p>
        ))}
        {weeksAside > 0 && (
          <p>{t('barometer.results.aside', { count: weeksAside, number: formatNumber(locale, weeksAside) })}</p>
        )}
      </div>
      <h3 className={styles.data}>{t('barometer.how.data')}</h3>
      <ul className={styles.ways}>
        <li>
          <a href={`${api}?format=csv`}>{t('barometer.how.csv')}</a>
        </li>
        <li>
          <a href={api}>{t('barometer.how.json')}</a>
        </li>
      </ul>
    </Section>
  )
}
