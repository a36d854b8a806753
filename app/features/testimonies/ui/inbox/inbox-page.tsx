import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { MessageKey } from '#app/i18n/t.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Deed, Inbox, ShownPage } from '../../inbox.ts'
import { ReplacedNotice } from '../guard-panel.tsx'
import { Kept } from './code-page.tsx'
import { Consents } from './consents.tsx'
import styles from './inbox.module.css'
import { Leave, Withdraw } from './leaving.tsx'
import { OwnStory } from './own-story.tsx'
import { Proposed, Published } from './proposal.tsx'
import type { PartProps } from './step-form.tsx'
import { Thread } from './thread.tsx'
import { Traceless } from './traceless.tsx'

interface InboxPageProps extends PartProps {
  deed: Deed | null
  /** Why it was not done, when no field is to blame. */
  refusal: MessageKey | null
  /** The page of a file that was asked for. */
  shown: ShownPage | null
  /** A form came back with neutral words in it, to be read again. */
  replaced: boolean
}

const standingOf = ({ state, proposal }: Inbox) => (state === 'proposed' && proposal?.approved ? 'approved' : state)

/** The fields of every form of the page, in the order in which they stand there. */
const fields = ['why', 'title', 'text', 'contentWarning', 'quote', 'note', 'message', 'uses', 'sure']

/** What was typed into a form that the page does not show any more. */
function homeless({ inbox, typed }: PartProps): FormState['values'] {
  const { message = '', title = '', text = '', quote = '', note = '', why = '' } = typed.values
  return {
    ...(inbox.proposal ? {} : { title, text, quote, note, why }),
    ...(inbox.readable && inbox.messagesLeft > 0 ? {} : { message }),
  }
}

/** A testimony behind its receipt: where it stands, what the team says and asks, and everything its witness decides. */
export function InboxPage({ deed, refusal, shown, replaced, ...part }: InboxPageProps) {
  const t = useT()
  const { inbox, typed } = part
  const standing = standingOf(inbox)
  const errors = useErrorList(typed, fields)
  const gone = inbox.state === 'withdrawn'
  return (
    <Traceless>
      <Page
        title={t(`testimonies.inbox.states.${standing}.title`)}
        lead={<p>{t(`testimonies.inbox.states.${standing}.next`)}</p>}
      >
        <ErrorSummary errors={errors} />
        {replaced && <ReplacedNotice />}
        {refusal && <Notice kind="warn" role="status" title={t(refusal)} />}
        {deed && <Notice kind="success" role="status" title={t(`testimonies.inbox.done.${deed}`)} />}
        <Facts inbox={inbox} />
        <Kept values={homeless(part)} />
        {!gone && <Opened {...part} shown={shown} />}
        <Leave receipt={part.receipt} once={part.once} />
      </Page>
    </Traceless>
  )
}

function Opened({ shown, ...part }: PartProps & Pick<InboxPageProps, 'shown'>) {
  const t = useT()
  const { inbox } = part
  return (
    <>
      {!inbox.readable && (
        <Notice title={t('testimonies.inbox.old.title')}>
          <p>{t('testimonies.inbox.old.text')}</p>
        </Notice>
      )}
      {inbox.proposal && <Proposed {...part} proposal={inbox.proposal} />}
      {inbox.published && <Published {...part} published={inbox.published} />}
      {inbox.readable && <Thread {...part} />}
      {inbox.readable && <OwnStory {...part} shown={shown} />}
      <Consents {...part} />
      <Withdraw {...part} />
    </>
  )
}

function Facts({ inbox }: { inbox: Inbox }) {
  const t = useT()
  const locale = useLocale()
  const { receivedWeek, since, publicPath, files } = inbox
  const facts = [
    {
      term: t('testimonies.inbox.facts.received'),
      detail: t('testimonies.inbox.facts.receivedWeek', { day: formatDay(locale, receivedWeek) }),
    },
    since && {
      term: t('testimonies.inbox.facts.since'),
      detail: t('testimonies.inbox.facts.sinceDay', { day: formatDay(locale, since) }),
    },
    files.length > 0 && {
      term: t('testimonies.inbox.facts.files'),
      detail: t('testimonies.inbox.facts.filesCount', {
        count: files.length,
        number: formatNumber(locale, files.length),
      }),
    },
    publicPath && {
      term: t('testimonies.inbox.facts.page'),
      detail: <a href={`/${locale}${publicPath}`}>{t('testimonies.inbox.facts.pageLink')}</a>,
    },
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>{fact.detail}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
