import { locales } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { FieldRow } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check, CheckGroup, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField, type Choice } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import type { Beginning } from '../queries/read-file.server.ts'
import type { Recognised } from '../rules/formats.ts'
import { dayOrders, fields, importKinds, mostColumns } from '../schema.ts'
import { useColumnTitle, type Shown } from './shown.ts'

interface MappingProps {
  shown: Shown
  beginning: Beginning
  recognised: Recognised
  campaigns: readonly Choice[]
  refused: FormState
}

const fieldNames = [
  'kind',
  'campaignId',
  'locale',
  'mapping',
  'dayOrder',
  'source',
  'consentWhere',
  'consentWhen',
  'consentWords',
  'consentPurpose',
]

/** What was said before, else what was recognised, else nothing: no consent is ever proposed. */
function initialOf({ shown, recognised, campaigns }: MappingProps): Record<string, string> {
  const isNew = shown.kind === null
  const only = campaigns.length === 1 ? campaigns[0]?.value : undefined
  return {
    campaignId: shown.campaignId === null ? (only ?? '') : String(shown.campaignId),
    locale: shown.locale ?? 'fr',
    dayOrder: shown.dayOrder,
    source: isNew ? recognised.tool : shown.source,
    consentWhere: shown.consentWhere,
    consentWhen: shown.consentWhen,
    consentWords: shown.consentWords,
    consentPurpose: shown.consentPurpose,
  }
}

/** Each column and what it holds, and what nobody can read in a file. */
export function MappingForm(props: MappingProps) {
  const { shown, recognised, campaigns, refused } = props
  const t = useT()
  const answers = useAnswers(refused, initialOf(props))
  const errors = useErrorList(refused, fieldNames)
  const { kind: typedKind } = refused.values
  const kind = typeof typedKind === 'string' ? typedKind : (shown.kind ?? recognised.kind)
  const kindError = refused.errors['kind']
  return (
    <Section id="mapping-part" title={t('imports.map.title')} intro={t('imports.map.intro')}>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate>
        <RadioGroup
          id="kind"
          name="kind"
          legend={t('imports.map.kind')}
          error={kindError && t(kindError)}
          options={importKinds.map((value) => ({
            value,
            label: t(`imports.kinds.${value}`),
            hint: t(`imports.kindHints.${value}`),
          }))}
          chosen={kind}
          required
        />
        <FieldRow>
          <SelectField
            {...answers('campaignId')}
            label={t('imports.map.campaign')}
            emptyChoice={t('imports.map.campaignEmpty')}
            choices={campaigns}
            required
          />
          <SelectField
            {...answers('locale')}
            label={t('imports.map.locale')}
            hint={t('imports.map.localeHint')}
            choices={locales.map((value) => ({ value, label: t(`imports.map.languages.${value}`) }))}
            required
          />
        </FieldRow>
        <Columns {...props} />
        <SelectField
          {...answers('dayOrder')}
          label={t('imports.map.dayOrder')}
          choices={dayOrders.map((value) => ({ value, label: t(`imports.map.dayOrders.${value}`) }))}
          required
        />
        <Consent answers={answers} shown={shown} refused={refused} />
        <Button name="intent" value="map">
          {t('imports.map.send')}
        </Button>
      </form>
    </Section>
  )
}

/** A column by its title and its first value; what it holds is proposed, and a person may say otherwise. */
function Columns({ shown, beginning, recognised, refused }: MappingProps) {
  const t = useT()
  const titleOf = useColumnTitle(beginning.header)
  const typed = refused.values['mapping']
  const said: readonly (string | null)[] = Array.isArray(typed)
    ? typed
    : shown.kind === null
      ? recognised.mapping
      : shown.mapping
  const error = refused.errors['mapping']
  const exampleOf = (at: number) => beginning.rows.find(({ cells }) => cells[at])?.cells[at]?.slice(0, 60)
  const example = (at: number) => {
    const value = exampleOf(at)
    return value ? t('imports.map.example', { value }) : undefined
  }
  return (
    <CheckGroup
      id="mapping"
      legend={t('imports.map.columns')}
      hint={t('imports.map.columnsHint')}
      error={error && t(error)}
    >
      {beginning.header.slice(0, mostColumns).map((_, at) => (
        <SelectField
          key={at}
          id={`mapping-${at}`}
          name="mapping"
          label={titleOf(at)}
          hint={example(at)}
          emptyChoice={t('imports.map.leaveOut')}
          choices={fields.map((value) => ({ value, label: t(`imports.fields.${value}`) }))}
          defaultValue={said[at] ?? ''}
          required
        />
      ))}
    </CheckGroup>
  )
}

/** Where and when people agreed, to which words, for what: without it nothing comes in. */
function Consent({ answers, shown, refused }: { answers: Answers; shown: Shown; refused: FormState }) {
  const t = useT()
  const isTyped = 'source' in refused.values
  const ticked = (name: 'mayWrite' | 'confirmedElsewhere') => (isTyped ? refused.values[name] === 'on' : shown[name])
  return (
    <CheckGroup id="consent" legend={t('imports.map.consent')} hint={t('imports.map.consentIntro')}>
      <TextField {...answers('source')} label={t('imports.map.source')} hint={t('imports.map.sourceHint')} required />
      <TextField
        {...answers('consentWhere')}
        label={t('imports.map.consentWhere')}
        hint={t('imports.map.consentWhereHint')}
        required
      />
      <TextField
        {...answers('consentWhen')}
        label={t('imports.map.consentWhen')}
        hint={t('imports.map.consentWhenHint')}
        required
      />
      <TextArea
        {...answers('consentWords')}
        label={t('imports.map.consentWords')}
        hint={t('imports.map.consentWordsHint')}
        rows={4}
        required
      />
      <TextField
        {...answers('consentPurpose')}
        label={t('imports.map.consentPurpose')}
        hint={t('imports.map.consentPurposeHint')}
        required
      />
      <Check
        name="mayWrite"
        label={t('imports.map.mayWrite')}
        hint={t('imports.map.mayWriteHint')}
        defaultChecked={ticked('mayWrite')}
      />
      <Check
        name="confirmedElsewhere"
        label={t('imports.map.confirmedElsewhere')}
        hint={t('imports.map.confirmedElsewhereHint')}
        defaultChecked={ticked('confirmedElsewhere')}
      />
    </CheckGroup>
  )
}
