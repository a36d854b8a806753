import { formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PartChanges } from '../text-changes.ts'
import { Signed, type SignedBy } from './text-versions.tsx'
import { TextDiff } from './text-diff.tsx'
import styles from './texts.module.css'

export interface ShownVersion {
  version: number
  /** The version shown on the campaign's page today. */
  current: number
  publishedAt: Date
  title: string
  addressee: string
  ask: string
  demands: string[]
  consent: string
  bodyHtml: string
  note: string
  hash: string
  /** What the hash is made of, to the letter. */
  hashed: string
  /** Against the version before; `null` for the first. */
  changes: PartChanges[] | null
  signed: SignedBy
}

interface OneVersionProps {
  campaign: { slug: string }
  text: ShownVersion
}

/** One version as those who signed it read it, and what it changed. */
export function OneVersion({ campaign, text }: OneVersionProps) {
  const t = useT()
  const locale = useLocale()
  const home = `/${locale}/${campaign.slug}`
  const { version, current } = text
  return (
    <Page
      kicker={<a href={home}>{text.title}</a>}
      title={t('campaigns.texts.version', { version })}
      lead={<p>{t('campaigns.texts.of', { instant: formatInstant(locale, text.publishedAt) })}</p>}
    >
      {version < current && (
        <Notice title={t('campaigns.texts.replacedTitle')}>
          <p>
            {t('campaigns.texts.replaced', { version: current })}{' '}
            <a href={`${home}/texts/${current}`}>{t('campaigns.texts.read', { version: current })}</a>
          </p>
        </Notice>
      )}
      <dl className={styles.facts}>
        <dt>{t('campaigns.texts.signatures')}</dt>
        <dd>
          <Signed signed={text.signed} />
        </dd>
        <dt>{t('campaigns.texts.hash')}</dt>
        <dd className={styles.hash}>{text.hash}</dd>
      </dl>
      {text.changes && (
        <Section
          id="changes"
          title={t('campaigns.texts.changesTitle', { version: version - 1 })}
          intro={text.note || undefined}
        >
          <TextDiff changes={text.changes} nothing={t('campaigns.changes.nothing')} />
        </Section>
      )}
      <WholeText text={text} />
      <Check hashed={text.hashed} />
      <p className={styles.ways}>
        <a href={`${home}/texts`}>{t('campaigns.texts.all')}</a>
        <a href={home}>{t('campaigns.texts.back')}</a>
      </p>
    </Page>
  )
}

function WholeText({ text: { addressee, ask, demands, consent, bodyHtml } }: { text: ShownVersion }) {
  const t = useT()
  return (
    <Section id="text" title={t('campaigns.texts.whole')}>
      <Prose>
        <p>{addressee}</p>
        <p>
          <strong>{ask}</strong>
        </p>
        <h3>{t('campaigns.parts.demands')}</h3>
        <ol>
          {demands.map((demand) => (
            <li key={demand}>{demand}</li>
          ))}
        </ol>
      </Prose>
      <Prose html={bodyHtml} />
      <Prose>
        <h3>{t('campaigns.parts.consent')}</h3>
        {consent.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Prose>
    </Section>
  )
}

/** Anyone can make the mark of a text again, without us. */
function Check({ hashed }: { hashed: string }) {
  const t = useT()
  return (
    <details>
      <summary>{t('campaigns.texts.check')}</summary>
      <p>{t('campaigns.texts.checkHow')}</p>
      <pre className={styles.exact} tabIndex={0}>
        {hashed}
      </pre>
    </details>
  )
}
