import { useT } from '#app/i18n/use-t.tsx'
import { FieldRow } from '#app/ui/arrange.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import type { Answers } from '#app/ui/form-answers.ts'
import type { CountryChoice } from '../places.ts'
import { longest, organisationKinds } from '../schema.ts'

interface SpellingFieldsProps {
  answers: Answers
  countries: readonly CountryChoice[]
}

/** What is public of an organisation: typed by its representative, corrected by the team. */
export function SpellingFields({ answers, countries }: SpellingFieldsProps) {
  const t = useT()
  return (
    <>
      <TextField
        {...answers('name')}
        label={t('organisations.form.name')}
        hint={t('organisations.form.nameHint')}
        autoComplete="organization"
        required
        maxLength={longest.name}
      />
      <SelectField
        {...answers('kind')}
        label={t('organisations.form.kind')}
        emptyChoice={t('organisations.form.kindEmpty')}
        choices={organisationKinds.map((value) => ({ value, label: t(`organisations.kinds.${value}`) }))}
        required
        narrow
      />
      <TextArea
        {...answers('scope')}
        label={t('organisations.form.scope')}
        hint={t('organisations.form.scopeHint')}
        rows={3}
        required
        maxLength={longest.scope}
      />
      <Place answers={answers} countries={countries} />
      <TextField
        {...answers('website')}
        label={t('organisations.form.website')}
        hint={t('organisations.form.websiteHint')}
        inputMode="url"
        autoComplete="url"
        spellCheck={false}
        maxLength={longest.website}
      />
    </>
  )
}

function Place({ answers, countries }: SpellingFieldsProps) {
  const t = useT()
  const country = answers('country')
  return (
    <FieldRow>
      <TextField
        {...answers('town')}
        label={t('organisations.form.town')}
        autoComplete="address-level2"
        maxLength={longest.town}
      />
      <SelectField
        {...country}
        defaultValue={country.defaultValue ?? 'FR'}
        label={t('organisations.form.country')}
        autoComplete="country"
        choices={countries}
        required
      />
    </FieldRow>
  )
}
