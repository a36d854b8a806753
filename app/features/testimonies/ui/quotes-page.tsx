import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrintedSource, type Source } from '#app/ui/printed-source.tsx'
import { Section } from '#app/ui/section.tsx'
import { Redacted } from '#app/ui/voice.tsx'
import styles from './gallery.module.css'
import { useLanguageNote } from './voice-card.tsx'

export interface CreditedQuote {
  id: string
  locale: string
  quote: string
  /** What stands under it, in the language of the page. */
  credit: string
  /** Quote and credit as they are to be copied, bars as brackets. */
  copied: string
  hasPage: boolean
}

interface QuotesPageProps {
  campaign: { slug: string; title: string }
  quotes: readonly CreditedQuote[]
  /** What answers a sentence, under it. */
  answersTo: (quote: CreditedQuote) => ReactNode
  /** Ways to contest it, as items of a list. */
  contesting: (quote: CreditedQuote) => ReactNode
  source: Source
}

/** Sentences for the press: to be read, copied and printed. */
export function QuotesPage({ campaign, quotes, answersTo, contesting, source }: QuotesPageProps) {
  const t = useT()
  const locale = useLocale()
  const here = `/${locale}/${campaign.slug}`
  return (
    <Page
      width="wide"
      kicker={<a href={`${here}/testimonies`}>{t('testimonies.gallery.title')}</a>}
      title={t('testimonies.quotes.title')}
      lead={<p>{t('testimonies.quotes.lead')}</p>}
    >
      {quotes.length === 0 ? (
        <Empty title={t('testimonies.quotes.none')}>
          <p>{t('testimonies.quotes.noneHint')}</p>
        </Empty>
      ) : (
        <Section
          id="quotes"
          title={t('testimonies.quotes.count', { count: quotes.length, number: formatNumber(locale, quotes.length) })}
        >
          <SmallPrint>{t('testimonies.quotes.withdrawal')}</SmallPrint>
          {quotes.some(({ quote }) => quote.includes('[[')) && <SmallPrint>{t('testimonies.quotes.bars')}</SmallPrint>}
          <ul className={styles.quotes}>
            {quotes.map((quote) => (
              <Quoted
                key={quote.id}
                {...quote}
                gallery={`${here}/testimonies`}
                answers={answersTo(quote)}
                contest={contesting(quote)}
              />
            ))}
          </ul>
        </Section>
      )}
      <ul className={styles.ways}>
        <li>
          <a href={`/api/v1/campaigns/${campaign.slug}/testimonies/quotes`}>{t('testimonies.quotes.json')}</a>
        </li>
        <li>
          <a href={`${here}/testimonies`}>{t('testimonies.permalink.all')}</a>
        </li>
      </ul>
      <PrintedSource {...source} />
    </Page>
  )
}

interface QuotedProps extends CreditedQuote {
  gallery: string
  answers: ReactNode
  contest: ReactNode
}

/** Its number is its address: what has no page of its own can be named, and contested. */
function Quoted({ id, locale, quote, credit, copied, hasPage, gallery, answers, contest }: QuotedProps) {
  const t = useT()
  const note = useLanguageNote()
  const source = `copy-${id}`
  return (
    <li id={`quote-${id}`}>
      <figure>
        <blockquote lang={locale}>
          <p>
            <Redacted text={quote} />
          </p>
        </blockquote>
        <figcaption className={styles.attribution}>{[credit, ...note(locale)].join(' · ')}</figcaption>
      </figure>
      {answers}
      <textarea id={source} readOnly hidden value={copied} aria-label={t('testimonies.quotes.copy')} />
      <ul className={styles.ways}>
        <li>
          <Button
            type="button"
            kind="quiet"
            data-copy={`#${source}`}
            data-copied={t('testimonies.quotes.copied')}
            hidden
          >
            {t('testimonies.quotes.copy')}
          </Button>
        </li>
        {hasPage && (
          <li>
            <a href={`${gallery}/${id}`}>{t('testimonies.quotes.read')}</a>
          </li>
        )}
        {contest}
      </ul>
    </li>
  )
}
