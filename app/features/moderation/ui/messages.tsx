import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { NotTaken } from './form-state.ts'
import styles from './workbench.module.css'

export const doneSteps = [
  'claimed',
  'released',
  'saved',
  'proposed',
  'published',
  'awaits-witness',
  'declined',
  'unpublished',
] as const
export type DoneStep = (typeof doneSteps)[number]

const refusalWords = {
  'not-allowed': 'notAllowed',
  'claimed-by-another': 'claimedByAnother',
  'own-proposal': 'ownProposal',
  'no-consent': 'noConsent',
  'vault-closed': 'vaultClosed',
  'someone-was-faster': 'someoneWasFaster',
} as const

interface MessagesProps {
  done?: DoneStep
  notTaken?: NotTaken
}

/** The answer to what was just asked. */
export function Messages({ done, notTaken }: MessagesProps) {
  const t = useT()
  const errors = useErrorList(notTaken)
  return (
    <div className={styles.messages}>
      <ErrorSummary errors={errors} />
      {notTaken?.refusal && (
        <Notice kind="warn" role="status" title={t(`moderation.refused.${refusalWords[notTaken.refusal]}`)} />
      )}
      {done && !notTaken && (
        <Notice
          kind="success"
          role="status"
          title={t(`moderation.done.${done === 'awaits-witness' ? 'awaitsWitness' : done}`)}
        />
      )}
    </div>
  )
}
