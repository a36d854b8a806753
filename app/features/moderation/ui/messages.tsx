import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { DoneStep } from '../done.ts'
import type { NotTaken, RefusedOutcome } from './form-state.ts'
import styles from './workbench.module.css'

const refusalWords = {
  'not-allowed': 'notAllowed',
  'claimed-by-another': 'claimedByAnother',
  'taken-over': 'takenOver',
  'own-proposal': 'ownProposal',
  'no-consent': 'noConsent',
  'vault-closed': 'vaultClosed',
  'someone-was-faster': 'someoneWasFaster',
  'too-early': 'tooEarly',
  'day-not-ahead': 'dayNotAhead',
  'points-to-someone': 'pointsToSomeone',
  'not-looked-at': 'notLookedAt',
  'same-as-refused': 'sameAsRefused',
} as const satisfies Record<RefusedOutcome, string>

/** Why a step was not taken, in words. */
export const refusalKey = (outcome: RefusedOutcome) => `moderation.refused.${refusalWords[outcome]}` as const

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
      {notTaken?.refusal && <Notice kind="warn" role="status" title={t(refusalKey(notTaken.refusal))} />}
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
