import { Form } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { bases, isBasis, monthsOf } from '../rules/clock.ts'
import { hands, longestAnswer, longestSource, ways } from '../schema.ts'
import styles from './handovers.module.css'

export interface Told {
  state: 'sealed' | 'delivered'
  deliveredOn: string | null
  deliveredHow: string | null
  deliveredBy: string | null
  dueOn: string | null
  dueBasis: string | null
  dueSourceFr: string
  dueSourceEn: string
  dueSourceUrl: string | null
  answeredOn: string | null
  answerUrl: string | null
  answerFr: string
  answerEn: string
}

interface TellProps {
  told: Told
  /** The day in Paris. */
  today: string
  refused?: FormState
}

const deliveryFields = [
  'deliveredOn',
  'how',
  'by',
  'dueBasis',
  'dueOn',
  'dueSourceFr',
  'dueSourceEn',
  'dueSourceUrl',
] as const

/** A day that is computed is not typed: it would be in the way when the day of the delivery is corrected. */
const isComputed = (basis: string | null): boolean => isBasis(basis) && monthsOf[basis] !== null

/** When, how and by whom in their role a pack was handed over. */
export function DeliveryForm({ told, today, refused }: TellProps) {
  const t = useT()
  const answers = useAnswers(refused, {
    deliveredOn: told.deliveredOn ?? today,
    how: told.deliveredHow ?? undefined,
    by: told.deliveredBy ?? undefined,
    dueBasis: told.dueBasis ?? undefined,
    dueOn: isComputed(told.dueBasis) ? undefined : (told.dueOn ?? undefined),
    dueSourceFr: told.dueSourceFr,
    dueSourceEn: told.dueSourceEn,
    dueSourceUrl: told.dueSourceUrl ?? undefined,
  })
  const errors = useErrorList(refused, deliveryFields)
  const choose = t('handovers.desk.tell.choose')
  return (
    <Section id="tell" title={t('handovers.desk.tell.title')} intro={t('handovers.desk.tell.intro')}>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate>
        <TextField
          type="date"
          label={t('handovers.desk.tell.on')}
          hint={t('clock.desk.onHint')}
          required
          narrow
          {...answers('deliveredOn')}
        />
        <SelectField
          label={t('handovers.desk.tell.how')}
          required
          emptyChoice={choose}
          choices={ways.map((way) => ({ value: way, label: t(`handovers.how.${way}`) }))}
          {...answers('how')}
        />
        <SelectField
          label={t('handovers.desk.tell.by')}
          required
          emptyChoice={choose}
          choices={hands.map((hand) => ({ value: hand, label: t(`handovers.by.${hand}`) }))}
          {...answers('by')}
        />
        <DueFields told={told} answers={answers} />
        <Button name="intent" value="deliver" kind={told.state === 'sealed' ? 'primary' : 'quiet'}>
          {t(told.state === 'sealed' ? 'handovers.desk.tell.save' : 'handovers.desk.tell.change')}
        </Button>
      </Form>
      {told.state === 'delivered' && told.answeredOn === null && (
        <TakeBack intent="not-delivered" label={t('handovers.desk.tell.undo')} />
      )}
    </Section>
  )
}

/** Until when an answer is due, and why. */
function DueFields({ told, answers }: { told: Told; answers: Answers }) {
  const t = useT()
  const locale = useLocale()
  const named = ['dueSourceFr', 'dueSourceEn', 'dueSourceUrl'].some((field) => answers(field).error !== undefined)
  return (
    <>
      <SelectField
        label={t('clock.desk.basis')}
        hint={t('clock.desk.basisHint')}
        emptyChoice={t('clock.desk.none')}
        choices={bases.map((basis) => ({ value: basis, label: t(`clock.desk.choices.${basis}`) }))}
        {...answers('dueBasis')}
      />
      {told.dueOn !== null && isComputed(told.dueBasis) && (
        <p className="small">{t('clock.desk.computed', { day: formatDay(locale, told.dueOn) })}</p>
      )}
      <TextField
        type="date"
        label={t('handovers.desk.tell.due')}
        hint={t('handovers.desk.tell.dueHint')}
        narrow
        {...answers('dueOn')}
      />
      <details className={styles.other} open={named || told.dueBasis === 'other'}>
        <summary>{t('clock.desk.other')}</summary>
        <TextField label={t('clock.desk.sourceFr')} maxLength={longestSource} {...answers('dueSourceFr')} />
        <TextField label={t('clock.desk.sourceEn')} maxLength={longestSource} {...answers('dueSourceEn')} />
        <TextField
          type="url"
          label={t('clock.desk.sourceUrl')}
          hint={t('handovers.desk.answer.urlHint')}
          maxLength={500}
          {...answers('dueSourceUrl')}
        />
      </details>
    </>
  )
}

const answerFields = ['answeredOn', 'answerUrl', 'answerFr', 'answerEn'] as const

/** What the addressee answered, in full or where it can be read. */
export function AnswerForm({ told, today, refused }: TellProps) {
  const t = useT()
  const answers = useAnswers(refused, {
    answeredOn: told.answeredOn ?? today,
    answerUrl: told.answerUrl ?? undefined,
    answerFr: told.answerFr,
    answerEn: told.answerEn,
  })
  const errors = useErrorList(refused, answerFields)
  return (
    <Section id="answer" title={t('handovers.desk.answer.title')} intro={t('handovers.desk.answer.intro')}>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate>
        <TextField type="date" label={t('handovers.desk.answer.on')} required narrow {...answers('answeredOn')} />
        <TextField
          type="url"
          label={t('handovers.desk.answer.url')}
          hint={t('handovers.desk.answer.urlHint')}
          maxLength={500}
          {...answers('answerUrl')}
        />
        <Columns>
          <TextArea
            label={t('handovers.desk.answer.fr')}
            lang="fr"
            rows={8}
            maxLength={longestAnswer}
            {...answers('answerFr')}
          />
          <TextArea
            label={t('handovers.desk.answer.en')}
            lang="en"
            rows={8}
            maxLength={longestAnswer}
            {...answers('answerEn')}
          />
        </Columns>
        <Button name="intent" value="answer" kind={told.answeredOn === null ? 'primary' : 'quiet'}>
          {t('handovers.desk.answer.save')}
        </Button>
      </Form>
      {told.answeredOn !== null && <TakeBack intent="not-answered" label={t('handovers.desk.answer.undo')} />}
    </Section>
  )
}

function TakeBack({ intent, label }: { intent: 'not-delivered' | 'not-answered'; label: string }) {
  return (
    <Form method="post">
      <Button name="intent" value={intent} kind="plain">
        {label}
      </Button>
    </Form>
  )
}
