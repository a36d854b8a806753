import { Form } from '@remix-run/react'
import { signalNames } from '#app/features/signatures/signals.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckOptions } from '#app/ui/check.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { removableStates } from '../schema.ts'
import styles from './integrity.module.css'

interface RuleFormProps extends FormState {
  campaigns: readonly { value: string; label: string }[]
}

/** Several boxes under one name, and what is wrong with them. */
function useTicks(given: FormState) {
  const answers = useAnswers(given)
  return (name: string) => {
    const ticked = given.values[name]
    return { id: name, name, chosen: Array.isArray(ticked) ? ticked : [], error: answers(name).error }
  }
}

/** A new rule. It is counted before anybody can start it. */
export function RuleForm({ campaigns, ...given }: RuleFormProps) {
  const t = useT()
  const answers = useAnswers(given)
  const errors = useErrorList(given)
  useFocusOnErrors(given.errors)
  return (
    <Form method="post" className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
      {campaigns.length > 1 ? (
        <SelectField {...answers('campaign')} label={t('integrity.form.campaign')} choices={campaigns} required />
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
          {...answers('reasonFr')}
          label={t('integrity.form.reasonFr')}
          lang="fr"
          rows={2}
          maxLength={300}
          required
        />
        <TextArea
          {...answers('reasonEn')}
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

function Origin(given: FormState) {
  const t = useT()
  const answers = useAnswers(given)
  return (
    <div>
      <TextArea
        {...answers('domains')}
        label={t('integrity.form.domains')}
        hint={t('integrity.form.domainsHint')}
        rows={3}
      />
      <TextField
        {...answers('domainKeys')}
        label={t('integrity.form.domainKeys')}
        hint={t('integrity.form.keysHint')}
      />
      <TextField {...answers('networks')} label={t('integrity.form.networks')} hint={t('integrity.form.keysHint')} />
      <TextField
        {...answers('name')}
        label={t('integrity.form.name')}
        hint={t('integrity.form.nameHint')}
        spellCheck={false}
      />
    </div>
  )
}

function WhenAndWhere(given: FormState) {
  const t = useT()
  const answers = useAnswers(given)
  return (
    <div>
      <TextField
        {...answers('from')}
        type="datetime-local"
        label={t('integrity.form.from')}
        hint={t('integrity.form.timeHint')}
      />
      <TextField {...answers('to')} type="datetime-local" label={t('integrity.form.to')} />
      <TextField
        {...answers('departments')}
        label={t('integrity.form.departments')}
        hint={t('integrity.form.departmentsHint')}
      />
      <TextField
        {...answers('countries')}
        label={t('integrity.form.countries')}
        hint={t('integrity.form.countriesHint')}
      />
    </div>
  )
}

function Signals(given: FormState) {
  const t = useT()
  const ticks = useTicks(given)
  return (
    <CheckOptions
      {...ticks('signals')}
      legend={t('integrity.form.signals')}
      options={signalNames.map((value) => ({ value, label: t(`integrity.signals.${value}`) }))}
    />
  )
}

function Kinds(given: FormState) {
  const t = useT()
  const ticks = useTicks(given)
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
