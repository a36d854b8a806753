import type { ReactNode } from 'react'
import { besideEverything, valuesOf } from '#app/features/testimonies/beside.ts'
import { useBesideWords } from '#app/features/testimonies/ui/beside-words.ts'
import { uses } from '#app/features/testimonies/schema.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Chip, Chips } from '#app/ui/chip.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TriageFoot, TriageHeader } from '#app/ui/triage.tsx'
import { Redacted } from '#app/ui/voice.tsx'
import type { DoneStep } from '../done.ts'
import {
  isReadable,
  refusedVersion,
  type JoinedPage,
  type OpenedTestimony,
  type ReadableTestimony,
  type ThreadMessage,
} from '../workbench.ts'
import { waitingStates } from '#app/features/testimonies/rules.ts'
import { NotingAsRead, Resuming } from './asking.tsx'
import { Claiming, TakenOver, Urgency } from './claiming.tsx'
import type { NotTaken } from './form-state.ts'
import { History } from './history.tsx'
import { JoinedPages } from './joined-pages.tsx'
import { Messages } from './messages.tsx'
import { Publishing } from './publishing.tsx'
import { RedactionPanes } from './redaction/panes.tsx'
import { SimilarList } from './similar-list.tsx'
import { Steps } from './steps.tsx'
import { Thread } from './thread.tsx'
import styles from './workbench.module.css'

interface WorkbenchProps {
  testimony: OpenedTestimony
  thread: readonly ThreadMessage[]
  pages: readonly JoinedPage[]
  done?: DoneStep
  notTaken?: NotTaken
  /** How long its original is kept. */
  kept?: ReactNode
}

interface PartProps {
  testimony: ReadableTestimony
}

export function Workbench(props: WorkbenchProps) {
  const { testimony } = props
  return isReadable(testimony) ? <ReadableWorkbench {...props} testimony={testimony} /> : <Unreadable {...props} />
}

/** Nothing is left of it, or this session holds nothing that opens it. */
function Unreadable({ testimony, done, notTaken, kept }: WorkbenchProps) {
  const t = useT()
  const { state } = testimony
  return (
    <>
      <TriageHeader
        title={t(state === 'withdrawn' ? 'moderation.states.withdrawn' : 'moderation.queue.unreadable')}
        detail={state === 'withdrawn' ? null : t(`moderation.states.${state}`)}
      />
      <Messages done={done} notTaken={notTaken} />
      <div className={styles.welcome}>
        <Notice title={t(`moderation.item.${state === 'withdrawn' ? 'nothingLeft' : 'vaultClosed'}`)}>
          <p>{t(`moderation.item.${state === 'withdrawn' ? 'nothingLeftWhy' : 'vaultClosedWhy'}`)}</p>
        </Notice>
        <Steps testimony={testimony} notTaken={notTaken} />
        {state !== 'withdrawn' && kept}
        <History entries={testimony.history} />
      </div>
    </>
  )
}

function ReadableWorkbench({ testimony, thread, pages, done, notTaken, kept }: WorkbenchProps & PartProps) {
  const { state, claim, draft, proposedBy } = testimony
  const waits = waitingStates.includes(state)
  const open = waits && claim !== 'another'
  return (
    <>
      <TriageHeader
        title={<Redacted text={draft.title} />}
        detail={<Standing testimony={testimony} />}
        actions={
          (waits || testimony.unreadByTeam) && (
            <div className={styles.header}>
              {!waits && <NotingAsRead testimony={testimony} />}
              {waits && <Urgency testimony={testimony} />}
              {open && state === 'held' && <Resuming testimony={testimony} />}
              {waits && <Claiming testimony={testimony} />}
              {open &&
                state === 'proposed' &&
                proposedBy === 'another' &&
                testimony.secondedVersion !== testimony.draftVersion && (
                  <Publishing testimony={testimony} notTaken={notTaken} />
                )}
            </div>
          )
        }
      />
      <Messages done={done} notTaken={notTaken} />
      <TakenOver testimony={testimony} />
      <WitnessSaidNo testimony={testimony} thread={thread} />
      <RedactionPanes testimony={testimony} notTaken={notTaken} open={open} />
      <TriageFoot>
        <div className={styles.foot}>
          <Facts testimony={testimony} />
          {waits && <SimilarList testimonyId={testimony.id} />}
          <Thread messages={thread} lang={testimony.locale} />
          <JoinedPages testimonyId={testimony.id} pages={pages} />
          <Steps testimony={testimony} notTaken={notTaken} />
          {kept}
          <History entries={testimony.history} />
        </div>
      </TriageFoot>
    </>
  )
}

/** The witness said no to this text, or to the one that was proposed before it: as it was, it is not proposed again. */
function WitnessSaidNo({ testimony, thread }: PartProps & Pick<WorkbenchProps, 'thread'>) {
  const t = useT()
  const { state, draftVersion, locale } = testimony
  const version = refusedVersion(testimony)
  // Another text that is proposed answers the no.
  const isOver = state === 'proposed' && version !== draftVersion
  if (version === null || isOver || !waitingStates.includes(state)) return null
  const why = thread.findLast(({ kind }) => kind === 'refusal')?.text
  return (
    <Notice kind="warn" title={t('moderation.desk.saidNo', { version })}>
      {why && <blockquote lang={locale}>{why}</blockquote>}
      <p>{t('moderation.desk.saidNoWhat')}</p>
    </Notice>
  )
}

function Standing({ testimony }: PartProps) {
  const t = useT()
  const locale = useLocale()
  const { state, claim, minutesLeft, campaignSlug, id, uses: given } = testimony
  if (state === 'published' && given.includes('publish'))
    return (
      <>
        {t('moderation.states.published')} ·{' '}
        <a href={`/${locale}/${campaignSlug}/testimonies/${id}`}>{t('moderation.item.publicPage')}</a>
      </>
    )
  if (state === 'published' || state === 'declined' || state === 'withdrawn') return t(`moderation.states.${state}`)
  return `${t(`moderation.states.${state}`)} · ${t(`moderation.item.${claim}`, { minutes: minutesLeft ?? 0 })}`
}

function Facts({ testimony }: PartProps) {
  const t = useT()
  const locale = useLocale()
  const words = useBesideWords()
  const agreed = uses.filter((use) => testimony.uses.includes(use))
  return (
    <Chips label={t('moderation.item.facts')}>
      {testimony.urgent && <Chip tone="stop">{t('moderation.desk.isUrgent')}</Chip>}
      {testimony.heldUntil && (
        <Chip>{t('moderation.desk.hold.since', { day: formatDay(locale, testimony.heldUntil) })}</Chip>
      )}
      {valuesOf(besideEverything(testimony)).map((value) => (
        <Chip key={`${value.field} ${value.value}`}>{words(value)}</Chip>
      ))}
      <Chip>{t('moderation.item.received', { day: formatDay(locale, testimony.receivedWeek) })}</Chip>
      {agreed.length > 0 && (
        <Chip>
          {t('moderation.item.use', {
            use: agreed.map((use) => t(`testimonies.uses.${use}`).toLowerCase()).join(', '),
          })}
        </Chip>
      )}
      {agreed.length === 0 && <Chip tone="stop">{t('moderation.item.noUse')}</Chip>}
    </Chips>
  )
}
