import { Form } from '@remix-run/react'
import { asDisplayed } from '#app/features/campaigns/rules/displayed.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { AskedFilter, QueuedQuestion } from '../queries/for-team.server.ts'
import { lateAfter } from '../rules/entry.ts'
import { declineReasons, type AskState } from '../schema.ts'

const tones: Record<AskState, StatusTone> = { waiting: 'waiting', answered: 'done', declined: 'stopped' }

export function AskedState({ state }: { state: AskState }) {
  const t = useT()
  return <StatusTag tone={tones[state]}>{t(`questions.desk.states.${state}`)}</StatusTag>
}

/** How long it has waited; marked when that is long. */
export function Age({ days }: { days: number }) {
  const t = useT()
  const words =
    days === 0
      ? t('questions.desk.today')
      : t('questions.desk.since', { count: days, days: formatNumber(useLocale(), days) })
  return days >= lateAfter ? <StatusTag tone="late">{words}</StatusTag> : words
}

/** The boxes of the list belong to this form, wherever they stand. */
const severalForm = 'several'

/** The same for several: only those that are ticked on this page. */
export function DeclineSeveral({ action, refused }: { action: string; refused: FormState }) {
  const t = useT()
  const answers = useAnswers(refused)
  return (
    <details open={Object.keys(refused.errors).length > 0}>
      <summary>{t('questions.desk.several')}</summary>
      <Form method="post" action={action} id={severalForm} noValidate autoComplete="off">
        <p className="hint">{t('questions.desk.severalHint')}</p>
        <SelectField
          {...answers('reason')}
          label={t('questions.desk.reason')}
          emptyChoice={t('questions.desk.choose')}
          choices={declineReasons.map((value) => ({ value, label: t(`questions.reasons.${value}`) }))}
          required
        />
        <Button kind="quiet">{t('questions.desk.severalDecline')}</Button>
      </Form>
    </details>
  )
}

interface AskedListProps {
  filter: AskedFilter
  asked: readonly QueuedQuestion[]
}

/** What visitors asked, the longest waiting on top. */
export function AskedList({ filter, asked }: AskedListProps) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<QueuedQuestion>[] = [
    {
      key: 'text',
      label: t('questions.desk.asked'),
      render: ({ id, kind }) => (
        <a href={`/admin/questions/${id}`}>
          {t(`questions.desk.kinds.${kind}`)} {id.slice(0, 8)}
        </a>
      ),
    },
    {
      key: 'length',
      label: t('questions.desk.length'),
      render: ({ length }) =>
        length === null
          ? t('questions.desk.sealed')
          : t('questions.desk.octets', { number: formatNumber(locale, length) }),
    },
    {
      key: 'age',
      label: t('questions.desk.age'),
      render: ({ state, days }) => (state === 'waiting' ? <Age days={days} /> : <AskedState state={state} />),
    },
    {
      key: 'wish',
      label: t('questions.desk.wish'),
      render: ({ mayAppear }) => t(mayAppear ? 'questions.desk.public' : 'questions.desk.private'),
    },
    {
      key: 'language',
      label: t('questions.desk.language'),
      render: ({ locale: lang }) => t(lang === 'en' ? 'questions.languages.en' : 'questions.languages.fr'),
    },
    {
      key: 'received',
      label: t('questions.desk.received'),
      tight: true,
      render: ({ receivedOn }) => formatDay(locale, receivedOn),
    },
  ]
  return (
    <DataTable
      caption={t('questions.desk.caption')}
      columns={columns}
      rows={asked}
      keyOf={asDisplayed}
      {...(filter === 'waiting' && {
        select: {
          name: 'chosen',
          form: severalForm,
          nameOf: ({ kind, id }: QueuedQuestion) => `${t(`questions.desk.kinds.${kind}`)} ${id.slice(0, 8)}`,
        },
      })}
      empty={{ title: t(`questions.desk.empty.${filter}`), children: <p>{t(`questions.desk.emptyWhy.${filter}`)}</p> }}
    />
  )
}
