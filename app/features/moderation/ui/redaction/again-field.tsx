import { useT } from '#app/i18n/use-t.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { refusedVersion, type ReadableTestimony } from '../../workbench.ts'
import type { NotTaken } from '../form-state.ts'

interface AgainFieldProps {
  testimony: ReadableTestimony
  notTaken?: NotTaken
}

/** After a no of the witness: a word to them, without which the same text is not proposed again. */
export function AgainField({ testimony, notTaken }: AgainFieldProps) {
  const t = useT()
  const answers = useAnswers(notTaken)
  const version = refusedVersion(testimony)
  if (version === null) return null
  return (
    <TextArea
      {...answers('againWhy')}
      rows={3}
      lang={testimony.locale}
      spellCheck={false}
      label={t('moderation.again.label', { version })}
      hint={t('moderation.again.hint')}
    />
  )
}
