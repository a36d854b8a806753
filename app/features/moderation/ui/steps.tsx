import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { waitingStates } from '#app/features/testimonies/rules.ts'
import type { OpenedTestimony } from '../workbench.ts'
import { Asking, Holding } from './asking.tsx'
import { TakingOver } from './claiming.tsx'
import { Closing } from './closing.tsx'
import type { NotTaken } from './form-state.ts'
import styles from './workbench.module.css'

interface FoldProps {
  /** What opens it from the keyboard. */
  name: string
  keys?: string
  title: string
  open: boolean
  children: ReactNode
}

/** One step, folded: the page shows what one can do before how. */
const Fold = ({ name, keys, title, open, children }: FoldProps) => (
  <details data-desk={name} open={open}>
    <summary aria-keyshortcuts={keys}>{title}</summary>
    {children}
  </details>
)

interface StepsProps {
  testimony: OpenedTestimony
  notTaken?: NotTaken
}

/** What can be done with it besides its text. A form that came back is open, with what was typed. */
export function Steps({ testimony, notTaken }: StepsProps) {
  const t = useT()
  const { state, claim, proposedBy, original } = testimony
  const sent = notTaken?.step
  const waits = waitingStates.includes(state)
  const props = { testimony, notTaken }
  if (waits && claim === 'another') return <TakingOver {...props} />
  const opens = original !== null
  return (
    <section className={styles.steps} aria-label={t('moderation.desk.actions')}>
      {waits && opens && (
        <>
          <Fold name="ask" keys="a" title={t('moderation.desk.ask.title')} open={sent === 'ask'}>
            <Asking {...props} />
          </Fold>
          {state !== 'held' && (
            <Fold name="hold" keys="h" title={t('moderation.desk.hold.title')} open={sent === 'hold'}>
              <Holding {...props} />
            </Fold>
          )}
          {(state !== 'proposed' || proposedBy === 'another') && (
            <Fold name="decline" keys="d" title={t('moderation.item.declineTitle')} open={sent === 'decline'}>
              <Closing {...props} kind="decline" />
            </Fold>
          )}
        </>
      )}
      {state === 'published' && (
        <Fold name="unpublish" title={t('moderation.item.unpublishTitle')} open={sent === 'unpublish'}>
          <p className="hint">{t('moderation.item.unpublishHint')}</p>
          <Closing {...props} kind="unpublish" />
        </Fold>
      )}
      {state === 'declined' && opens && (
        <Fold name="reopen" title={t('moderation.desk.reopen.title')} open={sent === 'reopen'}>
          <Closing {...props} kind="reopen" />
        </Fold>
      )}
    </section>
  )
}
