import { Form } from '@remix-run/react'
import { asDisplayed } from '#app/features/campaigns/rules/displayed.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { QueuedReply } from '../queries/replies-for-team.server.ts'
import { isPressing, openReplies } from '../rules/replies.ts'
import { refuseReasons, type ReplyState } from '../schema/reply.ts'

const tones: Record<ReplyState, StatusTone> = {
  open: 'waiting',
  accepted: 'active',
  refused: 'stopped',
  inserted: 'done',
}

export function ReplyStateTag({ state }: { state: ReplyState }) {
  const t = useT()
  return <StatusTag tone={tones[state]}>{t(`claims.replyStates.${state}`)}</StatusTag>
}

/** Days until it has to be on the page; marked when it cannot wait. */
export function ReplyClock({ daysLeft }: { daysLeft: number }) {
  const t = useT()
  const locale = useLocale()
  const said = (count: number) => ({ count, days: formatNumber(locale, count) })
  const words =
    daysLeft === 0
      ? t('claims.desk.today')
      : daysLeft > 0
        ? t('claims.desk.left', said(daysLeft))
        : t('claims.desk.late', said(-daysLeft))
  return isPressing(daysLeft) ? <StatusTag tone="late">{words}</StatusTag> : words
}

interface ReplyListProps {
  which: 'open' | 'closed'
  replies: readonly QueuedReply[]
}

/** The boxes of the list belong to this form, wherever they stand. */
const severalForm = 'several'

/** The same for several: only those that are ticked on this page. */
export function RefuseSeveral({ action, refused }: { action: string; refused: FormState }) {
  const t = useT()
  const answers = useAnswers(refused)
  return (
    <details open={Object.keys(refused.errors).length > 0}>
      <summary>{t('claims.desk.several')}</summary>
      <Form method="post" action={action} id={severalForm} noValidate autoComplete="off">
        <p className="hint">{t('claims.desk.severalHint')}</p>
        <SelectField
          {...answers('reason')}
          label={t('claims.desk.reason')}
          emptyChoice={t('claims.desk.reasonEmpty')}
          choices={refuseReasons.map((value) => ({ value, label: t(`claims.reasons.${value}`) }))}
          required
        />
        <TextArea
          {...answers('words')}
          rows={4}
          label={t('claims.desk.words')}
          hint={t('claims.desk.wordsHint')}
          required
        />
        <Button kind="quiet">{t('claims.desk.severalRefuse')}</Button>
      </Form>
    </details>
  )
}

/** The rights of reply that wait, the most pressing on top; or those that were decided. */
export function ReplyList({ which, replies }: ReplyListProps) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<QueuedReply>[] = [
    {
      key: 'about',
      label: t('claims.desk.about'),
      render: ({ id, about: { target, slug } }) => (
        <a href={`/admin/sheets/replies/${id}`}>
          {t(`claims.targets.${target}`)} {slug}
        </a>
      ),
    },
    { key: 'campaign', label: t('claims.desk.campaign'), render: ({ campaign }) => campaign.title },
    {
      key: 'clock',
      label: t(which === 'open' ? 'claims.desk.clock' : 'claims.desk.decided'),
      render: ({ state, daysLeft, decidedOn }) =>
        openReplies.includes(state) ? <ReplyClock daysLeft={daysLeft} /> : decidedOn && formatDay(locale, decidedOn),
    },
    { key: 'state', label: t('claims.desk.state'), render: ({ state }) => <ReplyStateTag state={state} /> },
    {
      key: 'received',
      label: t('claims.desk.received'),
      tight: true,
      render: ({ receivedOn }) => formatDay(locale, receivedOn),
    },
  ]
  return (
    <DataTable
      caption={t('claims.desk.title')}
      columns={columns}
      rows={replies}
      keyOf={asDisplayed}
      {...(which === 'open' && {
        select: {
          name: 'chosen',
          form: severalForm,
          nameOf: ({ about: { target, slug }, receivedOn }: QueuedReply) =>
            `${t(`claims.targets.${target}`)} ${slug}, ${formatDay(locale, receivedOn)}`,
        },
      })}
      empty={{ title: t(`claims.desk.empty.${which}`), children: <p>{t(`claims.desk.emptyWhy.${which}`)}</p> }}
    />
  )
}
