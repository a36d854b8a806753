import { departments } from '#app/features/campaigns/departments.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { totalOnPaper } from '../rules.ts'
import type { PublicBatch } from '../schema.ts'
import { periodOf, textOf } from './batch-words.ts'
import styles from './paper.module.css'

interface PaperPageProps {
  campaign: { slug: string; title: string; association: string; open: boolean; textVersion: number }
  address: string | null
  batches: readonly PublicBatch[]
}

const steps = ['print', 'sign', 'once', 'keep', 'send'] as const

/** How to collect on paper, and what has been counted so far. */
export function PaperPage({ campaign, address, batches }: PaperPageProps) {
  const t = useT()
  const locale = useLocale()
  const { slug, title, association, open, textVersion } = campaign
  const here = `/${locale}/${slug}`
  return (
    <Page
      width="wide"
      kicker={<a href={here}>{title}</a>}
      title={t('paper.page.title')}
      lead={<p>{t('paper.page.lead')}</p>}
    >
      {open ? (
        <Actions>
          <ButtonLink href={`${here}/paper.pdf`} type="application/pdf">
            {t('paper.page.download')}
          </ButtonLink>
          <SmallPrint>{t('paper.page.which', { version: textVersion })}</SmallPrint>
        </Actions>
      ) : (
        <p>{t('paper.page.closed')}</p>
      )}
      <Section id="steps" title={t('paper.page.stepsTitle')}>
        <Steps
          steps={steps.map((step) => ({
            title: t(`paper.page.steps.${step}`),
            detail: t(`paper.page.steps.${step}Detail`),
          }))}
        />
      </Section>
      <Section id="address" title={t('paper.page.addressTitle')}>
        <p className={`beside ${styles.address}`}>{address ?? t('paper.page.askWhere', { association })}</p>
      </Section>
      <Section
        id="counted"
        title={t('paper.page.countedTitle')}
        intro={t('paper.page.counted')}
        more={{ href: here, label: t('paper.page.back') }}
      >
        <Counted batches={batches} slug={slug} />
      </Section>
    </Page>
  )
}

function Counted({ batches, slug }: { batches: readonly PublicBatch[]; slug: string }) {
  const t = useT()
  const locale = useLocale()
  if (batches.length === 0)
    return (
      <Empty title={t('paper.page.emptyTitle')}>
        <p>{t('paper.page.empty')}</p>
      </Empty>
    )
  const total = totalOnPaper(batches)
  return (
    <>
      <Stats items={[{ label: t('paper.page.total', { count: total }), value: formatNumber(locale, total) }]} />
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('paper.page.caption')}>
        <Batches batches={batches} />
      </div>
      <p className="small">
        <a href={`/api/v1/campaigns/${slug}/paper`}>{t('paper.page.data')}</a>
      </p>
    </>
  )
}

const columns = ['verified', 'period', 'valid', 'refused', 'text', 'place', 'scan'] as const
const numeric = new Set<string>(['valid', 'refused'])

function Batches({ batches }: { batches: readonly PublicBatch[] }) {
  const t = useT()
  return (
    <table className={styles.batches}>
      <caption className="visually-hidden">{t('paper.page.caption')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={numeric.has(column) ? styles.number : undefined}>
              {t(`paper.page.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <Batch key={batch.id} batch={batch} />
        ))}
      </tbody>
    </table>
  )
}

function Batch({ batch }: { batch: PublicBatch }) {
  const t = useT()
  const locale = useLocale()
  const { counted, verifiedOn, valid, refused, department, sha256 } = batch
  const place = departments.find(({ code }) => code === department)
  const label = (column: (typeof columns)[number]) => ({ 'data-label': t(`paper.page.columns.${column}`) })
  return (
    <tr className={counted ? undefined : styles.replaced}>
      <th scope="row">
        {formatDay(locale, verifiedOn)}
        {!counted && <p className={styles.note}>{t('paper.page.replaced')}</p>}
      </th>
      <td {...label('period')}>{periodOf(locale, batch)}</td>
      <td className={styles.number} {...label('valid')}>
        {formatNumber(locale, valid)}
      </td>
      <td className={styles.number} {...label('refused')}>
        {formatNumber(locale, refused)}
      </td>
      <td {...label('text')}>{textOf(locale, batch)}</td>
      <td {...label('place')}>{place?.name ?? t('paper.page.noPlace')}</td>
      <td className={styles.hash} {...label('scan')}>
        <span>{sha256}</span>
      </td>
    </tr>
  )
}
