import { formatDay, formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { sumOf } from '../rules.ts'
import type { LedgerRow } from '../schema.ts'
import styles from './integrity.module.css'

interface LedgerPageProps {
  campaign: { slug: string; title: string }
  rows: readonly LedgerRow[]
  asOf: Date
}

const knownRules = [
  'mixed',
  'disposable',
  'nameShape',
  'domainBurst',
  'nameRepeat',
  'metronome',
  'noProof',
  'networkBurst',
  'trend',
  'review',
  'signedAgain',
  'owner',
  'unconfirmed',
] as const

function useRuleWords() {
  const t = useT()
  const locale = useLocale()
  return ({ rule, reasonFr, reasonEn }: LedgerRow): string => {
    const reason = locale === 'fr' ? reasonFr : reasonEn
    if (reason) return reason
    const known = knownRules.find((name) => name === rule)
    return known ? t(`integrity.ledger.rules.${known}`) : rule
  }
}

/** Everything that was ever held back, removed or given back: how many, when, by which rule. Never who. */
export function LedgerPage({ campaign, rows, asOf }: LedgerPageProps) {
  const t = useT()
  const locale = useLocale()
  const sums = sumOf(rows)
  const number = (value: number) => formatNumber(locale, value)
  const signed = useSigned()
  const address = `/api/v1/campaigns/${campaign.slug}/ledger`
  return (
    <Page
      width="wide"
      kicker={<a href={`/${locale}/${campaign.slug}/numbers`}>{campaign.title}</a>}
      title={t('integrity.ledger.title')}
      lead={<p>{t('integrity.ledger.lead')}</p>}
    >
      <Stats
        items={[
          { label: t('integrity.ledger.held'), value: number(sums.held), detail: t('integrity.ledger.heldDetail') },
          {
            label: t('integrity.ledger.invalidated'),
            value: number(sums.invalidated),
            detail: t('integrity.ledger.invalidatedDetail'),
          },
          {
            label: t('integrity.ledger.counted'),
            value: signed(sums.counted),
            detail: t('integrity.ledger.countedDetail'),
          },
        ]}
      />
      <Section
        id="lines"
        title={t('integrity.ledger.lines')}
        intro={t('integrity.ledger.asOf', { instant: formatInstant(locale, asOf) })}
      >
        <div className="beside">
          <Lines rows={rows} />
        </div>
      </Section>
      <Section id="downloads" title={t('integrity.ledger.downloads')} intro={t('integrity.ledger.downloadsWhy')}>
        <p className="beside">
          <a href={`${address}?format=csv`}>{t('integrity.ledger.csv')}</a>
          {' · '}
          <a href={`${address}?format=json`}>{t('integrity.ledger.json')}</a>
        </p>
      </Section>
      <Section id="how" title={t('integrity.ledger.how')}>
        <div className="prose">
          <p>{t('integrity.ledger.howHeld')}</p>
          <p>{t('integrity.ledger.howRemoved')}</p>
          <p>{t('integrity.ledger.howSum')}</p>
          <p>{t('integrity.ledger.howLimit')}</p>
        </div>
      </Section>
    </Page>
  )
}

/** `+12`, `−3`: what an event did to a number. */
function useSigned() {
  const locale = useLocale()
  return (value: number) => {
    const digits = formatNumber(locale, value < 0 ? -value : value)
    if (value === 0) return digits
    return value > 0 ? `+${digits}` : `−${digits}`
  }
}

/** The lines, under their day. */
function Lines({ rows }: { rows: readonly LedgerRow[] }) {
  const t = useT()
  const locale = useLocale()
  const wordsOf = useRuleWords()
  const signed = useSigned()
  if (rows.length === 0)
    return (
      <Empty title={t('integrity.ledger.empty')}>
        <p>{t('integrity.ledger.emptyWhy')}</p>
      </Empty>
    )
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('integrity.ledger.lines')}>
      <table className="figures">
        <caption className="visually-hidden">{t('integrity.ledger.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('integrity.ledger.event')}</th>
            <th scope="col" className={styles.number}>
              {t('integrity.ledger.signatures')}
            </th>
            <th scope="col" className={styles.number}>
              {t('integrity.ledger.change')}
            </th>
          </tr>
        </thead>
        {[...new Set(rows.map(({ day }) => day))].map((day) => (
          <tbody key={day}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                <strong>{formatDay(locale, day)}</strong>
              </th>
            </tr>
            {rows
              .filter((row) => row.day === day)
              .map((row) => (
                <tr key={`${row.event} ${row.rule} ${row.invalidation ?? ''}`}>
                  <th scope="row">
                    {t('integrity.ledger.line', {
                      event: t(`integrity.ledger.events.${row.event}`),
                      rule: wordsOf(row),
                    })}
                  </th>
                  <td>{formatNumber(locale, row.signatures)}</td>
                  <td>{signed(row.counted)}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
