import { useState, type FormEvent } from 'react'
import {
  besideEverything,
  besideOf,
  choiceOf,
  valuesOf,
  withoutItems,
  itemOf,
  type Beside,
  type BesideChoice,
  type BesideValue,
} from '#app/features/testimonies/beside.ts'
import { useBesideWords } from '#app/features/testimonies/ui/beside-words.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Check, CheckOptions, RadioGroup } from '#app/ui/check.tsx'
import { readChoice } from '../../redaction/beside-form.ts'
import type { ReadableTestimony } from '../../workbench.ts'
import type { NotTaken } from '../form-state.ts'
import styles from './beside.module.css'

/** What is ticked as the page arrives: what was sent, or what was kept, without what the witness asks to leave out. */
function atFirst({ beside, askedOut }: ReadableTestimony, notTaken: NotTaken | undefined): BesideChoice {
  if (notTaken?.values['text'] !== undefined) return readChoice(notTaken.values)
  return choiceOf(withoutItems(beside, askedOut))
}

const listed = (data: FormData, name: string) => data.getAll(name).map(String)

function inForm(form: HTMLFormElement): BesideChoice {
  const data = new FormData(form)
  const one = (name: string) => listed(data, name)[0]
  return readChoice({
    showSystem: one('showSystem'),
    showDepartment: one('showDepartment'),
    showPeriod: one('showPeriod'),
    showConsequences: listed(data, 'showConsequences'),
    showAttempts: listed(data, 'showAttempts'),
  })
}

export interface BesideFormState {
  first: BesideChoice
  /** With the ticks of now; without a script, of the page as it came. */
  beside: Beside
  follow: (event: FormEvent<HTMLFieldSetElement>) => void
}

/** What stands beside the text, as it is ticked now. */
export function useBesideForm(testimony: ReadableTestimony, notTaken: NotTaken | undefined): BesideFormState {
  const [first] = useState(() => atFirst(testimony, notTaken))
  const [choice, choose] = useState(first)
  return {
    first,
    beside: besideOf(testimony, choice),
    follow: ({ currentTarget: { form } }) => form && choose(inForm(form)),
  }
}

interface BesideFieldsProps {
  testimony: ReadableTestimony
  form: BesideFormState
}

/** What stands beside the text, value by value: ticked it is shown, else it is left out, on every public page. */
export function BesideFields({ testimony, form: { first, follow } }: BesideFieldsProps) {
  const t = useT()
  const words = useBesideWords()
  const { askedOut, rarity } = testimony
  const values = valuesOf(besideEverything(testimony))
  const named = (field: BesideValue['field']) => values.filter((value) => value.field === field)
  const asked = (value: BesideValue) =>
    askedOut.includes(itemOf(value)) ? t('moderation.redaction.beside.askedOut') : undefined
  const optionsOf = (field: BesideValue['field']) =>
    named(field).map((value) => ({ value: value.value, label: words(value), hint: asked(value) }))
  return (
    <fieldset className={styles.beside} onChange={follow} aria-describedby="beside-hint">
      <legend>{t('moderation.redaction.beside.title')}</legend>
      <p className="hint" id="beside-hint">
        {t('moderation.redaction.beside.hint')}
      </p>
      {named('system').map((value) => (
        <Check key="system" name="showSystem" label={words(value)} hint={asked(value)} defaultChecked={first.system} />
      ))}
      {named('department').map((value) => (
        <Check
          key="department"
          name="showDepartment"
          label={words(value)}
          hint={asked(value) ?? (rarity.place && t('moderation.redaction.beside.rarePlace'))}
          defaultChecked={first.department}
        />
      ))}
      <Period testimony={testimony} chosen={first.period} />
      <Ticks name="showConsequences" options={optionsOf('consequence')} chosen={first.consequences} />
      <Ticks name="showAttempts" options={optionsOf('attempt')} chosen={first.attempts} />
    </fieldset>
  )
}

function Period({ testimony, chosen }: { testimony: ReadableTestimony; chosen: BesideChoice['period'] }) {
  const t = useT()
  const words = useBesideWords()
  const { period, rarity, askedOut } = testimony
  if (period === null) return null
  const rare = (grain: 'month' | 'year') => rarity[grain] && t('moderation.redaction.beside.rare')
  return (
    <RadioGroup
      id="showPeriod"
      name="showPeriod"
      legend={t('moderation.redaction.beside.showPeriod')}
      hint={askedOut.includes('period') && t('moderation.redaction.beside.askedOut')}
      chosen={chosen}
      options={[
        { value: 'month', label: words({ field: 'period', value: period }), hint: rare('month') },
        { value: 'year', label: words({ field: 'period', value: period.slice(0, 4) }), hint: rare('year') },
        { value: 'none', label: t('moderation.redaction.beside.leftOut') },
      ]}
    />
  )
}

interface TicksProps {
  name: 'showConsequences' | 'showAttempts'
  options: { value: string; label: string; hint?: string }[]
  chosen: readonly string[]
}

function Ticks({ name, options, chosen }: TicksProps) {
  const t = useT()
  if (options.length === 0) return null
  return (
    <CheckOptions id={name} name={name} legend={t(`moderation.redaction.beside.${name}`)} {...{ options, chosen }} />
  )
}
