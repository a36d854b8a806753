import type { HTMLInputAutoCompleteAttribute } from 'react'
import { dependsOnZone } from '#app/features/remedies/rules/letter/due-days.ts'
import { choicesOf, mostOf } from '#app/features/remedies/rules/letter/typed.ts'
import type { LetterContent, LetterField } from '#app/features/remedies/schema.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckOptions, RadioGroup } from '#app/ui/check.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import styles from './letter-maker.module.css'

/** What a browser knows of its person and would spare them. Of everything else it shall keep nothing. */
const known: Readonly<Record<string, HTMLInputAutoCompleteAttribute>> = {
  firstNames: 'given-name',
  lastName: 'family-name',
  address: 'street-address',
  email: 'email',
}

const you = ['firstNames', 'lastName', 'address', 'email', 'ftId']
const sending = ['place', 'date']

/** In the order of the letter: who writes, what it is about, where and when. */
const groupsOf = (fields: readonly LetterField[]) => [
  { group: 'you' as const, fields: fields.filter(({ name }) => you.includes(name)) },
  { group: 'matter' as const, fields: fields.filter(({ name }) => !you.includes(name) && !sending.includes(name)) },
  { group: 'sending' as const, fields: fields.filter(({ name }) => sending.includes(name)) },
]

export function LetterFields({ letter }: { letter: LetterContent }) {
  const t = useT()
  return (
    <section className={styles.fields} aria-labelledby="letter-fill" data-letter-fields="">
      <h3 id="letter-fill">{t('maker.fill')}</h3>
      <Notice kind="success">
        <p>{t('maker.promise')}</p>
      </Notice>
      {groupsOf(letter.fields)
        .filter(({ fields }) => fields.length > 0)
        .map(({ group, fields }) => (
          <fieldset key={group}>
            <legend>{t(`maker.group.${group}`)}</legend>
            {fields.map((field) => (
              <Typing key={field.name} field={field} />
            ))}
          </fieldset>
        ))}
      {letter.deadlines.some(({ rule }) => dependsOnZone(rule)) && <ZoneChoice />}
      <div className="actions">
        <Button kind="plain" type="button" data-letter-clear="">
          {t('maker.clear')}
        </Button>
      </div>
    </section>
  )
}

function Typing({ field }: { field: LetterField }) {
  const isFrench = useLocale() === 'fr'
  const { name, as, optional } = field
  const id = `letter-${name}`
  const label = isFrench ? field.labelFr : field.labelEn
  const hint = (isFrench ? field.hintFr : field.hintEn) || undefined
  const options = choicesOf(isFrench ? field.choicesFr : field.choicesEn)
  const shared = { name: id, id, hint, required: !optional, autoComplete: known[name] ?? 'off', spellCheck: false }
  switch (as) {
    case 'choice':
      return <RadioGroup name={id} id={id} legend={label} {...{ hint, options }} />
    case 'checks':
      return <CheckOptions name={id} id={id} legend={label} {...{ hint, options }} />
    case 'text':
      return <TextArea {...shared} label={label} rows={/address$/i.test(name) ? 3 : 6} maxLength={mostOf.text} />
    case 'day':
      return <TextField {...shared} label={label} type="date" narrow />
    case 'amount':
      return <TextField {...shared} label={label} inputMode="decimal" maxLength={20} narrow />
    case 'email':
      return <TextField {...shared} label={label} type="email" inputMode="email" maxLength={254} />
    case 'line':
      return <TextField {...shared} label={label} maxLength={mostOf.line} />
  }
}

function ZoneChoice() {
  const t = useT()
  return (
    <div className={styles.zone}>
      <RadioGroup
        name="letter-zone"
        id="letter-zone"
        legend={t('maker.zone.label')}
        hint={t('maker.zone.hint')}
        options={[
          { value: 'mainland', label: t('maker.zone.mainland') },
          { value: 'overseas', label: t('maker.zone.overseas') },
          { value: 'abroad', label: t('maker.zone.abroad') },
        ]}
        chosen="mainland"
      />
    </div>
  )
}
