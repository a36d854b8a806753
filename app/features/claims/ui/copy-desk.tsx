import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField, TextField } from '#app/ui/field.tsx'
import { emptyForm, useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'

interface CopyDeskProps {
  sheetId: number
  /** Of the claim. */
  title: string
  /** Of its draft, as it is seen. */
  revision: number
  today: string
  answer: { state: FormState; computed: { hash: string; bytes: number } | null } | undefined
}

/** Where the copy of a source is hashed: the file passes through the server and stays with whoever keeps it. */
export function CopyDesk({ sheetId, title, revision, today, answer }: CopyDeskProps) {
  const t = useT()
  const locale = useLocale()
  const state = answer?.state ?? emptyForm
  const answers = useAnswers(state, { madeOn: today })
  const errors = useErrorList(state, ['file', 'madeOn'])
  const here = `/admin/sheets/${sheetId}`
  const computed = answer?.computed
  return (
    <>
      <Toolbar
        title={t('claims.copyDesk.title')}
        detail={title}
        actions={<a href={here}>{t('claims.errataDesk.back')}</a>}
      />
      <ErrorSummary errors={errors} />
      {computed && (
        <Notice kind="warn" role="status">
          <p>{t('claims.copyDesk.changed', { hash: computed.hash, bytes: formatNumber(locale, computed.bytes) })}</p>
        </Notice>
      )}
      <p>{t('claims.copyDesk.intro')}</p>
      <form method="post" action={`${here}/copy`} encType="multipart/form-data" noValidate>
        <input type="hidden" name="revision" value={revision} />
        <TextField
          {...answers('madeOn')}
          type="date"
          label={t('claims.copyDesk.madeOn')}
          autoComplete="off"
          narrow
          required
        />
        <FileField
          name="file"
          label={t('claims.copyDesk.file')}
          hint={t('claims.copyDesk.fileHint')}
          error={answers('file').error}
          accept="*/*"
          required
        />
        <Button>{t('claims.copyDesk.button')}</Button>
      </form>
    </>
  )
}
