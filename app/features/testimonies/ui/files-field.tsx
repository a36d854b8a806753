import { useT } from '#app/i18n/use-t.tsx'
import type { MessageKey } from '#app/i18n/t.ts'
import { FileField } from '#app/ui/field.tsx'

export interface RefusedFile {
  /** From 1, in the order in which they were chosen: their names are not read. */
  number: number
  reason: MessageKey
}

interface FilesFieldProps {
  error: string | undefined
  refused: readonly RefusedFile[]
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
