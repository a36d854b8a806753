import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns, Desk } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, type Answers, type FormState } from '#app/ui/form-answers.ts'
import type { EntryForDesk, ListedEntry } from '../queries/entries.server.ts'
import { offeredDay } from '../rules/entry.ts'
import { changes } from '../schema.ts'
import styles from './desk.module.css'
import { EntryFields } from './entry-fields.tsx'

interface EntryDeskProps {
  /** Where its forms are sent. */
  action: string
  /** `null`: a new one. */
  entry: EntryForDesk | null
  others: readonly ListedEntry[]
  refused: FormState
  /** `proposed`: for the next look. */
  days: { today: string; proposed: string }
}

/** One entry: its words, its days, what may be done with it, and all that it said before. */
export function EntryDesk(props: EntryDeskProps) {
  const { entry } = props
  return (
    <Columns>
      <Desk>
        <EntryForm {...props} />
      </Desk>
      <Desk>
        {entry && <Steps {...props} entry={entry} />}
        {entry && entry.versions.length > 0 && <Versions entry={entry} />}
      </Desk>
    </Columns>
  )
}

const formIntents = ['save', 'publish']

function EntryForm({ action, entry, refused, days }: EntryDeskProps) {
  const t = useT()
  const { questionFr, answerFr, questionEn, answerEn, theme, verifiedOn, checkBy } = entry ?? {}
  const initial = {
    questionFr,
    answerFr,
    questionEn,
    answerEn,
    theme,
    verifiedOn: verifiedOn ?? days.today,
    checkBy: offeredDay(checkBy ?? null, days),
  }
  const mine = formIntents.includes(String(refused.values['intent'] ?? ''))
  const answers = useAnswers(mine ? refused : undefined, initial)
  if (entry?.state === 'retired') return <p>{t('questions.entries.retiredWhy')}</p>
  const isPublished = entry?.state === 'published'
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="revision" value={entry?.revision ?? 0} />
      <EntryFields answers={answers} />
      <DayFields answers={answers} />
      {isPublished && <ChangeFields answers={answers} />}
      <div className="actions">
        {!isPublished && (
          <Button kind="quiet" name="intent" value="save">
            {t('questions.entries.save')}
          </Button>
        )}
        <Button name="intent" value="publish">
          {t(isPublished ? 'questions.entries.publishChange' : 'questions.entries.publish')}
        </Button>
      </div>
    </form>
  )
}

function DayFields({ answers }: { answers: Answers }) {
  const t = useT()
  return (
    <>
      <TextField
        {...answers('verifiedOn')}
        type="date"
        label={t('questions.entries.verifiedOn')}
        hint={t('questions.entries.verifiedOnHint')}
        narrow
        required
      />
      <TextField
        {...answers('checkBy')}
        type="date"
        label={t('questions.entries.checkBy')}
        hint={t('questions.entries.checkByHint')}
        narrow
      />
    </>
  )
}

function ChangeFields({ answers }: { answers: Answers }) {
  const t = useT()
  return (
    <>
      <RadioGroup
        id="change"
        name="change"
        legend={t('questions.entries.change')}
        error={answers('change').error}
        chosen={answers('change').defaultValue}
        options={changes.map((value) => ({
          value,
          label: t(`questions.entries.changes.${value}`),
          hint: t(`questions.entries.changes.${value}Hint`),
        }))}
      />
      <TextField
        {...answers('noteFr')}
        label={t('questions.entries.noteFr')}
        hint={t('questions.entries.noteHint')}
        autoComplete="off"
      />
      <TextField {...answers('noteEn')} label={t('questions.entries.noteEn')} autoComplete="off" />
    </>
  )
}

interface StepsProps extends EntryDeskProps {
  entry: EntryForDesk
}

function Steps({ action, entry, others, refused }: StepsProps) {
  const t = useT()
  const { state, revision } = entry
  const answers = useAnswers(refused)
  const choices = others
    .filter((other) => other.state === 'published')
    .map(({ id, question }) => ({ value: String(id), label: question }))
  const simple =
    state === 'proposed' ? ('discard' as const) : state === 'published' ? ('retire' as const) : ('restore' as const)
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('questions.entries.steps')}</h2>
      {entry.asked > 0 && <p>{t('questions.entries.asked', { count: entry.asked })}</p>}
      {state === 'proposed' && choices.length > 0 && (
        <details open={refused.values['intent'] === 'merge'}>
          <summary>{t('questions.entries.merge')}</summary>
          <form method="post" action={action} noValidate>
            <input type="hidden" name="revision" value={revision} />
            <SelectField
              {...answers('into')}
              label={t('questions.entries.into')}
              emptyChoice={t('questions.desk.choose')}
              choices={choices}
              required
            />
            <Button kind="quiet" name="intent" value="merge">
              {t('questions.entries.mergeNow')}
            </Button>
          </form>
        </details>
      )}
      <form method="post" action={action}>
        <input type="hidden" name="revision" value={revision} />
        <p className="small">{t(`questions.entries.${simple}Why`)}</p>
        <Button kind="quiet" name="intent" value={simple}>
          {t(`questions.entries.${simple}`)}
        </Button>
      </form>
    </section>
  )
}

function Versions({ entry }: { entry: EntryForDesk }) {
  const t = useT()
  const locale = useLocale()
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('questions.entries.versions')}</h2>
      {entry.versions.map((version) => (
        <details key={version.version}>
          <summary>
            {t('questions.entries.version', { version: version.version, day: formatDay(locale, version.publishedOn) })},{' '}
            {t(`questions.entries.versionChange.${version.change}`)}
          </summary>
          <p>{locale === 'fr' ? version.noteFr : version.noteEn}</p>
          {[
            ['fr', version.questionFr, version.answerFr],
            ['en', version.questionEn, version.answerEn],
          ].map(([lang, question, answer]) =>
            question ? (
              <div key={lang} lang={lang} className={styles.kept}>
                <p>
                  <strong>{question}</strong>
                </p>
                <p>{answer}</p>
              </div>
            ) : null,
          )}
        </details>
      ))}
    </section>
  )
}
