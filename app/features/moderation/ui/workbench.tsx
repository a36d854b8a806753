import type { ReactNode } from 'react'
import { useTestimonyFacts } from '#app/features/testimonies/ui/voice-card.tsx'
import { uses } from '#app/features/testimonies/schema.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Chip, Chips } from '#app/ui/chip.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TriageFoot, TriageHeader } from '#app/ui/triage.tsx'
import { Redacted } from '#app/ui/voice.tsx'
import { isReadable, type OpenedTestimony, type ReadableTestimony } from '../workbench.ts'
import { waitingStates } from '#app/features/testimonies/rules.ts'
import { Claiming, Closing, Publishing } from './decisions.tsx'
import type { NotTaken } from './form-state.ts'
import { History } from './history.tsx'
import { Messages, type DoneStep } from './messages.tsx'
import { RedactionPanes } from './redaction/panes.tsx'
import styles from './workbench.module.css'

interface WorkbenchProps {
  testimony: OpenedTestimony
  done?: DoneStep
  notTaken?: NotTaken
  /** How long its original is kept. */
  kept?: ReactNode
}

interface PartProps {
  testimony: ReadableTestimony
}

const mayProposeOf = ({ uses: given }: OpenedTestimony) => given.includes('publish') || given.includes('quote')

export function Workbench({ testimony, ...said }: WorkbenchProps) {
  if (!isReadable(testimony)) return <Unreadable testimony={testimony} {...said} />
  return <ReadableWorkbench testimony={testimony} {...said} />
}

/** Nothing is left of it, or this session holds nothing that opens it. */
function Unreadable({ testimony, done, notTaken, kept }: WorkbenchProps) {
  const t = useT()
  const { state } = testimony
  return (
    <>
      <TriageHeader title={t('moderation.queue.unreadable')} detail={t(`moderation.states.${state}`)} />
      <Messages done={done} notTaken={notTaken} />
      <div className={styles.welcome}>
        <Notice title={t(`moderation.item.${state === 'withdrawn' ? 'nothingLeft' : 'vaultClosed'}`)}>
          <p>{t(`moderation.item.${state === 'withdrawn' ? 'nothingLeftWhy' : 'vaultClosedWhy'}`)}</p>
        </Notice>
        {state === 'published' && <Closing testimony={testimony} notTaken={notTaken} kind="unpublish" />}
        {kept}
        <History entries={testimony.history} />
      </div>
    </>
  )
}

function ReadableWorkbench({ testimony, done, notTaken, kept }: WorkbenchProps & PartProps) {
  const { state, claim, draft, proposedBy } = testimony
  const waits = waitingStates.includes(state)
  const open = waits && claim !== 'another'
  return (
    <>
      <TriageHeader
        title={<Redacted text={draft.title} />}
        detail={<Standing testimony={testimony} />}
        actions={
          waits && (
            <div className={styles.header}>
              <Claiming testimony={testimony} />
              {open && state === 'proposed' && proposedBy === 'another' && <Publishing testimony={testimony} />}
            </div>
          )
        }
      />
      <Messages done={done} notTaken={notTaken} />
      <RedactionPanes testimony={testimony} notTaken={notTaken} open={open} />
      <TriageFoot>
        <div className={styles.foot}>
          <Facts testimony={testimony} />
          {kept}
          {open && (state !== 'proposed' || proposedBy === 'another') && (
            <Closing testimony={testimony} notTaken={notTaken} kind="decline" />
          )}
          {state === 'published' && <Closing testimony={testimony} notTaken={notTaken} kind="unpublish" />}
          <History entries={testimony.history} />
        </div>
      </TriageFoot>
    </>
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
  const facts = useTestimonyFacts()
  const agreed = uses.filter((use) => testimony.uses.includes(use))
  return (
    <Chips label={t('moderation.item.facts')}>
      {facts(testimony).map((fact) => (
        <Chip key={fact}>{fact}</Chip>
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
