import { formatDay, formatMonth } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ClaimPair } from '#app/ui/claim-pair.tsx'
import { Faq } from '#app/ui/faq.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { CampaignPageData, ShownClaim } from '../page-data.ts'

export function PetitionText({ page, path }: { page: CampaignPageData; path: string }) {
  const t = useT()
  const locale = useLocale()
  const { version } = page
  return (
    <Section
      id="text"
      title={t('campaigns.text.title')}
      intro={
        <>
          {t('campaigns.text.version', { version, day: formatDay(locale, page.publishedAt) })}{' '}
          {version > 1 && <a href={`${path}/texts/${version}#changes`}>{t('campaigns.text.changed')}</a>}
          {version > 1 && ' · '}
          <a href={`${path}/texts`}>{t('campaigns.text.versions')}</a>
        </>
      }
    >
      <Prose html={page.bodyHtml} />
    </Section>
  )
}

export function Claims({ page }: { page: CampaignPageData }) {
  const t = useT()
  const locale = useLocale()
  const verified = page.verifiedOn
    ? t('campaigns.claims.verified', { day: formatDay(locale, page.verifiedOn) })
    : undefined
  return (
    <Section id="claims" title={t('campaigns.claims.title')} intro={verified}>
      {page.claims.map((claim) => (
        <Claim key={claim.slug} claim={claim} />
      ))}
    </Section>
  )
}

function Claim({ claim }: { claim: ShownClaim }) {
  const t = useT()
  const seen = t('campaigns.claims.seen', { day: formatDay(useLocale(), claim.seenOn) })
  return (
    <ClaimPair
      claim={{
        kicker: t('campaigns.claims.claim'),
        title: claim.title,
        children: <p>{claim.body}</p>,
        source: { text: `${claim.source} · ${seen}`, href: claim.sourceUrl },
      }}
      answer={{
        kicker: t('campaigns.claims.answer'),
        title: claim.answerTitle,
        children: <p>{claim.answer}</p>,
        source: { text: claim.answerSource, ...(claim.answerUrl ? { href: claim.answerUrl } : {}) },
      }}
    />
  )
}

export function CampaignTimeline({ page }: { page: CampaignPageData }) {
  const t = useT()
  const locale = useLocale()
  const label = (day: string) => (day.length === 7 ? formatMonth(locale, day) : formatDay(locale, day))
  return (
    <Section id="timeline" title={t('campaigns.timeline.title')}>
      <Timeline
        items={page.timeline.map(({ day, text, sourceUrl }) => ({
          day: day.length === 7 ? `${day}-01` : day,
          dateLabel: label(day),
          title: text,
          ...(sourceUrl ? { children: <a href={sourceUrl}>{t('campaigns.timeline.source')}</a> } : {}),
        }))}
      />
    </Section>
  )
}

interface QuestionsProps {
  page: CampaignPageData
  path: string
  /** Questions are taken. */
  open: boolean
}

/** The first answers, with the way to all of them and to ask; whoever disagrees has an entrance of the same size. */
export function Questions({ page, path, open }: QuestionsProps) {
  const t = useT()
  const locale = useLocale()
  const ask = `${path}/questions/ask/`
  return (
    <Section
      id="questions"
      title={t('campaigns.questions.title')}
      more={{ href: `${path}/questions`, label: t('campaigns.questions.all') }}
    >
      <Faq
        questions={page.questions.map(({ slug, question, answerHtml, lang }) => {
          const foreign = lang === locale ? undefined : lang
          return {
            id: slug,
            question: <span lang={foreign}>{question}</span>,
            answer: (
              <>
                {foreign && <p className="small">{t(`campaigns.questions.onlyIn.${lang}`)}</p>}
                <Prose html={answerHtml} lang={foreign} />
              </>
            ),
          }
        })}
      />
      {open && (
        <div className="actions">
          <ButtonLink kind="quiet" href={`${ask}question`}>
            {t('campaigns.questions.ask')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`${ask}objection`}>
            {t('campaigns.questions.disagree')}
          </ButtonLink>
        </div>
      )}
    </Section>
  )
}
