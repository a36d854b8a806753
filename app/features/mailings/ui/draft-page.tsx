import { useRef, useState, type ReactNode } from 'react'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { Choice } from '#app/ui/field.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { Draft, Looked } from '../draft-desk.server.ts'
import styles from './editor.module.css'
import { MailingApproval } from './mailing-approval.tsx'
import { MailingChecks } from './mailing-checks.tsx'
import { MailingFields } from './mailing-fields.tsx'
import { MailingFrames } from './mailing-frames.tsx'
import { Top, type Answer, type Shown } from './mailing-pages.tsx'
import { LivePreview, SentLetter } from './mailing-preview.tsx'
import { NotBegun, Scheduled } from './mailing-schedule.tsx'
import { MailingStart } from './mailing-start.tsx'
import { MailingTest } from './mailing-test.tsx'
import { useLiveLook } from './use-live-look.ts'

interface Answered extends Answer {
  /** What was only looked at, without a script. */
  looked?: Looked
  typed?: FormState
}

const readerIn = (typed: FormState | undefined): { reader?: string } => {
  const reader = typed?.values.reader
  return typeof reader === 'string' ? { reader } : {}
}

/** Room between the parts, which stand in forms and beside them. */
const Parts = ({ children }: { children: ReactNode }) => <div className={styles.parts}>{children}</div>

export function NewMailingPage({ campaigns, refused, looked, typed }: { campaigns: readonly Choice[] } & Answered) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const shown = useLiveLook(form) ?? looked
  return (
    <Parts>
      <Toolbar title={t('mailings.edit.newTitle')} detail={t('mailings.edit.newDetail')} />
      <MailingFields form={form} campaign={campaigns} quotes={[]} refused={refused} typed={typed}>
        <LivePreview preview={shown?.preview} note={t('mailings.preview.notKept')} {...readerIn(typed)} />
      </MailingFields>
      {shown && <MailingChecks findings={shown.findings} />}
    </Parts>
  )
}

const writing = ['campaign', 'subjectFr', 'bodyFr', 'subjectEn', 'bodyEn', 'intent']

/** What was refused belongs to one of the forms of the page. */
const concerns = (refused: FormState | undefined, fields: readonly string[]) =>
  refused && Object.keys(refused.errors).some((field) => fields.includes(field)) ? refused : undefined

interface DraftPageProps extends Answered {
  mailing: Shown & { campaignId: number }
  draft: Draft
}

/** What is wrong with an hour is said beside it; `undefined`: it was about something else. */
const hourRefused = ({ values }: FormState, key: MessageKey): FormState | undefined =>
  key.startsWith('mailings.schedule.errors.')
    ? { values, errors: { [key.endsWith('twice') ? 'twice' : 'at']: key } }
    : undefined

/** What is done with a text once it is written. */
function Sending({ draft, mailing, refused, said, typed }: DraftPageProps) {
  const held = draft.findings.some(({ severity }) => severity === 'stop')
    ? 'faults'
    : draft.approval.needed && draft.approval.approvedBy === null
      ? 'approval'
      : null
  const twice = said?.key === 'mailings.schedule.errors.twice'
  const scheduling = typed && said ? hourRefused(typed, said.key) : undefined
  return (
    <>
      <MailingTest refused={concerns(refused, ['email', 'locale'])} />
      <MailingApproval approval={draft.approval} refused={concerns(refused, ['readBoth'])} />
      <MailingStart
        id={mailing.id}
        receivers={draft.receivers}
        heldBy={held}
        refused={concerns(refused, ['understood', 'at', 'scheduled']) ?? scheduling}
        twice={twice}
        isScheduled={mailing.state === 'scheduled'}
      />
    </>
  )
}

export function DraftPage(props: DraftPageProps) {
  const { mailing, draft, said } = props
  if (mailing.state !== 'scheduled') return <WritingPage {...props} />
  return (
    <Parts>
      <Top mailing={mailing} said={said} />
      <Scheduled schedule={draft.schedule} />
      <SentLetter preview={draft.preview} sent={false} />
      <MailingChecks findings={draft.findings} />
      <Sending {...props} />
    </Parts>
  )
}

function WritingPage(props: DraftPageProps) {
  const { mailing, draft, refused, said, looked, typed } = props
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const live = useLiveLook(form)
  // To look through somebody else's eyes changes nothing of the text.
  const [reader, setReader] = useState(readerIn(typed).reader ?? 'usual')
  // What is sent is what was saved. A change that is only on the screen would stay there.
  const [typedUnder, setTypedUnder] = useState<unknown>('nothing typed')
  const unsaved = typedUnder === said || looked !== undefined // the answer to a saving is a new one
  const shown = live ?? looked ?? draft
  return (
    <Parts>
      <Top mailing={mailing} said={said} />
      <NotBegun because={draft.schedule.because} />
      <div
        onInput={({ target }) => (target instanceof HTMLSelectElement ? setReader(target.value) : setTypedUnder(said))}
      >
        <MailingFields
          form={form}
          texts={mailing.texts}
          campaign={mailing.campaignId}
          quotes={draft.quotes}
          refused={concerns(refused, writing)}
          typed={looked || said?.key === 'mailings.edit.tooLate' ? typed : undefined}
        >
          <LivePreview preview={shown.preview} note={t('mailings.preview.note')} {...readerIn(typed)}>
            <MailingFrames id={mailing.id} version={draft.approval.read} reader={reader} />
          </LivePreview>
        </MailingFields>
      </div>
      <MailingChecks findings={shown.findings} />
      {unsaved && (
        <Notice kind="warn" role="status">
          <p>{t('mailings.edit.unsaved')}</p>
        </Notice>
      )}
      <fieldset className="plain" disabled={unsaved}>
        <Sending {...props} />
      </fieldset>
    </Parts>
  )
}
