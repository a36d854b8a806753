import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { ImportRow } from '../queries/imports.server.ts'
import type { ImportState } from '../schema.ts'

const tones: Record<ImportState, StatusTone> = {
  uploaded: 'late',
  checking: 'active',
  checked: 'waiting',
  running: 'active',
  done: 'done',
  cancelled: 'stopped',
  undoing: 'active',
  undone: 'stopped',
}

export function ImportStanding({ state, paused }: { state: ImportState; paused: boolean }) {
  const t = useT()
  const word: MessageKey = paused ? 'imports.states.paused' : `imports.states.${state}`
  return <StatusTag tone={paused ? 'late' : tones[state]}>{t(word)}</StatusTag>
}

/** One file, streamed as it is sent. */
export function UploadForm({ refused }: { refused: FormState }) {
  const t = useT()
  const answers = useAnswers(refused)
  return (
    <Section id="upload" title={t('imports.desk.upload')} intro={t('imports.desk.uploadIntro')}>
      <ErrorSummary errors={useErrorList(refused, ['file', 'email'])} />
      <form method="post" action="/admin/imports" encType="multipart/form-data" noValidate>
        <FileField
          {...answers('file')}
          label={t('imports.desk.file')}
          hint={t('imports.desk.fileHint')}
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          required
        />
        <Button>{t('imports.desk.send')}</Button>
      </form>
    </Section>
  )
}

/** The latest files and what became of them. */
export function ImportList({ imports }: { imports: readonly ImportRow[] }) {
  const t = useT()
  const locale = useLocale()
  const name = ({ id, source }: ImportRow) => source || t('imports.desk.unnamed', { id })
  return (
    <Section id="list" title={t('imports.desk.list')}>
      <DataTable
        caption={t('imports.desk.list')}
        rows={imports}
        keyOf={({ id }) => String(id)}
        columns={[
          {
            key: 'source',
            label: t('imports.desk.source'),
            render: (one) => <a href={`/admin/imports/${one.id}`}>{name(one)}</a>,
          },
          {
            key: 'kind',
            label: t('imports.desk.kind'),
            render: ({ kind }) => (kind === null ? t('imports.desk.notSaid') : t(`imports.kinds.${kind}`)),
          },
          {
            key: 'state',
            label: t('imports.desk.state'),
            render: (one) => <ImportStanding {...one} />,
          },
          {
            key: 'rows',
            label: t('imports.desk.rows'),
            numeric: true,
            render: ({ total, position }) => formatNumber(locale, total ?? position),
          },
          {
            key: 'when',
            label: t('imports.desk.when'),
            tight: true,
            render: ({ uploadedAt }) => formatDay(locale, uploadedAt),
          },
        ]}
        empty={{ title: t('imports.desk.none'), children: <p>{t('imports.desk.noneDetail')}</p> }}
      />
    </Section>
  )
}

/** Somebody who was brought by a file asks to be forgotten. */
export function ForgetPerson({ refused }: { refused: FormState }) {
  const t = useT()
  const answers = useAnswers(refused)
  return (
    <Section id="forget" title={t('imports.desk.forget')} intro={t('imports.desk.forgetIntro')}>
      <form method="post" action="/admin/imports" noValidate>
        <TextField
          {...answers('email')}
          type="email"
          label={t('imports.desk.forgetEmail')}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Button kind="quiet">{t('imports.desk.forgetSend')}</Button>
      </form>
    </Section>
  )
}
