import { Form } from '@remix-run/react'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Said } from '../queries/standings.server.ts'
import { shortKey } from '../rules.ts'
import styles from './integrity.module.css'

const fields = ['domain', 'standing'] as const
const choices = ['trusted', 'suspect'] as const

/** `fresh` changes when something was saved: the form is then empty again. */
export function StandingForm({ refused, fresh }: { refused: FormState | undefined; fresh: string }) {
  const t = useT()
  const answers = useAnswers(refused)
  const errors = useErrorList(refused, fields)
  useFocusOnErrors(refused)
  const { error, defaultValue } = answers('standing')
  return (
    <Section id="add" title={t('integrity.standings.add')}>
      <ErrorSummary errors={errors} />
      <Form method="post" key={fresh} noValidate>
        <input type="hidden" name="intent" value="say" />
        <TextField
          {...answers('domain')}
          label={t('integrity.standings.domain')}
          hint={t('integrity.standings.domainHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={320}
          required
        />
        <RadioGroup
          id="standing"
          name="standing"
          legend={t('integrity.standings.standing')}
          error={error}
          chosen={defaultValue}
          required
          options={choices.map((value) => ({
            value,
            label: t(`integrity.standings.${value}`),
            hint: t(`integrity.standings.${value}Hint`),
          }))}
        />
        <Button>{t('integrity.standings.save')}</Button>
      </Form>
    </Section>
  )
}

/** What stands, with a way to take each back. */
export function StandingList({ standings }: { standings: readonly Said[] }) {
  const t = useT()
  const locale = useLocale()
  const nameOf = ({ kind, key, name }: Said) => name ?? t(`integrity.review.${kind}`, { key: shortKey(key) })
  const columns: Column<Said>[] = [
    { key: 'what', label: t('integrity.standings.what'), render: nameOf },
    {
      key: 'said',
      label: t('integrity.standings.said'),
      render: ({ standing }) => (
        <StatusTag tone={standing === 'trusted' ? 'done' : 'late'}>{t(`integrity.standings.${standing}`)}</StatusTag>
      ),
    },
    { key: 'since', label: t('integrity.standings.since'), render: ({ since }) => formatDay(locale, since) },
    {
      key: 'until',
      label: t('integrity.standings.until'),
      render: ({ until }) => (until ? formatInstant(locale, until) : t('integrity.standings.untilFurther')),
    },
    {
      key: 'actions',
      label: t('integrity.standings.actions'),
      render: (said) => <TakeBack said={said} name={nameOf(said)} />,
    },
  ]
  return (
    <Section id="standings" title={t('integrity.standings.list')} intro={t('integrity.standings.listWhy')}>
      <DataTable
        caption={t('integrity.standings.list')}
        columns={columns}
        rows={standings}
        keyOf={({ kind, key }) => `${kind}:${key}`}
        empty={{ title: t('integrity.standings.empty'), children: <p>{t('integrity.standings.emptyWhy')}</p> }}
      />
    </Section>
  )
}

/** Asks once more, without a script: the button is behind a summary. */
function TakeBack({ said: { kind, key }, name }: { said: Said; name: string }) {
  const t = useT()
  return (
    <details className={styles.takeBack}>
      <summary>{t('integrity.standings.takeBack')}</summary>
      <Form method="post">
        <input type="hidden" name="intent" value="take-back" />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="key" value={key} />
        <Button kind="quiet">{t('integrity.standings.takeBackConfirm', { name })}</Button>
      </Form>
    </details>
  )
}
