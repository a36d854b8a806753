import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Actions, Columns, FieldRow, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { longestWords, rhythms, zones, type DripSettings } from '../rules/drip.ts'

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

const initial = {
  locale: 'fr',
  rhythm: 'weekly',
  hour: '9',
  weekday: '1',
  perHour: '4',
  jitter: '10',
  timeZone: 'Europe/Paris',
  quietFrom: '19',
  quietUntil: '8',
}

const typedOf = (settings: DripSettings | null): Record<string, string> =>
  settings === null
    ? initial
    : Object.fromEntries(
        Object.entries(settings).map(([name, value]) => [
          name,
          typeof value === 'boolean' ? (value ? 'on' : '') : String(value),
        ]),
      )

/** How letters to the addressee go, and what they say. */
export function AddresseeForm({ settings, refused }: { settings: DripSettings | null; refused?: FormState }) {
  const t = useT()
  // A box that was unticked is not sent: what was kept before does not tick it again.
  const answers = useAnswers(refused, refused ? {} : typedOf(settings))
  const errors = useErrorList(refused)
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={errors} />
      <Columns>
        <div>
          <Who answers={answers} />
          <Says answers={answers} />
        </div>
        <div>
          <When answers={answers} />
          <Quiet answers={answers} />
        </div>
      </Columns>
      <Actions>
        <Button name="intent" value="save" kind="quiet">
          {t('mailings.addressee.save')}
        </Button>
        <Button name="intent" value="preview" kind="plain">
          {t('mailings.preview.look')}
        </Button>
      </Actions>
    </Form>
  )
}

function Who({ answers }: { answers: Answers }) {
  const t = useT()
  const address = { type: 'email', required: true, autoComplete: 'off', spellCheck: false } as const
  return (
    <fieldset>
      <legend>{t('mailings.addressee.who')}</legend>
      <TextField
        {...answers('to')}
        {...address}
        label={t('mailings.addressee.to')}
        hint={t('mailings.addressee.toHint')}
      />
      <TextField
        {...answers('replyTo')}
        {...address}
        label={t('mailings.addressee.replyTo')}
        hint={t('mailings.addressee.replyToHint')}
      />
      <TextField
        {...answers('testTo')}
        {...address}
        label={t('mailings.addressee.testTo')}
        hint={t('mailings.addressee.testToHint')}
      />
      <Check
        name="names"
        label={t('mailings.addressee.names')}
        hint={t('mailings.addressee.namesHint')}
        defaultChecked={answers('names').defaultValue === 'on'}
      />
      <Check
        name="past"
        label={t('mailings.addressee.past')}
        hint={t('mailings.addressee.pastHint')}
        defaultChecked={answers('past').defaultValue === 'on'}
      />
    </fieldset>
  )
}

function Says({ answers }: { answers: Answers }) {
  const t = useT()
  return (
    <fieldset>
      <legend>{t('mailings.addressee.says')}</legend>
      <SelectField
        {...answers('locale')}
        label={t('mailings.addressee.locale')}
        required
        narrow
        choices={(['fr', 'en'] as const).map((value) => ({ value, label: t(`mailings.languages.${value}`) }))}
      />
      <TextField {...answers('subject')} label={t('mailings.edit.subject')} required maxLength={150} />
      <TextArea
        {...answers('words')}
        label={t('mailings.addressee.words')}
        hint={t('mailings.addressee.wordsHint')}
        required
        rows={8}
        maxLength={longestWords}
      />
    </fieldset>
  )
}

function When({ answers }: { answers: Answers }) {
  const t = useT()
  const rhythm = answers('rhythm')
  const number = { inputMode: 'numeric', narrow: true, required: true, maxLength: 2 } as const
  return (
    <fieldset>
      <legend>{t('mailings.addressee.when')}</legend>
      <RadioGroup
        id="rhythm"
        name="rhythm"
        legend={t('mailings.addressee.rhythm')}
        error={rhythm.error}
        chosen={rhythm.defaultValue}
        options={rhythms.map((value) => ({
          value,
          label: t(`mailings.addressee.rhythms.${value}`),
          hint: t(`mailings.addressee.rhythmHints.${value}`),
        }))}
      />
      <FieldRow>
        <SelectField {...answers('hour')} label={t('mailings.addressee.hour')} required choices={hours} />
        <SelectField
          {...answers('weekday')}
          label={t('mailings.addressee.weekday')}
          required
          choices={weekdays.map((value) => ({ value, label: t(`mailings.addressee.weekdays.${value}`) }))}
        />
      </FieldRow>
      <FieldRow>
        <TextField {...answers('perHour')} {...number} label={t('mailings.addressee.perHour')} />
        <TextField {...answers('jitter')} {...number} label={t('mailings.addressee.jitter')} />
      </FieldRow>
    </fieldset>
  )
}

function Quiet({ answers }: { answers: Answers }) {
  const t = useT()
  return (
    <fieldset>
      <legend>{t('mailings.addressee.clock')}</legend>
      <SelectField
        {...answers('timeZone')}
        label={t('mailings.addressee.timeZone')}
        required
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <SmallPrint>{t('mailings.addressee.quietHint')}</SmallPrint>
      <FieldRow>
        <SelectField {...answers('quietFrom')} label={t('mailings.addressee.quietFrom')} required choices={hours} />
        <SelectField {...answers('quietUntil')} label={t('mailings.addressee.quietUntil')} required choices={hours} />
      </FieldRow>
    </fieldset>
  )
}
