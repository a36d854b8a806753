import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { hands, longestAnswer, ways } from '../schema.ts'

export interface Told {
  state: 'sealed' | 'delivered'
  deliveredOn: string | null
  deliveredHow: string | null
  deliveredBy: string | null
  dueOn: string | null
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

const deliveryFields = ['deliveredOn', 'how', 'by', 'dueOn'] as const

/** When, how and by whom in their role a pack was handed over. */
export function DeliveryForm({ told, today, refused }: TellProps) {
  const t = useT()
  const answers = useAnswers(refused, {
    deliveredOn: told.deliveredOn ?? today,
    how: told.deliveredHow ?? undefined,
    by: told.deliveredBy ?? undefined,
    dueOn: told.dueOn ?? undefined,
  })
  const errors = useErrorList(refused, deliveryFields)
  const choose = t('handovers.desk.tell.choose')
  return (
    <Section id="tell" title={t('handovers.desk.tell.title')} intro={t('handovers.desk.tell.intro')}>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate>
        <TextField type="date" label={t('handovers.desk.tell.on')} required narrow {...answers('deliveredOn')} />
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
        <TextField
          type="date"
          label={t('handovers.desk.tell.due')}
          hint={t('handovers.desk.tell.dueHint')}
          narrow
          {...answers('dueOn')}
        />
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
