import type { ReactNode } from 'react'
import proofScript from 'virtual:enhance/proof'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { PublicHead } from '../schema.ts'
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
      <OwnReceipt slug={campaign.slug} origin={origin} />
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
      <Stats
        items={[
          { label: t('proof.head.counted'), value: number(head.counted), detail: t('proof.head.countedDetail') },
          { label: t('proof.head.confirmed'), value: number(head.confirmed) },
          { label: t('proof.head.withdrawn'), value: signed('−', head.withdrawn) },
          { label: t('proof.head.removed'), value: signed('−', head.invalidated) },
          { label: t('proof.head.restored'), value: signed('+', head.restored) },
        ]}
      />
      <div className={`beside ${styles.stack}`}>
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

const said = [
  'busy',
  'steps.read',
  'steps.leaf',
  'steps.included',
  'steps.signed',
  'good',
  'unsigned',
  'faults.unreadable',
  'faults.otherLog',
  'faults.notYet',
  'faults.notIncluded',
  'faults.notSigned',
  'faults.unreachable',
] as const

/** The script has no translator: what it may say is given to it, with the places for its numbers left open. */
function useWords(): string {
  const t = useT()
  const open = { number: '{{number}}', size: '{{size}}', log: '{{log}}' }
  return JSON.stringify(
    Object.fromEntries(said.map((name) => [name, t(`proof.own.${name}` satisfies MessageKey, open)] as const)),
  )
}

function OwnReceipt({ slug, origin }: { slug: string; origin: string }) {
  const t = useT()
  const words = useWords()
  return (
    <Section id="own" title={t('proof.own.title')} intro={t('proof.own.intro')}>
      <div className={`beside ${styles.stack}`}>
        <form
          method="post"
          noValidate
          hidden
          className={styles.own}
          data-proof=""
          data-log={`/api/v1/campaigns/${slug}/log`}
          data-origin={origin}
          data-words={words}
        >
          <TextArea
            name="receipt"
            label={t('proof.own.receipt')}
            rows={5}
            required
            autoComplete="off"
            spellCheck={false}
          />
          <Button kind="primary">{t('proof.own.check')}</Button>
          <ol className={styles.steps} aria-live="polite" />
          <output className={styles.verdict} htmlFor="receipt" />
        </form>
        <noscript>
          <p>{t('proof.own.without')}</p>
        </noscript>
        <script type="module" src={proofScript} />
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
          {t('proof.all.data')} : <a href={`${log}/head`}>{t('proof.all.headLink')}</a>
          {' · '}
          <a href={`${log}/entries?start=0&end=99`}>{t('proof.all.entriesLink')}</a>
        </p>
      </div>
    </Section>
  )
}
