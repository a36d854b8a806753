import { Form } from '@remix-run/react'
import { signalNames } from '#app/features/signatures/signals.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckOptions } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { removableStates } from '../schema.ts'
import styles from './integrity.module.css'

interface Given {
  typed: Record<string, string | string[]>
  errors: Record<string, MessageKey>
}

interface RuleFormProps extends Given {
  campaigns: readonly { value: string; label: string }[]
}

/** What was typed in a field, and what is wrong with it. */
function useFields({ typed, errors }: Given) {
  const t = useT()
  const error = (name: string) => (errors[name] ? t(errors[name]) : undefined)
  return {
    text: (name: string) => {
      const value = typed[name]
      return { name, defaultValue: typeof value === 'string' ? value : '', error: error(name) }
    },
    ticks: (name: string) => {
      const value = typed[name]
      return { id: name, name, chosen: Array.isArray(value) ? value : [], error: error(name) }
    },
  }
}

/** A new rule. It is counted before anybody can start it. */
export function RuleForm({ campaigns, ...given }: RuleFormProps) {
  const t = useT()
  const { text } = useFields(given)
  const errors = Object.entries(given.errors).map(([name, message]) => ({
    field: name === 'form' ? undefined : name,
    message: t(message),
  }))
  return (
    <Form method="post" className={styles.form}>
      <ErrorSummary errors={errors} />
      {campaigns.length > 1 ? (
        <SelectField {...text('campaign')} label={t('integrity.form.campaign')} choices={campaigns} required />
      ) : (
        <input type="hidden" name="campaign" value={campaigns[0]?.value ?? ''} />
      )}
      <Section id="what" title={t('integrity.form.what')} intro={t('integrity.form.whatWhy')}>
        <Columns>
          <Origin {...given} />
          <WhenAndWhere {...given} />
        </Columns>
        <Columns>
          <Signals {...given} />
          <Kinds {...given} />
        </Columns>
      </Section>
      <Section id="why" title={t('integrity.form.why')} intro={t('integrity.form.whyWhy')}>
        <TextArea
          {...text('reasonFr')}
          label={t('integrity.form.reasonFr')}
          lang="fr"
          rows={2}
          maxLength={300}
          required
        />
        <TextArea
          {...text('reasonEn')}
          label={t('integrity.form.reasonEn')}
          lang="en"
          rows={2}
          maxLength={300}
          required
        />
      </Section>
      <Button>{t('integrity.form.count')}</Button>
    </Form>
  )
}

function Origin(given: Given) {
  const t = useT()
  const { text } = useFields(given)
  return (
    <div>
      <TextArea
        {...text('domains')}
        label={t('integrity.form.domains')}
        hint={t('integrity.form.domainsHint')}
        rows={3}
      />
      <TextField {...text('domainKeys')} label={t('integrity.form.domainKeys')} hint={t('integrity.form.keysHint')} />
      <TextField {...text('networks')} label={t('integrity.form.networks')} hint={t('integrity.form.keysHint')} />
      <TextField
        {...text('name')}
        label={t('integrity.form.name')}
        hint={t('integrity.form.nameHint')}
        spellCheck={false}
      />
    </div>
  )
}

function WhenAndWhere(given: Given) {
  const t = useT()
  const { text } = useFields(given)
  return (
    <div>
      <TextField
        {...text('from')}
        type="datetime-local"
        label={t('integrity.form.from')}
        hint={t('integrity.form.timeHint')}
      />
      <TextField {...text('to')} type="datetime-local" label={t('integrity.form.to')} />
      <TextField
        {...text('departments')}
        label={t('integrity.form.departments')}
        hint={t('integrity.form.departmentsHint')}
      />
      <TextField
        {...text('countries')}
        label={t('integrity.form.countries')}
        hint={t('integrity.form.countriesHint')}
      />
    </div>
  )
}

function Signals(given: Given) {
  const t = useT()
  const { ticks } = useFields(given)
  return (
    <CheckOptions
      {...ticks('signals')}
      legend={t('integrity.form.signals')}
      options={signalNames.map((value) => ({ value, label: t(`integrity.signals.${value}`) }))}
    />
  )
}

function Kinds(given: Given) {
  const t = useT()
  const { ticks } = useFields(given)
  return (
    <div>
      <CheckOptions
        {...ticks('states')}
        legend={t('integrity.form.states')}
        hint={t('integrity.form.noneIsAll')}
        options={removableStates.map((value) => ({ value, label: t(`integrity.form.stateNames.${value}`) }))}
      />
      <CheckOptions
        {...ticks('languages')}
        legend={t('integrity.form.languages')}
        hint={t('integrity.form.noneIsAll')}
        options={[
          { value: 'fr', label: t('staff.settings.fr') },
          { value: 'en', label: t('staff.settings.en') },
        ]}
      />
    </div>
  )
}
