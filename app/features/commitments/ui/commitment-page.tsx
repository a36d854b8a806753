import type { ReactNode } from 'react'
import { Verified } from '#app/features/sheets/ui/verified.tsx'
import type { Sheet } from '#app/features/sheets/schema.ts'
import { hidden } from '#app/features/testimonies/release.ts'
import { formatDay, formatNumber, formatPeriod } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ClaimPair } from '#app/ui/claim-pair.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { Commitment, CommitmentDocument } from '../content.ts'
import type { PastState, Testified } from '../queries/public.server.ts'
import styles from './commitments.module.css'
import { StateTag } from './state-tag.tsx'
import { ToldOfChanges } from './told-of-changes.tsx'

interface CommitmentPageProps {
  campaign: { slug: string; title: string }
  sheet: Sheet<Commitment>
  history: readonly PastState[]
  testified: Testified | null
}

/** One promise: its words and source, its state and why, what would show it, what is known, what was answered, and every state it had. */
export function CommitmentPage({ campaign, sheet, history, testified }: CommitmentPageProps) {
  const t = useT()
  const locale = useLocale()
  const { content } = sheet
  const said = content[locale]
  const home = `/${locale}/${campaign.slug}`
  return (
    <Page
      width="wide"
      kicker={<a href={`${home}/commitments`}>{t('commitments.page.title')}</a>}
      title={said.title}
      lead={
        <p>
          <StateTag state={content.state} />{' '}
          <span className="small">{t('commitments.page.since', { day: formatDay(locale, content.stateOn) })}</span>
        </p>
      }
    >
      <Section id="promise" title={t('commitments.one.promise')}>
        <div className={styles.stack}>
          <Promise content={content} />
          <Verified {...sheet} />
        </div>
      </Section>
      <Section id="why" title={t('commitments.one.why')}>
        <div className={styles.stack}>
          <p className={styles.words}>{said.why}</p>
          <h3>{t('commitments.one.shown')}</h3>
          <p className={styles.words}>{said.shown}</p>
          <p>
            <a href={`${home}/commitments#how`}>{t('commitments.how.title')}</a>
          </p>
        </div>
      </Section>
      <BothSides content={content} />
      <Section id="testimonies" title={t('commitments.one.testimonies')}>
        <Testimonies testified={testified} home={home} />
      </Section>
      <History history={history} />
      <ToldOfChanges home={home} />
    </Page>
  )
}

function Promise({ content }: { content: Commitment }) {
  const t = useT()
  const locale = useLocale()
  const { wording, sourceUrl, promisedOn } = content
  const { promise, source } = content[locale]
  return (
    <>
      {wording === 'read' ? (
        <blockquote className={styles.quote}>{promise}</blockquote>
      ) : (
        <p className={styles.words}>{promise}</p>
      )}
      <p>{t(`commitments.wordings.${wording}`)}</p>
      <p className="source">
        <a href={sourceUrl}>{source}</a> · {t('commitments.one.promisedOn', { day: formatDay(locale, promisedOn) })}
      </p>
    </>
  )
}

/** What documents show and what the service answers: side by side, the same size. */
function BothSides({ content: { documents, answers, soughtOn } }: { content: Commitment }) {
  const t = useT()
  const until = { day: formatDay(useLocale(), soughtOn) }
  return (
    <Section id="known" title={t('commitments.one.known')}>
      <ClaimPair
        claim={{
          kicker: t('commitments.one.documentsKicker'),
          title: t('commitments.one.documents'),
          children: <Documents documents={documents} none={t('commitments.one.noDocument')} />,
          source: { text: t('commitments.one.soughtDocuments', until) },
        }}
        answer={{
          kicker: t('commitments.one.answersKicker'),
          title: t('commitments.one.answers'),
          children: <Documents documents={answers} none={t('commitments.one.noAnswer')} />,
          source: { text: t('commitments.one.soughtAnswers', until) },
        }}
      />
    </Section>
  )
}

function Documents({ documents, none }: { documents: readonly CommitmentDocument[]; none: ReactNode }) {
  const t = useT()
  const locale = useLocale()
  if (documents.length === 0) return <p>{none}</p>
  return (
    <ul className={styles.documents}>
      {documents.map(({ url, day, ...text }) => (
        <li key={`${url}${day}`}>
          <p>{text[locale]}</p>
          <p className="small">
            <time dateTime={day}>{day.length > 7 ? formatDay(locale, day) : formatPeriod(locale, day)}</time> ·{' '}
            <a href={url} rel="noreferrer">
              {t('commitments.one.read', { site: new URL(url).hostname.replace(/^www\./, '') })}
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Testimonies({ testified, home }: { testified: Testified | null; home: string }) {
  const t = useT()
  const locale = useLocale()
  if (!testified || testified.number === null) return <p>{t('commitments.testified.none')}</p>
  const { system, number, asOf } = testified
  const about = { system: t(`testimonies.systems.${system}`), day: formatDay(locale, asOf) }
  return (
    <div className={styles.stack}>
      <p className={styles.words}>
        {number === hidden
          ? t('commitments.testified.few', about)
          : t('commitments.testified.number', { ...about, number: formatNumber(locale, number) })}
      </p>
      <p className={styles.words}>{t('commitments.testified.care')}</p>
      <p>
        <a href={`${home}/testimonies/statistics`}>{t('commitments.testified.link')}</a>
      </p>
    </div>
  )
}

/** Every published version, the newest first: a state that changed stays in sight, and so does a correction. */
function History({ history }: { history: readonly PastState[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="history" title={t('commitments.one.history')} intro={t('commitments.one.historyIntro')}>
      <Timeline
        items={history.map(({ version, state, stateOn, publishedOn, change, note }, place) => {
          const before = history[place + 1]
          const changed = before !== undefined && before.state !== state
          return {
            day: publishedOn,
            title: t(changed ? 'commitments.one.changed' : `commitments.one.${change}`, { version }),
            children: (
              <>
                <p>
                  <StateTag state={state} />{' '}
                  <span className="small">{t('commitments.page.since', { day: formatDay(locale, stateOn) })}</span>
                </p>
                {note && <p className={styles.words}>{note}</p>}
              </>
            ),
          }
        })}
      />
    </Section>
  )
}
