import { Form } from '@remix-run/react'
import { departments } from '#app/features/campaigns/departments.ts'
import type { T } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { choiceNames, choices, flags, isNarrowed, listAddress, queryOf, type Choice, type Filter } from '../filter.ts'
import type { SavedFilter } from '../queries/saved-filters.server.ts'
import styles from './desk.module.css'

/** What each code of a choice is called. */
function labelOf(t: T, name: Choice, code: string): string {
  const among = <const Codes extends readonly string[]>(codes: Codes): Codes[number] | undefined =>
    codes.find((known) => known === code)
  const state = name === 'state' && among(choices.state)
  if (state) return t(`moderation.states.${state}`)
  const system = name === 'system' && among(choices.system)
  if (system) return t(`testimonies.systems.${system}`)
  const use = name === 'use' && among(choices.use)
  if (use) return t(`testimonies.uses.${use}`)
  const consequence = name === 'consequence' && among(choices.consequence)
  if (consequence) return t(`testimonies.consequences.${consequence}`)
  const language = name === 'language' && among(choices.language)
  if (language) return t(`moderation.desk.filter.languages.${language}`)
  const department = departments.find((known) => known.code === code)
  return department ? `${department.code} ${department.name}` : code
}

interface QueueFilterProps {
  filter: Filter
  saved: readonly SavedFilter[]
  answer?: FormState
}

/** What of the queue is shown. The form asks by its address, so that a filter can be kept, sent and come back to. */
export function QueueFilter({ filter, saved, answer }: QueueFilterProps) {
  const t = useT()
  const narrowed = isNarrowed(filter)
  return (
    <details data-desk="filter" className={styles.filter} open={answer?.values['intent'] === 'save-filter'}>
      <summary aria-keyshortcuts="f">
        {t('moderation.desk.filter.title')}
        {narrowed && ` (${filter.flags.length + Object.keys(filter.chosen).length})`}
      </summary>
      <Form method="get" action="/admin/testimonies" key={queryOf(filter)} noValidate>
        {filter.list !== 'now' && <input type="hidden" name="list" value={filter.list} />}
        <div className={styles.choices}>
          {choiceNames.map((name) => (
            <SelectField
              key={name}
              name={name}
              id={`filter-${name}`}
              label={t(`moderation.desk.filter.${name}`)}
              emptyChoice={t('moderation.desk.filter.any')}
              choices={choices[name].map((code) => ({ value: code, label: labelOf(t, name, code) }))}
              defaultValue={filter.chosen[name] ?? ''}
              required
            />
          ))}
        </div>
        <fieldset className={styles.flags}>
          <legend>{t('moderation.desk.filter.flagsTitle')}</legend>
          {flags.map((flag) => (
            <label key={flag}>
              <input type="checkbox" name={flag} value="1" defaultChecked={filter.flags.includes(flag)} />{' '}
              {t(`moderation.desk.filter.flags.${flag}`)}
            </label>
          ))}
        </fieldset>
        <div className={styles.row}>
          <Button kind="quiet">{t('moderation.desk.filter.apply')}</Button>
          {narrowed && <a href={listAddress(filter.list)}>{t('moderation.desk.filter.clear')}</a>}
        </div>
      </Form>
      <Keeping filter={filter} saved={saved} answer={answer} />
    </details>
  )
}

function Keeping({ filter, saved, answer }: QueueFilterProps) {
  const t = useT()
  const answers = useAnswers(answer)
  const query = queryOf(filter)
  const action = `/admin/testimonies${query && `?${query}`}`
  if (!isNarrowed(filter) && saved.length === 0) return null
  return (
    <>
      {saved.length > 0 && <h2>{t('moderation.desk.filter.saved')}</h2>}
      <ul className={styles.saved}>
        {saved.map(({ place, name, query: kept }) => (
          <li key={place}>
            <a href={`/admin/testimonies?${kept}`} aria-current={kept === query ? 'true' : undefined}>
              {name}
            </a>
            <Form method="post" action={action}>
              <input type="hidden" name="place" value={place} />
              <Button
                kind="plain"
                name="intent"
                value="forget-filter"
                aria-label={t('moderation.desk.filter.forget', { name })}
              >
                ×
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      {isNarrowed(filter) && (
        <Form method="post" action={action} noValidate className={styles.row}>
          <TextField {...answers('filterName')} label={t('moderation.desk.filter.name')} maxLength={60} required />
          <Button kind="quiet" name="intent" value="save-filter">
            {t('moderation.desk.filter.keep')}
          </Button>
        </Form>
      )}
    </>
  )
}
