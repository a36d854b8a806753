import { useT } from '#app/i18n/use-t.tsx'
import type { MessageKey } from '#app/i18n/t.ts'
import { FileField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export interface RefusedFile {
  /** From 1, in the order in which they were chosen: their names are not read. */
  number: number
  reason: MessageKey
}

interface FilesFieldProps {
  error: string | undefined
  refused: readonly RefusedFile[]
}

/** In the place of the field, before somebody chooses files in vain. It takes the focus of the error that leads here. */
export function NoFilesToday() {
  const t = useT()
  return (
    <div id="files" tabIndex={-1}>
      <Notice title={t('testimonies.noFilesToday.title')}>
        <p>{t('testimonies.noFilesToday.text')}</p>
      </Notice>
    </div>
  )
}

export function FilesField({ error, refused }: FilesFieldProps) {
  const t = useT()
  return (
    <FileField
      name="files"
      label={t('testimonies.testify.fields.files')}
      hint={t('testimonies.testify.fields.filesHint')}
      accept="image/png,image/jpeg,image/webp,application/pdf"
      multiple
      error={error}
      after={
        refused.length > 0 && (
          <ul>
            {refused.map(({ number, reason }) => (
              <li key={number}>{t('testimonies.testify.files.which', { number, reason: t(reason) })}</li>
            ))}
          </ul>
        )
      }
    />
  )
}
