import { Form } from '@remix-run/react'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { locales } from '#app/i18n/locale.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { Choice } from '#app/ui/field.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { Draft, Looked } from '../draft-desk.server.ts'
import type { MailingTexts } from '../schema.ts'
import styles from './editor.module.css'
import { MailingApproval } from './mailing-approval.tsx'
import { MailingChecks } from './mailing-checks.tsx'
import { MailingFields } from './mailing-fields.tsx'
import { MailingFrames } from './mailing-frames.tsx'
import { Top, type Shown } from './mailing-pages.tsx'
import { LivePreview, SentLetter } from './mailing-preview.tsx'
import { NotBegun, Scheduled } from './mailing-schedule.tsx'
import { MailingStart } from './mailing-start.tsx'
import { MailingTest } from './mailing-test.tsx'
import type { Answer } from './said.tsx'
import { useEnterKey } from './use-enter-key.ts'
import { useLiveLook } from './use-live-look.ts'
import { useAskBeforeLeaving, useUnsaved } from './use-unsaved.ts'

interface Answered extends Answer {
  /** How the texts look that were typed and are not kept. */
  looked?: Looked
  typed?: FormState
}

const wordsIn = (typed: FormState | undefined, name: string): string | undefined => {
  const value = typed?.values[name]
  return typeof value === 'string' ? value : undefined
}

const readerIn = (typed: FormState | undefined): { reader?: string } => {
  const reader = wordsIn(typed, 'reader')
  return reader === undefined ? {} : { reader }
}

/** The texts that a form came back with, if it held any. */
function textsIn(typed: FormState | undefined): MailingTexts | undefined {
  const fr = wordsIn(typed, 'bodyFr')
  const en = wordsIn(typed, 'bodyEn')
  if (fr === undefined || en === undefined) return undefined
  return {
    fr: { subject: wordsIn(typed, 'subjectFr') ?? '', body: fr },
    en: { subject: wordsIn(typed, 'subjectEn') ?? '', body: en },
  }
}

/** Room between the parts, which stand in forms and beside them. */
const Parts = ({ children }: { children: ReactNode }) => <div className={styles.parts}>{children}</div>

const nothing: MailingTexts = { fr: { subject: '', body: '' }, en: { subject: '', body: '' } }

export function NewMailingPage({ campaigns, refused, looked, typed }: { campaigns: readonly Choice[] } & Answered) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const shown = useLiveLook(form) ?? looked
  useAskBeforeLeaving(useUnsaved(form, nothing, textsIn(refused ?? typed)))
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
const starting = ['understood', 'at', 'twice', 'scheduled']

/** What was refused belongs to one of the parts of the page. */
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

/** The part of the page that holds a button, and says what became of it; `top`: none of them. */
function placeOf({ typed, draft }: Pick<DraftPageProps, 'typed' | 'draft'>): 'test' | 'approval' | 'top' {
  const { needed, approvedBy } = draft.approval
  switch (typed?.values.intent) {
    case 'test':
      return 'test'
    case 'ask':
    case 'approve':
    case 'take-over':
      return needed || approvedBy !== null ? 'approval' : 'top'
    default:
      return 'top'
  }
}

const heldBy = ({ findings, approval }: Draft) =>
  findings.some(({ severity }) => severity === 'stop')
    ? 'faults'
    : approval.needed && approval.approvedBy === null
      ? 'approval'
      : null

/** What is done with a text once it is written. Parts of one form, so that each button takes along what is typed. */
function Sending({ unsaved, ...props }: DraftPageProps & { unsaved?: boolean }) {
  const { draft, mailing, refused, said, typed } = props
  const place = placeOf(props)
  const saidIn = (part: typeof place) => (part === place ? said : undefined)
  return (
    <>
      <MailingTest given={refused ?? typed} said={saidIn('test')} />
      <fieldset className="plain" disabled={unsaved}>
        <MailingApproval
          approval={draft.approval}
          refused={concerns(refused, ['readBoth'])}
          said={saidIn('approval')}
        />
      </fieldset>
      <MailingStart
        id={mailing.id}
        receivers={draft.receivers}
        heldBy={heldBy(draft)}
        refused={concerns(refused, starting)}
        typed={typed}
        unsaved={unsaved}
        twice={refused !== undefined && 'twice' in refused.errors}
        isScheduled={mailing.state === 'scheduled'}
      />
    </>
  )
}

export function DraftPage({ refused, ...props }: DraftPageProps) {
  const { mailing, said, typed } = props
  // The same until there is another answer: a summary that is new takes the focus.
  const hour = useMemo(() => (typed && said ? hourRefused(typed, said.key) : undefined), [typed, said])
  const answered = { ...props, refused: refused ?? hour, ...(hour && { said: undefined }) }
  return mailing.state === 'scheduled' ? <ScheduledPage {...answered} /> : <WritingPage {...answered} />
}

function ScheduledPage(props: DraftPageProps) {
  const { mailing, draft, said, refused } = props
  const errors = useErrorList(concerns(refused, starting))
  useFocusOnErrors(concerns(refused, starting))
  return (
    <Parts>
      <Top mailing={mailing} said={placeOf(props) === 'top' ? said : undefined} />
      <ErrorSummary errors={errors} />
      <Scheduled schedule={draft.schedule} />
      <SentLetter preview={draft.preview} sent={false} />
      <MailingChecks findings={draft.findings} />
      <Form method="post" noValidate>
        <Sending {...props} />
      </Form>
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
  const unsaved = useUnsaved(form, mailing.texts, textsIn(refused ?? typed))
  useAskBeforeLeaving(unsaved)
  useEnterKey(form)
  const shown = live ?? looked ?? draft
  return (
    <Parts>
      <Top mailing={mailing} said={placeOf(props) === 'top' ? said : undefined} />
      <NotBegun because={draft.schedule.because} />
      <div
        onInput={({ target }) =>
          target instanceof HTMLSelectElement && target.name === 'reader' && setReader(target.value)
        }
      >
        <MailingFields
          form={form}
          texts={mailing.texts}
          campaign={mailing.campaignId}
          base={baseOf(props)}
          quotes={draft.quotes}
          refused={concerns(refused, [...writing, ...starting])}
          typed={refused ?? typed}
        >
          {isElsewhere(said) && <Elsewhere texts={mailing.texts} />}
          <LivePreview preview={shown.preview} note={t('mailings.preview.note')} {...readerIn(refused ?? typed)}>
            <MailingFrames id={mailing.id} version={draft.approval.read} reader={reader} />
          </LivePreview>
          <MailingChecks findings={shown.findings} />
          {unsaved && <Unsaved agreed={draft.approval.approvedBy !== null} />}
          <Sending {...props} unsaved={unsaved} />
        </MailingFields>
      </div>
    </Parts>
  )
}

const isElsewhere = (said: Answer['said']): boolean => said?.key === 'mailings.draft.changedMeanwhile'

/** A text that came back was begun with what was there then; only whoever was shown what is there now may write over it. */
function baseOf({ draft, said, refused, typed }: DraftPageProps): string {
  if (isElsewhere(said) || said?.key === 'mailings.edit.saved') return draft.base
  return wordsIn(refused ?? typed, 'base') ?? draft.base
}

/** What somebody else saved meanwhile, to be compared and taken over by hand. */
function Elsewhere({ texts }: { texts: MailingTexts }) {
  const t = useT()
  return (
    <details className={styles.elsewhere} open>
      <summary>{t('mailings.draft.elsewhere')}</summary>
      {locales.map((locale) => (
        <pre key={locale} lang={locale}>
          {`${texts[locale].subject}\n\n${texts[locale].body}`}
        </pre>
      ))}
    </details>
  )
}

function Unsaved({ agreed }: { agreed: boolean }) {
  const t = useT()
  return (
    <Notice kind="warn" role="status">
      <p>
        {t('mailings.draft.unsaved')} {agreed && t('mailings.draft.savingTakesBack')}
      </p>
    </Notice>
  )
}
