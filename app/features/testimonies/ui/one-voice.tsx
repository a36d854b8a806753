import type { ReactNode } from 'react'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Redacted, RedactedText, RedactionLegend } from '#app/ui/voice.tsx'
import type { PublishedTestimony } from '../schema.ts'
import styles from './one-voice.module.css'
import { useTestimonyFacts } from './voice-card.tsx'

interface OneVoiceProps {
  testimony: PublishedTestimony
  campaignSlug: string
  /** What stands beside the story. */
  beside?: ReactNode
  /** What stands at the foot of the page. */
  foot?: ReactNode
}

/** A testimony at its own address. */
export function OneVoice({ testimony, campaignSlug, beside, foot }: OneVoiceProps) {
  const t = useT()
  const locale = useLocale()
  const facts = useTestimonyFacts()
  const { title, text, contentWarning, publishedOn } = testimony
  return (
    <Page
      kicker={[t('testimonies.permalink.kicker'), ...facts(testimony)].join(' · ')}
      title={
        <span lang={testimony.locale}>
          <Redacted text={title} />
        </span>
      }
    >
      <div className={styles.story}>
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
      <SmallPrint>
        {t('testimonies.permalink.publishedOn', { day: formatDay(locale, publishedOn) })}.{' '}
        {t('testimonies.permalink.unmoderated')}
      </SmallPrint>
      {/\[\[/.test(title + text) && <RedactionLegend />}
      {beside}
      <Actions>
        <ButtonLink kind="quiet" href={`/${locale}/${campaignSlug}/testimonies`}>
          {t('testimonies.permalink.all')}
        </ButtonLink>
      </Actions>
      {foot}
    </Page>
  )
}

/** What stands at the address of a testimony that was taken back. */
export function GoneVoice({ campaignSlug }: Pick<OneVoiceProps, 'campaignSlug'>) {
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
