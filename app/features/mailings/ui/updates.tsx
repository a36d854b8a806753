import { headMark } from '#app/features/proof/rules/receipt.ts'
import type { PrintedHead } from '#app/features/proof/schema.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { LinkedLetter } from '../queries/errata.server.ts'
import { ErrataLinks } from './errata-links.tsx'
import styles from './updates.module.css'

interface UpdateLink {
  id: string
  subject: string
  startedAt: Date
}

interface UpdatesPageProps {
  campaign: { slug: string; title: string }
  updates: readonly UpdateLink[]
}

/** Everything that was written to those who asked for news. */
export function UpdatesPage({ campaign, updates }: UpdatesPageProps) {
  const t = useT()
  const locale = useLocale()
  const home = `/${locale}/${campaign.slug}`
  return (
    <Page title={t('mailings.updates.title')} kicker={campaign.title} lead={<p>{t('mailings.updates.lead')}</p>}>
      {updates.length === 0 ? (
        <Empty title={t('mailings.updates.emptyTitle')}>
          <p>{t('mailings.updates.emptyBody')}</p>
          <p>
            <a href={home}>{t('mailings.updates.sign')}</a>
          </p>
        </Empty>
      ) : (
        <Prose>
          {updates.map(({ id, subject, startedAt }) => (
            <article key={id}>
              <h2>
                <a href={`${home}/updates/${id}`}>{subject}</a>
              </h2>
              <p>
                <Day day={startedAt} />
              </p>
            </article>
          ))}
        </Prose>
      )}
      <p>
        <a href={`${home}/updates.atom`} type="application/atom+xml">
          {t('mailings.archive.feed')}
        </a>
      </p>
    </Page>
  )
}

interface UpdatePageProps {
  campaign: { slug: string; title: string }
  update: UpdateLink & { siteHtml: string; head: PrintedHead | null }
  errata: { corrects: LinkedLetter | null; corrections: LinkedLetter[] }
}

/** One update, as it was sent. */
export function UpdatePage({ campaign, update, errata }: UpdatePageProps) {
  const t = useT()
  const locale = useLocale()
  const home = `/${locale}/${campaign.slug}`
  return (
    <Page title={update.subject} kicker={campaign.title} lead={<Day day={update.startedAt} />}>
      <ErrataLinks home={home} {...errata} />
      <div className={styles.update}>
        <Prose lang={locale} html={update.siteHtml} />
      </div>
      {update.head && <HeadThen home={home} head={update.head} startedAt={update.startedAt} />}
      <p>
        <a href={`${home}/updates`}>{t('mailings.updates.back')}</a>
      </p>
    </Page>
  )
}

/** As its letters print it. */
function HeadThen({ home, head, startedAt }: { home: string; head: PrintedHead; startedAt: Date }) {
  const t = useT()
  const locale = useLocale()
  const [size, counted] = [formatNumber(locale, head.size), formatNumber(locale, head.counted)]
  const values = { count: head.counted, counted, size, root: head.root, day: formatDay(locale, startedAt) }
  return (
    <div className={`small ${styles.head}`}>
      <p>{t('emails.campaignUpdate.head', values)}</p>
      <p>
        <a href={`${home}/proof#${headMark(head)}`}>{t('emails.campaignUpdate.checkHead')}</a>
      </p>
    </div>
  )
}

function Day({ day }: { day: Date }) {
  const locale = useLocale()
  return <time dateTime={day.toISOString()}>{formatDay(locale, day)}</time>
}
