import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { PrintedSource, type Source } from '#app/ui/printed-source.tsx'
import { Section } from '#app/ui/section.tsx'
import { RedactionLegend, Voices } from '#app/ui/voice.tsx'
import { galleryQuery, isNarrowed, mostPages, type GalleryQuestion } from '../gallery-question.ts'
import type { PublishedTestimony } from '../schema.ts'
import { GalleryFilters } from './gallery-filters.tsx'
import styles from './gallery.module.css'
import { VoiceCard } from './voice-card.tsx'

interface GalleryProps {
  campaign: { slug: string; title: string; takesTestimonies: boolean }
  question: GalleryQuestion
  /** Of the filter; the latest first. */
  periods: readonly string[]
  voices: readonly (PublishedTestimony & { cut: boolean })[]
  page: number
  pages: number
  total: number
  /** There are more than were counted. */
  more: boolean
  marks: readonly string[]
  source: Source
}

export function Gallery(props: GalleryProps) {
  const { campaign, question, periods, total, source } = props
  const t = useT()
  const here = `/${useLocale()}/${campaign.slug}`
  const nothingYet = total === 0 && !isNarrowed(question)
  return (
    <Page
      width="wide"
      kicker={<a href={here}>{campaign.title}</a>}
      title={t('testimonies.gallery.title')}
      lead={<p>{t('testimonies.gallery.lead')}</p>}
    >
      {campaign.takesTestimonies && (
        <Actions>
          <ButtonLink href={`${here}/testify`}>{t('testimonies.gallery.testify')}</ButtonLink>
          <SmallPrint>{t('testimonies.gallery.testifyHint')}</SmallPrint>
        </Actions>
      )}
      {nothingYet ? (
        <Section id="voices" title={t('testimonies.gallery.empty')}>
          <Empty title={t('testimonies.gallery.emptyText')} />
        </Section>
      ) : (
        <>
          <GalleryFilters action={`${here}/testimonies`} question={question} periods={periods} />
          <Results {...props} />
        </>
      )}
      <Ways here={here} />
      <PrintedSource {...source} />
    </Page>
  )
}

function useCountInWords({ question, total, more }: GalleryProps): string {
  const t = useT()
  const number = formatNumber(useLocale(), total)
  if (more) return t('testimonies.wall.moreThan', { number })
  if (!isNarrowed(question)) return t('testimonies.gallery.count', { count: total, number })
  return question.q === ''
    ? t('testimonies.wall.found', { count: total, number })
    : t('testimonies.wall.foundFor', { count: total, number, words: question.q })
}

function Results(props: GalleryProps) {
  const { campaign, question, voices, page, pages, total, more } = props
  const t = useT()
  const href = `/${useLocale()}/${campaign.slug}/testimonies`
  const marks = new Set(props.marks)
  return (
    <Section id="voices" title={useCountInWords(props)}>
      {total === 0 ? (
        <Empty title={t('testimonies.wall.nothing')}>
          <p>{t('testimonies.wall.nothingHint')}</p>
          <p>
            <a href={href}>{t('testimonies.permalink.all')}</a>
          </p>
        </Empty>
      ) : (
        <>
          <RedactionLegend />
          <Voices>
            {voices.map((testimony) => (
              <VoiceCard key={testimony.id} testimony={testimony} campaignSlug={campaign.slug} marks={marks} />
            ))}
          </Voices>
          <Pagination {...{ page, pages }} href={`${href}${galleryQuery({ ...question, page: 1 })}`} />
          {more && page === mostPages && <SmallPrint>{t('testimonies.wall.lastPage')}</SmallPrint>}
        </>
      )}
    </Section>
  )
}

/** What else is made of published stories. */
function Ways({ here }: { here: string }) {
  const t = useT()
  const ways = ['statistics', 'quotes'] as const
  return (
    <ul className={styles.ways}>
      {ways.map((way) => (
        <li key={way}>
          <a href={`${here}/testimonies/${way}`}>{t(`testimonies.wall.ways.${way}`)}</a>
        </li>
      ))}
      <li>
        <a href={`${here}/testimonies.atom`} type="application/atom+xml">
          {t('testimonies.wall.ways.feed')}
        </a>
      </li>
    </ul>
  )
}
