import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { ExpiredSheet } from '#app/features/sheets/queries/public.server.ts'
import { BeingVerified } from '#app/features/sheets/ui/verified.tsx'
import { BarList } from '#app/ui/bar-list.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CommitmentLine } from '../queries/public.server.ts'
import { countStates } from '../rules.ts'
import { commitmentStates } from '../schema.ts'
import styles from './commitments.module.css'
import { StateTag } from './state-tag.tsx'
import { ToldOfChanges } from './told-of-changes.tsx'

interface OverviewPageProps {
  campaign: { slug: string; title: string }
  lines: readonly CommitmentLine[]
  expired: readonly ExpiredSheet[]
}

/** Every promise with its state, how many are in each, and how a state is decided. */
export function OverviewPage({ campaign, lines, expired }: OverviewPageProps) {
  const t = useT()
  const locale = useLocale()
  const home = `/${locale}/${campaign.slug}`
  return (
    <Page
      title={t('commitments.page.title')}
      kicker={<a href={home}>{campaign.title}</a>}
      lead={<p>{t('commitments.page.lead')}</p>}
    >
      <Section id="states" title={t('commitments.page.states')} intro={t('commitments.page.statesIntro')}>
        <BarList
          caption={t('commitments.page.chart', { count: lines.length })}
          labelHeader={t('commitments.page.state')}
          valueHeader={t('commitments.page.number')}
          items={countStates(
            lines.map(({ state }) => state),
            commitmentStates,
          ).map(({ state, count }) => ({ key: state, label: <StateTag state={state} />, value: count }))}
        />
      </Section>
      {lines.length > 0 && (
        <Section id="promises" title={t('commitments.page.list')}>
          {lines.map((line) => (
            <One key={line.slug} line={line} home={home} />
          ))}
        </Section>
      )}
      {expired.length > 0 && <Expired expired={expired} />}
      <Meanings />
      <ToldOfChanges home={home} />
      <p>
        <a href={`${home}/commitments.atom`} type="application/atom+xml">
          {t('commitments.page.feed')}
        </a>
      </p>
    </Page>
  )
}

function One({
  line: { slug, title, promise, wording, state, stateOn },
  home,
}: {
  line: CommitmentLine
  home: string
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <article className={styles.one}>
      <h3>
        <a href={`${home}/commitments/${slug}`}>{title}</a>
      </h3>
      <p>
        <StateTag state={state} />{' '}
        <span className="small">{t('commitments.page.since', { day: formatDay(locale, stateOn) })}</span>
      </p>
      <p className={styles.words}>{promise}</p>
      {wording !== 'read' && <p className="small">{t(`commitments.wordings.${wording}`)}</p>}
    </article>
  )
}

function Expired({ expired }: { expired: readonly ExpiredSheet[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="expired" title={t('commitments.page.expired')}>
      {expired.map(({ slug, title, checkBy }) => (
        <div key={slug} className={styles.one}>
          <h3>{title[locale]}</h3>
          <BeingVerified checkBy={checkBy} />
        </div>
      ))}
    </Section>
  )
}

/** What each word means, and on what it rests. */
function Meanings() {
  const t = useT()
  return (
    <Section id="how" title={t('commitments.how.title')} intro={t('commitments.how.intro')}>
      <dl className={styles.meanings}>
        {commitmentStates.map((state) => (
          <div key={state}>
            <dt>
              <StateTag state={state} />
            </dt>
            <dd>{t(`commitments.how.${state}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.words}>{t('commitments.how.history')}</p>
    </Section>
  )
}
