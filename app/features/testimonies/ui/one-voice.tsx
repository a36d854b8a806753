import type { ReactNode } from 'react'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrintedSource } from '#app/ui/printed-source.tsx'
import { ShareLinks } from '#app/ui/share-links.tsx'
import { Redacted, RedactedText, RedactionLegend } from '#app/ui/voice.tsx'
import type { Beside } from '../beside.ts'
import { plainBars } from '../rules.ts'
import type { PublishedTestimony } from '../schema.ts'
import { sharedVoice } from '../shared.ts'
import galleryStyles from './gallery.module.css'
import styles from './one-voice.module.css'
import { useAftermath, useLanguageNote, useTestimonyFacts } from './voice-card.tsx'

interface Neighbour {
  id: string
  title: string
  locale: string
}

interface OneVoiceProps {
  testimony: PublishedTestimony
  campaign: { slug: string; title: string; association: string }
  /** The address to keep and to pass on. */
  url: string
  /** `YYYY-MM-DD` */
  today: string
  newer: Neighbour | null
  older: Neighbour | null
  /** What stands beside the story. */
  beside?: ReactNode
  /** What stands at the foot of the page. */
  foot?: ReactNode
}

/** A testimony at its own address, said to machines in attributes (schema.org): no script. */
export function OneVoice({ testimony, campaign, url, today, newer, older, beside, foot }: OneVoiceProps) {
  const t = useT()
  const locale = useLocale()
  const facts = useTestimonyFacts()
  const note = useLanguageNote()
  const { title, text, publishedOn } = testimony
  const here = `/${locale}/${campaign.slug}`
  return (
    <article itemScope itemType="https://schema.org/Article">
      <meta itemProp="inLanguage" content={testimony.locale} />
      <meta itemProp="datePublished" content={publishedOn} />
      <link itemProp="mainEntityOfPage" href={url} />
      <span itemProp="publisher" itemScope itemType="https://schema.org/Organization">
        <meta itemProp="name" content={campaign.association} />
      </span>
      <Page
        kicker={<a href={here}>{campaign.title}</a>}
        title={
          <span lang={testimony.locale} itemProp="headline">
            <Redacted text={title} />
          </span>
        }
        lead={<p>{[...note(testimony.locale), ...facts(testimony)].join(' · ')}</p>}
      >
        <Story testimony={testimony} />
        <Aftermath beside={testimony} />
        <SmallPrint>
          {t('testimonies.permalink.publishedOn', { day: formatDay(locale, publishedOn) })}.{' '}
          {t('testimonies.permalink.unmoderated')}
        </SmallPrint>
        {/\[\[/.test(title + text) && <RedactionLegend />}
        {beside}
        <PrintedSource url={url} day={today} />
        <ShareLinks
          title={t('testimonies.voice.share')}
          shared={sharedVoice(t, { testimony, campaign: campaign.title, url })}
          mastodonAction={`${here}/share`}
        />
        <Neighbours {...{ newer, older }} gallery={`${here}/testimonies`} />
        {foot}
      </Page>
    </article>
  )
}

function Story({ testimony }: Pick<OneVoiceProps, 'testimony'>) {
  const t = useT()
  const locale = useLocale()
  const { text, contentWarning } = testimony
  return (
    <div className={styles.story} itemProp="articleBody">
      {contentWarning ? (
        <details className="voice-warned">
          <summary lang={testimony.locale}>
            <span lang={locale}>{t('ui.redaction.warning', { warning: '' })}</span> {contentWarning}{' '}
            <span className="voice-anyway" lang={locale}>
              {t('ui.redaction.readAnyway')}
            </span>
          </summary>
          <RedactedText text={text} lang={testimony.locale} />
        </details>
      ) : (
        <RedactedText text={text} lang={testimony.locale} />
      )}
    </div>
  )
}

/** What followed and what was tried, as far as it is shown. */
function Aftermath({ beside }: { beside: Pick<Beside, 'consequences' | 'attempts'> }) {
  return useAftermath()(beside).map((line) => <SmallPrint key={line}>{line}</SmallPrint>)
}

function Neighbours({ newer, older, gallery }: Pick<OneVoiceProps, 'newer' | 'older'> & { gallery: string }) {
  const t = useT()
  const ways = [
    { rel: 'prev', label: t('testimonies.voice.newer'), to: newer },
    { rel: 'next', label: t('testimonies.voice.older'), to: older },
  ]
  return (
    <>
      <nav className={galleryStyles.neighbours} aria-label={t('testimonies.voice.neighbours')}>
        {ways.map(({ rel, label, to }) =>
          to ? (
            <a key={rel} rel={rel} href={`${gallery}/${to.id}`}>
              <span>{label}</span> <b lang={to.locale}>{plainBars(to.title)}</b>
            </a>
          ) : null,
        )}
      </nav>
      <Actions>
        <ButtonLink kind="quiet" href={gallery}>
          {t('testimonies.permalink.all')}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** What stands at the address of a testimony that was taken back. */
export function GoneVoice({ campaignSlug }: { campaignSlug: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Page title={t('testimonies.gone.title')} lead={<p>{t('testimonies.gone.lead')}</p>}>
      <Actions>
        <ButtonLink kind="quiet" href={`/${locale}/${campaignSlug}/testimonies`}>
          {t('testimonies.permalink.all')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
