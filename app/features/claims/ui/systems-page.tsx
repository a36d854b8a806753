import { BeingVerified, Verified } from '#app/features/sheets/ui/verified.tsx'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SourceLine } from '#app/ui/claim-pair.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PublishedReply } from '../queries/replies.server.ts'
import type { ExpiredSystem } from '../queries/systems.server.ts'
import type { ShownClaim, ShownPoint, ShownSystem } from '../rules/shown.ts'
import { ClaimWithAnswer } from './claim-with-answer.tsx'
import { LettersThatFit } from './letters-that-fit.tsx'
import { RepliesTo } from './replies-to.tsx'
import { Ways } from './ways.tsx'
import styles from './claims.module.css'

interface CampaignHead {
  title: string
  path: string
}

interface SystemsPageProps {
  campaign: CampaignHead
  systems: readonly ShownSystem[]
  expired: readonly ExpiredSystem[]
  claims: boolean
}

/** The systems that the debate names, each with a page of its own. */
export function SystemsPage({ campaign, systems, expired, claims }: SystemsPageProps) {
  const t = useT()
  const { path } = campaign
  return (
    <Page
      width="wide"
      title={t('claims.systems.title')}
      kicker={<a href={path}>{campaign.title}</a>}
      lead={<p>{t('claims.systems.lead')}</p>}
    >
      <NoWeights />
      {systems.length === 0 && expired.length === 0 && <Empty title={t('claims.systems.empty')} />}
      <div className={styles.list}>
        {systems.map(({ slug, title, lead }) => (
          <article key={slug}>
            <h2>
              <a href={`${path}/systems/${slug}`}>{title}</a>
            </h2>
            <p>{lead}</p>
          </article>
        ))}
        {expired.map(({ slug, title, checkBy }) => (
          <article key={slug}>
            <h2>{title}</h2>
            <BeingVerified checkBy={checkBy} />
          </article>
        ))}
      </div>
      <Ways path={path} claims={claims} />
    </Page>
  )
}

/** Always in view where a system is described. */
function NoWeights() {
  const t = useT()
  return (
    <Notice title={t('claims.systems.noWeightsTitle')}>
      <p>{t('claims.systems.noWeights')}</p>
    </Notice>
  )
}

interface SystemPageProps {
  campaign: CampaignHead
  system: ShownSystem
  claims: readonly ShownClaim[]
  replies: readonly PublishedReply[]
  hasLetters: boolean
  /** Published testimonies about it; `null`: fewer than ten, of which no number is said. */
  testimonies: number | null
}

/** One system: what it does and what it is not, what is known and by whom, what is not, what the service says, what one can do. */
export function SystemPage({ campaign, system, claims, replies, hasLetters, testimonies }: SystemPageProps) {
  const t = useT()
  const { path } = campaign
  const here = replies.filter(({ target, slug }) => target === 'system' && slug === system.slug)
  return (
    <Page
      width="wide"
      title={system.title}
      kicker={<a href={`${path}/systems`}>{t('claims.systems.title')}</a>}
      lead={<p>{system.lead}</p>}
    >
      <NoWeights />
      <Section id="does" title={t('claims.systems.does')} intro={t('claims.systems.doesIntro')}>
        <ol className={styles.stages}>
          {system.does.map(({ stage, text }, place) => (
            <li key={place}>
              <h3>{t(`claims.stages.${stage}`)}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </Section>
      <div className={styles.both}>
        <Points id="known" title={t('claims.systems.known')} points={system.known} />
        <Points id="says" title={t('claims.systems.says')} points={system.answers} />
      </div>
      <RepliesTo replies={here} version={system.version} level="h2" />
      <div className={styles.both}>
        {system.unknown.length > 0 && (
          <Section id="unknown" title={t('claims.systems.unknown')} intro={t('claims.systems.unknownIntro')}>
            <ul className={styles.said}>
              {system.unknown.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="remedy" title={t('claims.systems.remedy')}>
          <p className={styles.measured}>{system.remedy}</p>
        </Section>
      </div>
      {hasLetters && <LettersThatFit letters={system.letters} path={path} />}
      {claims.length > 0 && (
        <Section id="claims" title={t('claims.systems.claims')}>
          {claims.map((claim) => (
            <ClaimWithAnswer key={claim.slug} {...{ claim, replies }} campaignPath={path} />
          ))}
        </Section>
      )}
      {system.testimonies && <Told path={path} system={system.testimonies} count={testimonies} />}
      <Verified {...system} />
      <Ways path={path} claims systems about={`/systems/${system.slug}`} />
    </Page>
  )
}

interface PointsProps {
  id: string
  title: string
  points: readonly ShownPoint[]
}

/** Each with who says it. */
function Points({ id, title, points }: PointsProps) {
  return (
    <Section id={id} title={title}>
      <ul className={styles.points}>
        {points.map(({ text, source, url }) => (
          <li key={text}>
            <p>{text}</p>
            <SourceLine text={source} {...(url ? { href: url } : {})} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface ToldProps {
  path: string
  system: NonNullable<ShownSystem['testimonies']>
  count: number | null
}

function Told({ path, system, count }: ToldProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="testimonies" title={t('claims.systems.testimonies')}>
      {count !== null && <p>{t('claims.systems.testimoniesCount', { count, number: formatNumber(locale, count) })}</p>}
      <ul className={styles.plain}>
        <li>
          <a href={`${path}/testimonies?system=${system}`}>{t('claims.systems.readTestimonies')}</a>
        </li>
        <li>
          <a href={`${path}/testify`}>{t('claims.systems.testify')}</a>
        </li>
      </ul>
    </Section>
  )
}

export function ExpiredSystemPage({ campaign, expired }: { campaign: CampaignHead; expired: ExpiredSystem }) {
  const t = useT()
  return (
    <Page title={expired.title} kicker={<a href={campaign.path}>{campaign.title}</a>}>
      <BeingVerified checkBy={expired.checkBy} />
      <p>
        <a href={`${campaign.path}/systems`}>{t('claims.ways.systems')}</a>
      </p>
    </Page>
  )
}
