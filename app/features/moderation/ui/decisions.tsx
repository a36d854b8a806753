import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { declineReasons, unpublishReasons } from '../schema.ts'
import type { OpenedTestimony } from '../workbench.ts'
import type { NotTaken } from './form-state.ts'
import styles from './workbench.module.css'

interface DecisionProps {
  testimony: Pick<OpenedTestimony, 'id' | 'draftVersion'>
  notTaken?: NotTaken
}

const closings = {
  decline: { field: 'reason', reasons: declineReasons },
  unpublish: { field: 'unpublishReason', reasons: unpublishReasons },
} as const

/** Closes with a reason: `decline` what has not appeared, `unpublish` what has. */
export function Closing({ testimony, notTaken, kind }: DecisionProps & { kind: keyof typeof closings }) {
  const t = useT()
  const answers = useAnswers(notTaken)
  const { field, reasons } = closings[kind]
  return (
    <form
      method="post"
      action={`/admin/testimonies/${testimony.id}`}
      className={styles.decide}
      noValidate
      autoComplete="off"
    >
      <h3>{t(`moderation.item.${kind}Title`)}</h3>
      <input type="hidden" name="draftVersion" value={testimony.draftVersion} />
      <SelectField
        {...answers(field)}
        label={t('moderation.item.reason')}
        emptyChoice={t('moderation.item.reasonEmpty')}
        choices={reasons.map((reason) => ({ value: reason, label: t(`moderation.reasons.${reason}`) }))}
        required
      />
      <TextField {...answers('note')} label={t('moderation.item.note')} hint={t('moderation.item.noteHint')} />
      <Button kind="quiet" name="intent" value={kind}>
        {t(`moderation.item.${kind}`)}
      </Button>
    </form>
  )
}

/** Publishes exactly the version on the screen. */
export function Publishing({ testimony }: Pick<DecisionProps, 'testimony'>) {
  const t = useT()
  return (
    <form method="post" action={`/admin/testimonies/${testimony.id}`}>
      <input type="hidden" name="draftVersion" value={testimony.draftVersion} />
      <Button name="intent" value="publish">
        {t('moderation.item.publish')}
      </Button>
    </form>
  )
}

/** Take it, or give it back. */
export function Claiming({ testimony }: { testimony: Pick<OpenedTestimony, 'id' | 'claim'> }) {
  const t = useT()
  if (testimony.claim === 'another') return null
  const intent = testimony.claim === 'mine' ? 'release' : 'claim'
  return (
    <form method="post" action={`/admin/testimonies/${testimony.id}`}>
      <Button kind="quiet" name="intent" value={intent}>
        {t(`moderation.item.${intent}`)}
      </Button>
    </form>
  )
}
