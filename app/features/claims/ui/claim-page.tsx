import { BeingVerified, Verified } from '#app/features/sheets/ui/verified.tsx'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ClaimInFull, ExpiredClaim } from '../queries/claims.server.ts'
import type { PublishedReply } from '../queries/replies.server.ts'
import type { ShownClaim } from '../rules/shown.ts'
import { ClaimWithAnswer } from './claim-with-answer.tsx'
import { CorrectionLog } from './correction-log.tsx'
import { LettersThatFit } from './letters-that-fit.tsx'
import { Ways } from './ways.tsx'
import styles from './claims.module.css'

interface CampaignHead {
  title: string
  path: string
}

interface ClaimPageProps extends Omit<ClaimInFull, 'systems'> {
  campaign: CampaignHead
  replies: readonly PublishedReply[]
  systems: readonly { slug: string; title: string }[]
  /** The campaign has letters on its site. */
  hasLetters: boolean
}

/** One claim: who says it, the answer at the same size, its copy, and everything that was ever changed in it. */
export function ClaimPage({ campaign, claim, replies, systems, letters, hasLetters, log }: ClaimPageProps) {
  const t = useT()
  const { path } = campaign
  return (
    <Page
      width="wide"
      title={t('claims.one.title')}
      kicker={<a href={path}>{campaign.title}</a>}
      lead={<p>{t(`claims.statesWhy.${claim.state}`)}</p>}
    >
      <LatestCorrection log={log} />
      <ClaimWithAnswer claim={claim} campaignPath={path} replies={replies} level="h2" />
      <Verified {...claim} />
      <div className={styles.both}>
        {systems.length > 0 && (
          <Section id="systems" title={t('claims.one.systems')}>
            <ul className={styles.plain}>
              {systems.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={`${path}/systems/${slug}`}>{title}</a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {hasLetters && <LettersThatFit letters={letters} path={path} />}
        <Copy claim={claim} />
      </div>
      <CorrectionLog log={log} />
      <Ways path={path} claims systems={systems.length > 0} about={`/claims/${claim.slug}`} />
    </Page>
  )
}

/** Above all else, if it was wrong: since when it is right, and where to see what changed. */
function LatestCorrection({ log }: Pick<ClaimInFull, 'log'>) {
  const t = useT()
  const locale = useLocale()
  const latest = log.find(({ change }) => change === 'correction')
  if (!latest) return null
  return (
    <div className={styles.corrected}>
      <p>
        <strong>{t('claims.one.corrected', { day: formatDay(locale, latest.publishedOn) })}</strong> {latest.note}{' '}
        <a href={`#version-${latest.version}`}>{t('claims.one.seeChanges')}</a>
      </p>
    </div>
  )
}

function Copy({ claim: { copy, sourceUrl } }: { claim: ShownClaim }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="copy" title={t('claims.copy.title')}>
      {copy === null ? (
        <p>{t('claims.copy.none')}</p>
      ) : (
        <div className={styles.measured}>
          <p>
            {t('claims.copy.kept', {
              day: copy.on === '' ? '' : formatDay(locale, copy.on),
              bytes: formatNumber(locale, copy.bytes),
            })}
          </p>
          <p className={styles.hash}>
            <span>SHA-256</span> <code>{copy.hash}</code>
          </p>
          <details>
            <summary>{t('claims.copy.how')}</summary>
            <p>{t('claims.copy.howWhy')}</p>
            <ol>
              <li>
                <a href={sourceUrl}>{t('claims.copy.step1')}</a>
              </li>
              <li>
                {t('claims.copy.step2')} <code>sha256sum FILE</code>, <code>shasum -a 256 FILE</code>,{' '}
                <code>certutil -hashfile FILE SHA256</code>
              </li>
              <li>{t('claims.copy.step3')}</li>
            </ol>
          </details>
        </div>
      )}
    </Section>
  )
}

/** In the place of a claim whose last day to be verified has passed. */
export function ExpiredClaimPage({ campaign, expired }: { campaign: CampaignHead; expired: ExpiredClaim }) {
  const t = useT()
  return (
    <Page title={expired.title} kicker={<a href={campaign.path}>{campaign.title}</a>}>
      <BeingVerified checkBy={expired.checkBy} />
      <p>
        <a href={`${campaign.path}/claims`}>{t('claims.ways.claims')}</a>
      </p>
    </Page>
  )
}
