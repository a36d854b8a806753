import type { ReactNode } from 'react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { PublicHead } from '../schema.ts'
import { EarlierHead, OwnReceipt } from './proof-forms.tsx'
import styles from './proof.module.css'

interface ProofPageProps {
  campaign: { slug: string; title: string }
  head: PublicHead | null
  /** What the campaign's page shows. */
  shown: number
  /** The name of the log, which its receipts say. */
  origin: string
  /** Of this site. */
  site: string
  /** After everything: where this head was printed. */
  end?: ReactNode
}

/** How anyone checks the count, and a signer their own place in it. */
export function ProofPage({ campaign, head, shown, origin, site, end }: ProofPageProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <Page
      width="wide"
      kicker={<a href={`/${locale}/${campaign.slug}/numbers`}>{campaign.title}</a>}
      title={t('proof.title')}
      lead={<p>{t('proof.lead')}</p>}
    >
      {head ? (
        <Today slug={campaign.slug} head={head} shown={shown} />
      ) : (
        <Empty title={t('proof.head.none')}>
          <p>{t('proof.head.noneWhy')}</p>
        </Empty>
      )}
      <OwnReceipt {...{ slug: campaign.slug, origin, site }} />
      <EarlierHead {...{ slug: campaign.slug, origin, site }} />
      <Everything slug={campaign.slug} site={site} />
      <Section id="limits" title={t('proof.limits.title')}>
        <div className="prose">
          <p>{t('proof.limits.proves')}</p>
          <p>{t('proof.limits.doesNot')}</p>
          <p>{t('proof.limits.people')}</p>
        </div>
      </Section>
      {end}
    </Page>
  )
}

function Today({ slug, head, shown }: { slug: string; head: PublicHead; shown: number }) {
  const t = useT()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const signed = (sign: string, value: number) => (value === 0 ? number(0) : sign + number(value))
  return (
    <Section
      id="head"
      title={t('proof.head.title')}
      intro={t('proof.head.intro', { instant: formatInstant(locale, new Date(head.signedAt)) })}
    >
      <div className={`beside ${styles.stack}`}>
        <Stats
          items={[
            { label: t('proof.head.counted'), value: number(head.counted), detail: t('proof.head.countedDetail') },
            { label: t('proof.head.confirmed'), value: number(head.confirmed) },
            { label: t('proof.head.withdrawn'), value: signed('−', head.withdrawn) },
            { label: t('proof.head.removed'), value: signed('−', head.invalidated) },
            { label: t('proof.head.restored'), value: signed('+', head.restored) },
          ]}
        />
        <p>{t('proof.head.shown', { count: shown, number: number(shown) })}</p>
        <dl className={styles.marks}>
          <dt>{t('proof.head.entries')}</dt>
          <dd>{number(head.size)}</dd>
          <dt>{t('proof.head.root')}</dt>
          <dd className={styles.exact}>{head.root}</dd>
        </dl>
        <details>
          <summary>{t('proof.head.note')}</summary>
          <pre className={styles.exact} tabIndex={0}>
            {head.note}
          </pre>
        </details>
        <p>
          <a href={`/${locale}/${slug}/ledger`}>{t('proof.head.ledger')}</a>
        </p>
      </div>
    </Section>
  )
}

function Everything({ slug, site }: { slug: string; site: string }) {
  const t = useT()
  const log = `/api/v1/campaigns/${slug}/log`
  return (
    <Section id="all" title={t('proof.all.title')} intro={t('proof.all.intro')}>
      <div className={`beside ${styles.stack}`}>
        <p>
          <a href="/verify-log.mjs" download>
            {t('proof.all.file')}
          </a>
        </p>
        <p>{t('proof.all.how')}</p>
        <pre className={styles.exact} tabIndex={0}>
          node verify-log.mjs {site} {slug}
        </pre>
        <p>
          {t('proof.all.data')} <a href={`${log}/head`}>{t('proof.all.headLink')}</a>
          {' · '}
          <a href={`${log}/entries?start=0&end=99`}>{t('proof.all.entriesLink')}</a>
        </p>
        <p>
          {t('proof.all.witness')}{' '}
          <a href="/witness-log.mjs" download>
            witness-log.mjs
          </a>
        </p>
      </div>
    </Section>
  )
}
