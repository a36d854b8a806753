import { Form } from '@remix-run/react'
import { useMemo } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { stopsLeft } from '../redaction/proposal.ts'
import type { ReadableTestimony } from '../workbench.ts'
import type { NotTaken } from './form-state.ts'
import { useStepAction } from './whereabouts.tsx'
import styles from './workbench.module.css'

interface PublishingProps {
  testimony: ReadableTestimony
  notTaken?: NotTaken
}

/** Publishes exactly the version on the screen; what the guard forbids in it takes a word more. */
export function Publishing({ testimony, notTaken }: PublishingProps) {
  const t = useT()
  const { id, draft, draftVersion } = testimony
  const stops = useMemo(() => stopsLeft(draft), [draft])
  const refused = notTaken?.step === 'publish' && notTaken.refusal === 'not-looked-at'
  return (
    <Form method="post" action={useStepAction(id)} className={styles.publishing}>
      <input type="hidden" name="draftVersion" value={draftVersion} />
      {stops > 0 && (
        <Check
          name="publishLookedAt"
          value={String(stops)}
          label={t('moderation.redaction.left.publishLookedAt', { count: stops })}
          error={refused ? t('moderation.redaction.errors.lookedAt') : undefined}
        />
      )}
      <Button name="intent" value="publish">
        {t('moderation.item.publish')}
      </Button>
    </Form>
  )
}
