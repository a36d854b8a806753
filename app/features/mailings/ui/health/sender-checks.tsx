import { Form } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { isMessageKey } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { SenderReport } from '../../queries/sending-health.server.ts'
import {
  meaningOf,
  verdictOf,
  worstOf,
  type Check,
  type DnsRecord,
  type Finding,
  type Verdict,
} from '../../rules/health/finding.ts'
import styles from './health.module.css'

const tones: Record<Verdict, StatusTone> = { good: 'done', attention: 'waiting', bad: 'late' }

function Records({ title, records }: { title: string; records: readonly DnsRecord[] }) {
  const t = useT()
  if (records.length === 0) return null
  return (
    <div className={styles.records}>
      <h4>{title}</h4>
      {records.map(({ name, type, value }) => (
        <FactList
          key={`${name} ${value}`}
          rows={[
            [t('health.check.record.name'), <code key="name">{name}</code>],
            [t('health.check.record.type'), <code key="type">{type}</code>],
            [t('health.check.record.value'), <code key="value">{value}</code>],
          ]}
        />
      ))}
    </div>
  )
}

function Found({ code, values }: Finding) {
  const t = useT()
  const advice = `health.what.${code}`
  return (
    <li>
      {t(`health.why.${code}`, values)}
      {isMessageKey(advice) && <span className={styles.advice}>{t(advice, values)}</span>}
    </li>
  )
}

/** In words of somebody who writes and runs no server. */
function useMeaning() {
  const t = useT()
  return (check: Check) => {
    const meaning = meaningOf(check)
    return t(meaning === 'unchecked' ? 'health.meaning.unchecked' : `health.meaning.${check.name}.${meaning}`)
  }
}

function CheckPart({ check }: { check: Check }) {
  const t = useT()
  const verdict = verdictOf(check)
  const inWords = useMeaning()
  return (
    <article className={styles.check} aria-labelledby={`check-${check.name}`}>
      <div>
        <h3 id={`check-${check.name}`}>{t(`health.checks.${check.name}.title`)}</h3>
        <StatusTag tone={tones[verdict]}>{t(`health.verdicts.${verdict}`)}</StatusTag>
      </div>
      <div>
        <p className={styles.meaning}>{inWords(check)}</p>
        <ul className={styles.findings}>
          {check.findings.map((found, place) => (
            <Found key={place} {...found} />
          ))}
        </ul>
        <Records title={t('health.check.advised')} records={check.advised} />
        {check.published.length > 0 && (
          <details>
            <summary>{t('health.check.published')}</summary>
            <Records title={t('health.check.published')} records={check.published} />
          </details>
        )}
      </div>
    </article>
  )
}

function Report({ report }: { report: SenderReport }) {
  const t = useT()
  const locale = useLocale()
  const worst = worstOf(report.checks)
  const named = report.checks.filter((check) => verdictOf(check) === worst && worst !== 'good')
  const inWords = useMeaning()
  return (
    <>
      <Notice
        kind={worst === 'good' ? 'success' : worst === 'bad' ? 'warn' : 'info'}
        role="note"
        title={t(`health.check.${worst}`)}
      >
        {named.length > 0 && (
          <>
            <ul className={styles.alerts}>
              {named.map((check) => (
                <li key={check.name}>
                  <a href={`#check-${check.name}`}>{t(`health.checks.${check.name}.title`)}</a>
                  <br />
                  {inWords(check)}
                </li>
              ))}
            </ul>
            {named.some((check) => meaningOf(check) !== 'unchecked') && <p>{t('health.meaning.whom')}</p>}
          </>
        )}
        <p>{t('health.check.when', { when: formatInstant(locale, report.checkedAt) })}</p>
        {report.isOutdated && <p>{t('health.check.outdated')}</p>}
      </Notice>
      {report.checks.map((check) => (
        <CheckPart key={check.name} check={check} />
      ))}
    </>
  )
}

/** Whether the sender of this house is in order, with what to change. `staysHere`: there is none, mail ends in the built-in inbox. */
export function SenderChecks({ report, staysHere }: { report: SenderReport | null; staysHere: boolean }) {
  const t = useT()
  if (staysHere)
    return (
      <Notice kind="info" role="note" title={t('health.staysHere.title')}>
        <p>{t('health.staysHere.body')}</p>
      </Notice>
    )
  return (
    <Section id="sender" title={t('health.check.title')} intro={t('health.check.intro')}>
      {report ? <Report report={report} /> : <p>{t('health.check.never')}</p>}
      <Form method="post" className={styles.run}>
        <Button name="intent" value="check" kind={report ? 'quiet' : 'primary'}>
          {t(report ? 'health.check.again' : 'health.check.run')}
        </Button>
      </Form>
    </Section>
  )
}
