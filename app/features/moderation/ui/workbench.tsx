import { useTestimonyFacts } from '#app/features/testimonies/ui/voice-card.tsx'
import { uses } from '#app/features/testimonies/schema.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Chip, Chips } from '#app/ui/chip.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PanePair } from '#app/ui/pane-pair.tsx'
import { TriageFoot, TriageHeader } from '#app/ui/triage.tsx'
import { Redacted, RedactedText } from '#app/ui/voice.tsx'
import type { DoneStep } from '../done.ts'
import {
  isReadable,
  type JoinedPage,
  type OpenedTestimony,
  type ReadableTestimony,
  type ThreadMessage,
} from '../workbench.ts'
import { waitingStates } from '#app/features/testimonies/rules.ts'
import { Publishing, Resuming } from './asking.tsx'
import { Claiming, TakenOver, Urgency } from './claiming.tsx'
import { DraftForm } from './draft-form.tsx'
import { Folded } from './folded.tsx'
import type { NotTaken } from './form-state.ts'
import { History } from './history.tsx'
import { JoinedPages } from './joined-pages.tsx'
import { Messages } from './messages.tsx'
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
}

interface PartProps {
  testimony: ReadableTestimony
}

const mayProposeOf = ({ uses: given }: OpenedTestimony) => given.includes('publish') || given.includes('quote')

export function Workbench(props: WorkbenchProps) {
  const { testimony } = props
  return isReadable(testimony) ? <ReadableWorkbench {...props} testimony={testimony} /> : <Unreadable {...props} />
}

/** Nothing is left of it, or this session holds nothing that opens it. */
function Unreadable({ testimony, done, notTaken }: WorkbenchProps) {
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
        <Steps testimony={testimony} notTaken={notTaken} />
        <History entries={testimony.history} />
      </div>
    </>
  )
}

function ReadableWorkbench({ testimony, thread, pages, done, notTaken }: WorkbenchProps & PartProps) {
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
              <Urgency testimony={testimony} />
              {open && state === 'held' && <Resuming testimony={testimony} />}
              <Claiming testimony={testimony} />
              {open && state === 'proposed' && proposedBy === 'another' && <Publishing testimony={testimony} />}
            </div>
          )
        }
      />
      <Messages done={done} notTaken={notTaken} />
      <TakenOver testimony={testimony} />
      <Panes testimony={testimony} notTaken={notTaken} open={open} />
      <TriageFoot>
        <div className={styles.foot}>
          <Facts testimony={testimony} />
          {waits && <SimilarList testimonyId={testimony.id} />}
          <Thread messages={thread} lang={testimony.locale} />
          <JoinedPages testimonyId={testimony.id} pages={pages} />
          <Steps testimony={testimony} notTaken={notTaken} />
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

function Panes({ testimony, notTaken, open }: PartProps & { notTaken?: NotTaken; open: boolean }) {
  const t = useT()
  const { draftVersion } = testimony
  const version =
    draftVersion === 0 ? t('moderation.item.notWritten') : t('moderation.item.version', { version: draftVersion })
  return (
    <PanePair
      left={{
        title: t('moderation.item.original'),
        detail: <WordCount testimony={testimony} />,
        children: <Original testimony={testimony} />,
      }}
      right={{
        title: t('moderation.item.toAppear'),
        detail: version,
        children: <ToAppear testimony={testimony} notTaken={notTaken} open={open} />,
      }}
    />
  )
}

function WordCount({ testimony }: PartProps) {
  const t = useT()
  const locale = useLocale()
  const count = testimony.original.text.split(/\s+/).filter(Boolean).length
  return t('moderation.item.words', { count, number: formatNumber(locale, count) })
}

/** As it was deposited. */
function Original({ testimony }: PartProps) {
  const { original, locale } = testimony
  return (
    <Folded warning={original.contentWarning}>
      <div lang={locale} className="original">
        <p>
          <strong>{original.title}</strong>
        </p>
        <p>{original.text}</p>
      </div>
    </Folded>
  )
}

function ToAppear({ testimony, notTaken, open }: PartProps & { notTaken?: NotTaken; open: boolean }) {
  const t = useT()
  const { state, proposedBy, claim } = testimony
  const mayAppear = mayProposeOf(testimony)
  if (open && state !== 'proposed')
    return (
      <>
        {!mayAppear && <Notice>{t('moderation.item.noConsent')}</Notice>}
        <DraftForm testimony={testimony} notTaken={notTaken} proposes={mayAppear} />
      </>
    )
  return (
    <>
      {claim === 'another' && <Notice>{t('moderation.item.heldByAnother')}</Notice>}
      {open && <Notice>{t(`moderation.item.${proposedBy === 'me' ? 'proposedByMe' : 'proposedByAnother'}`)}</Notice>}
      {open && <Notice>{t(`moderation.item.${witnessOf(testimony)}`)}</Notice>}
      <Preview testimony={testimony} />
      {open && (
        <details className={styles.edit} open={Boolean(notTaken && 'text' in notTaken.values)}>
          <summary>{t('moderation.item.edit')}</summary>
          <p>{t('moderation.item.editHint')}</p>
          <DraftForm testimony={testimony} notTaken={notTaken} proposes={false} />
        </details>
      )}
    </>
  )
}

/** What the witness said of the text that stands there, and whether a second person has read it. */
function witnessOf({ draftVersion, approvedVersion, secondedVersion }: OpenedTestimony) {
  if (approvedVersion === draftVersion) return 'witnessApproved'
  return secondedVersion === draftVersion ? 'secondedAwaitsWitness' : 'awaitsWitness'
}

function Preview({ testimony }: PartProps) {
  const { draft, locale } = testimony
  return (
    <article className={styles.preview} lang={locale}>
      <h4>
        <Redacted text={draft.title} />
      </h4>
      <Folded warning={draft.contentWarning}>
        <RedactedText text={draft.text} />
      </Folded>
      {draft.quote && (
        <blockquote>
          <RedactedText text={draft.quote} />
        </blockquote>
      )}
    </article>
  )
}

function Facts({ testimony }: PartProps) {
  const t = useT()
  const locale = useLocale()
  const facts = useTestimonyFacts()
  const agreed = uses.filter((use) => testimony.uses.includes(use))
  return (
    <Chips label={t('moderation.item.facts')}>
      {testimony.urgent && <Chip tone="stop">{t('moderation.desk.isUrgent')}</Chip>}
      {testimony.heldUntil && (
        <Chip>{t('moderation.desk.hold.since', { day: formatDay(locale, testimony.heldUntil) })}</Chip>
      )}
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
