import { termNames, termUnits, type TermName, type Terms } from '#app/features/testimonies/rules/retention.ts'
import { formatDay, formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import type { JournalLine, ToReview } from '../queries/retention.server.ts'
import { swept } from '../schema.ts'

const asTyped = (terms: Terms): Record<TermName, string> => ({
  original: String(terms.original),
  draft: String(terms.draft),
  review: String(terms.review),
  case: String(terms.case),
})

/** The terms, for those who may set them as fields and for the others as they are. */
export function TermsPart({ terms, typed }: { terms: Terms; typed: FormState | null }) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed ?? undefined, asTyped(terms))
  return (
    <Section id="terms" title={t('privacy.termsTitle')} intro={t('privacy.shown')}>
      {typed ? (
        <form method="post" action="/admin/settings/retention" noValidate>
          {termNames.map((name) => (
            <TextField
              key={name}
              {...answers(name)}
              label={t(`privacy.terms.${name}`)}
              hint={t(`privacy.terms.${name}Hint`)}
              inputMode="numeric"
              autoComplete="off"
              narrow
              required
            />
          ))}
          <Button name="intent" value="set">
            {t('privacy.save')}
          </Button>
        </form>
      ) : (
        <FactList
          rows={termNames.map((name) => [
            t(`privacy.terms.${name}`),
            new Intl.NumberFormat(locale, {
              style: 'unit',
              unit: termUnits[name] === 'days' ? 'day' : 'month',
              unitDisplay: 'long',
            }).format(terms[name]),
          ])}
        />
      )}
    </Section>
  )
}

/** What has been public for long, for somebody to read again. */
export function ReviewPart({ reviews }: { reviews: readonly ToReview[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<ToReview>[] = [
    {
      key: 'title',
      label: t('privacy.testimony'),
      render: ({ id, title }) => <a href={`/admin/testimonies/${id}`}>{title}</a>,
    },
    {
      key: 'published',
      label: t('privacy.publishedOn'),
      tight: true,
      render: ({ publishedOn }) => formatDay(locale, publishedOn),
    },
    {
      key: 'reviewed',
      label: t('privacy.reviewedOn'),
      tight: true,
      render: ({ reviewedOn }) => (reviewedOn ? formatDay(locale, reviewedOn) : t('privacy.never')),
    },
    {
      key: 'keep',
      label: t('privacy.action'),
      render: ({ id, title }) => (
        <form method="post" action="/admin/settings/retention">
          <input type="hidden" name="testimonyId" value={id} />
          <Button kind="quiet" name="intent" value="reviewed">
            <span aria-hidden="true">{t('privacy.keep')}</span>
            <span className="visually-hidden">{t('privacy.keepWhich', { title })}</span>
          </Button>
        </form>
      ),
    },
  ]
  return (
    <Section id="review" title={t('privacy.reviewTitle')} intro={t('privacy.reviewIntro')}>
      <DataTable
        caption={t('privacy.reviewTitle')}
        columns={columns}
        rows={reviews}
        keyOf={({ id }) => id}
        empty={{ title: t('privacy.reviewEmpty') }}
      />
    </Section>
  )
}

/** What time took away, run by run. */
export function JournalPart({ runs }: { runs: readonly JournalLine[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<JournalLine>[] = [
    {
      key: 'when',
      label: t('privacy.when'),
      render: ({ startedAt, byHand, finished }) =>
        [
          formatInstant(locale, startedAt),
          t(byHand ? 'privacy.hand' : 'privacy.night'),
          ...(finished ? [] : [t('privacy.stopped')]),
        ].join(', '),
    },
    ...swept.map((name) => ({
      key: name,
      label: t(`privacy.${name}`),
      numeric: true,
      render: (line: JournalLine) => formatNumber(locale, line[name]),
    })),
    {
      key: 'by',
      label: t('privacy.by'),
      render: ({ originalMonths, draftDays, caseMonths }) =>
        t('privacy.byTerms', { original: originalMonths, draft: draftDays, case: caseMonths }),
    },
  ]
  return (
    <Section id="journal" title={t('privacy.journalTitle')} intro={t('privacy.journalIntro')}>
      <DataTable
        caption={t('privacy.journalTitle')}
        columns={columns}
        rows={runs}
        keyOf={({ id }) => id}
        empty={{ title: t('privacy.journalEmpty'), children: <p>{t('privacy.journalEmptyWhy')}</p> }}
      />
    </Section>
  )
}
