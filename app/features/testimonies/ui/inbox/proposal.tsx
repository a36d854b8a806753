import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Redacted, RedactedText } from '#app/ui/voice.tsx'
import type { appearingWords, Inbox, Proposal } from '../../inbox.ts'
import type { Appearing } from '../../rules.ts'
import { compareWords, type DiffPart } from '../../words-diff.ts'
import { AmendForm } from './amend-form.tsx'
import { valuesOf, type BesideValue } from '../../beside.ts'
import { useBesideWords } from '../beside-words.ts'
import styles from './inbox.module.css'
import { Refusing, WaysToSayNo } from './saying-no.tsx'
import { StepForm, type PartProps } from './step-form.tsx'

interface ProposedProps extends PartProps {
  proposal: Proposal
}

/** The text to approve, beside the witness's own. */
export function Proposed({ proposal, ...part }: ProposedProps) {
  const t = useT()
  const { inbox } = part
  const { draft } = proposal
  return (
    <Section id="proposal" title={t('testimonies.inbox.proposal.title')}>
      <Beside inbox={inbox} proposal={proposal} />
      {draft.contentWarning && (
        <p className={styles.aside}>{t('testimonies.inbox.proposal.warning', { warning: draft.contentWarning })}</p>
      )}
      {draft.quote && (
        <figure className={styles.quote}>
          <figcaption>{t('testimonies.inbox.proposal.quote')}</figcaption>
          <blockquote lang={inbox.locale}>
            <RedactedText text={draft.quote} />
          </blockquote>
        </figure>
      )}
      {proposal.appears && <WithIt beside={proposal.beside} leftOut={proposal.leftOut} />}
      <div className={styles.yesOrNo}>
        <Approving proposal={proposal} receipt={part.receipt} once={part.once} />
        <Refusing {...part} proposal={proposal} />
      </div>
      <details className={styles.fold} open={'text' in part.typed.values}>
        <summary>{t('testimonies.inbox.proposal.amend')}</summary>
        <AmendForm {...part} proposal={proposal} />
      </details>
      <WaysToSayNo {...part} />
    </Section>
  )
}

function inWords({ story, quote }: Appearing): (typeof appearingWords)[number] {
  if (!story) return 'quote'
  return quote ? 'both' : 'story'
}

const saying = { story: 'appearsStory', quote: 'appearsQuote', both: 'appearsBoth' } as const

function Approving({ proposal, receipt, once }: Pick<ProposedProps, 'proposal' | 'receipt' | 'once'>) {
  const t = useT()
  const { version, approved, seconded, appears } = proposal
  if (!appears) return <Notice kind="warn" title={t('testimonies.inbox.proposal.appearsNothing')} />
  const told = inWords(appears)
  return (
    <div className={styles.decide}>
      <p>{t(`testimonies.inbox.proposal.${saying[told]}`)}</p>
      {approved ? (
        <p>
          <strong>{t('testimonies.inbox.proposal.approved')}</strong>
        </p>
      ) : (
        <>
          {seconded && <p>{t('testimonies.inbox.proposal.seconded')}</p>}
          <StepForm intent="approve" receipt={receipt} once={once} fields={{ draftVersion: version, appears: told }}>
            <Actions>
              <Button>{t('testimonies.inbox.proposal.approve')}</Button>
            </Actions>
          </StepForm>
          <SmallPrint>{t('testimonies.inbox.proposal.approveHint')}</SmallPrint>
        </>
      )}
    </div>
  )
}

/** What the page says with the text, and what it does not say: nobody agrees to a text alone and finds more beside it. */
function WithIt({ beside, leftOut }: Pick<Proposal, 'beside' | 'leftOut'>) {
  const t = useT()
  const words = useBesideWords()
  const said = valuesOf(beside)
  const list = (values: readonly BesideValue[]) => values.map(words).join(' · ')
  return (
    <>
      <p>
        {said.length > 0
          ? t('testimonies.inbox.proposal.beside', { list: list(said) })
          : t('testimonies.inbox.proposal.besideNothing')}
      </p>
      {leftOut.length > 0 && <p>{t('testimonies.inbox.proposal.leftOut', { list: list(leftOut) })}</p>}
    </>
  )
}

const whole = ({ title, text }: { title: string; text: string }) => `${title}\n\n${text}`

function Beside({ inbox, proposal: { draft } }: { inbox: Inbox; proposal: Proposal }) {
  const t = useT()
  const locale = useLocale()
  const { original, locale: lang } = inbox
  if (!original)
    return (
      <>
        <Notice title={t('testimonies.inbox.proposal.noOriginal')} />
        <div className={styles.text} lang={lang}>
          <Redacted text={whole(draft)} />
        </div>
      </>
    )
  const { before, after, changes } = compareWords(whole(original), whole(draft))
  if (changes === 0)
    return (
      <>
        <p>{t('testimonies.inbox.proposal.same')}</p>
        <div className={styles.text} lang={lang}>
          <Redacted text={whole(draft)} />
        </div>
      </>
    )
  return (
    <>
      <p>
        {t('testimonies.inbox.proposal.changes', { count: changes, number: formatNumber(locale, changes) })}{' '}
        {t('testimonies.inbox.proposal.legend')}
      </p>
      <div className={styles.beside}>
        <Side title={t('testimonies.inbox.proposal.story')} parts={before} lang={lang} />
        <Side title={t('testimonies.inbox.proposal.draft')} parts={after} lang={lang} />
      </div>
    </>
  )
}

function Side({ title, parts, lang }: { title: string; parts: readonly DiffPart[]; lang: string }) {
  return (
    <section>
      <h3>{title}</h3>
      <div className={styles.text} lang={lang}>
        {parts.map((part, place) => (
          <Marked key={place} {...part} />
        ))}
      </div>
    </section>
  )
}

/** Said as well as seen: a line through or under a word is nothing to a screen reader. */
function Marked({ kind, text }: DiffPart) {
  const t = useT()
  const locale = useLocale()
  if (kind === 'same') return <Redacted text={text} />
  const Mark = kind === 'removed' ? 'del' : 'ins'
  return (
    <Mark>
      <span className="visually-hidden" lang={locale}>
        {t(`testimonies.inbox.proposal.${kind}`)}{' '}
      </span>
      {/* In their own story, brackets are brackets. */}
      {kind === 'removed' ? text : <Redacted text={text} />}
    </Mark>
  )
}

/** What anyone may read of it. */
export function Published({ published, ...part }: PartProps & { published: NonNullable<Inbox['published']> }) {
  const t = useT()
  const lang = part.inbox.locale
  const words = useBesideWords()
  const { title, text, quote, contentWarning, beside } = published
  const said = valuesOf(beside).map(words).join(' · ')
  return (
    <Section id="published" title={t('testimonies.inbox.published.title')}>
      {text === null && <p>{t('testimonies.inbox.published.quoteOnly')}</p>}
      {contentWarning && (
        <p className={styles.aside}>{t('testimonies.inbox.proposal.warning', { warning: contentWarning })}</p>
      )}
      <details className={styles.fold}>
        <summary>{t('testimonies.inbox.facts.pageLink')}</summary>
        <div className={styles.text} lang={lang}>
          {text !== null && <Redacted text={whole({ title: title ?? '', text })} />}
          {quote !== null && (
            <blockquote>
              <RedactedText text={quote} />
            </blockquote>
          )}
        </div>
        {said !== '' && <p>{t('testimonies.inbox.published.beside', { list: said })}</p>}
      </details>
      <WaysToSayNo {...part} />
    </Section>
  )
}
