import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { webhookEvents } from '../webhook-schema.ts'
import styles from './developers.module.css'
import { askCount, askDays, problemSample, signSample, webhookSample } from './samples.ts'
import { eventName } from './webhook-words.ts'

interface DevelopersPageProps {
  /** The origin, without a slash at its end. */
  site: string
  /** A campaign to try it with. */
  slug: string
  reads: { points: number; seconds: number }
}

const Sample = ({ children }: { children: string }) => (
  <pre className={styles.sample} tabIndex={0}>
    {children}
  </pre>
)

const Words = ({ children }: { children: ReactNode }) => <div className={`prose ${styles.stack}`}>{children}</div>

/** How to use the machine interface: in the order in which one needs it. */
export function DevelopersPage({ site, slug, reads }: DevelopersPageProps) {
  const t = useT()
  return (
    <Page
      width="wide"
      title={t('partners.developers.title')}
      lead={
        <>
          <p>{t('partners.developers.lead')}</p>
          <p>
            {t('partners.developers.document')} <a href="/api/openapi.json">{`${site}/api/openapi.json`}</a>
          </p>
        </>
      }
    >
      <Reading site={site} slug={slug} />
      <Places slug={slug} />
      <Limits reads={reads} />
      <Section id="errors" title={t('partners.developers.errors.title')}>
        <Words>
          <p>{t('partners.developers.errors.intro')}</p>
          <Sample>{problemSample}</Sample>
          <p>{t('partners.developers.errors.fields')}</p>
        </Words>
      </Section>
      <Signing site={site} slug={slug} />
      <Keys />
      <Webhooks slug={slug} />
      <Section id="stays" title={t('partners.developers.stays.title')}>
        <Words>
          <p>{t('partners.developers.stays.words')}</p>
        </Words>
      </Section>
    </Page>
  )
}

type Where = Pick<DevelopersPageProps, 'site' | 'slug'>

function Reading(where: Where) {
  const t = useT()
  return (
    <Section id="read" title={t('partners.developers.read.title')}>
      <Words>
        <p>{t('partners.developers.read.intro')}</p>
        <p>{t('partners.developers.read.count')}</p>
        <Sample>{askCount(where)}</Sample>
        <p>{t('partners.developers.read.days')}</p>
        <Sample>{askDays(where)}</Sample>
        <p>{t('partners.developers.read.kept')}</p>
        <p>{t('partners.developers.read.pages')}</p>
      </Words>
    </Section>
  )
}

const places = [
  ['campaigns', ''],
  ['campaign', '/*'],
  ['count', '/*/count'],
  ['counts', '/*/counts'],
  ['ledger', '/*/ledger'],
  ['log', '/*/log/head'],
  ['paper', '/*/paper'],
  ['testimonies', '/*/testimonies'],
] as const

function Places({ slug }: Pick<Where, 'slug'>) {
  const t = useT()
  const rows = places.map(([what, rest]) => ({ what, path: `/api/v1/campaigns${rest.replace('*', slug)}` }))
  return (
    <Section id="places" title={t('partners.developers.places.title')}>
      <DataTable
        caption={t('partners.developers.places.caption')}
        columns={[
          {
            key: 'what',
            label: t('partners.developers.places.what'),
            render: ({ what }) => t(`partners.developers.places.${what}`),
          },
          {
            key: 'path',
            label: t('partners.developers.places.address'),
            render: ({ path }) => (
              <a className={styles.path} href={path}>
                {path}
              </a>
            ),
          },
        ]}
        rows={rows}
        keyOf={({ what }) => what}
        empty={{ title: '' }}
      />
    </Section>
  )
}

function Limits({ reads }: Pick<DevelopersPageProps, 'reads'>) {
  const t = useT()
  const locale = useLocale()
  const said = { reads: formatNumber(locale, reads.points), minutes: formatNumber(locale, reads.seconds / 60) }
  return (
    <Section id="limits" title={t('partners.developers.limits.title')}>
      <Words>
        <p>{t('partners.developers.limits.kept')}</p>
        <p>{t('partners.developers.limits.made', said)}</p>
        <p>{t('partners.developers.limits.wait')}</p>
      </Words>
    </Section>
  )
}

function Signing(where: Where) {
  const t = useT()
  return (
    <Section id="sign" title={t('partners.developers.sign.title')}>
      <Words>
        <p>{t('partners.developers.sign.intro')}</p>
        <Sample>{signSample(where)}</Sample>
        {(['consent', 'same', 'server', 'attack'] as const).map((line) => (
          <p key={line}>{t(`partners.developers.sign.${line}`)}</p>
        ))}
      </Words>
    </Section>
  )
}

function Keys() {
  const t = useT()
  return (
    <Section id="keys" title={t('partners.developers.keys.title')}>
      <Words>
        <p>{t('partners.developers.keys.intro')}</p>
        <ul>
          {(['quota', 'noWork', 'once', 'try'] as const).map((line) => (
            <li key={line}>{t(`partners.developers.keys.${line}`)}</li>
          ))}
        </ul>
        <p>{t('partners.developers.keys.safe')}</p>
        <p>{t('partners.developers.keys.ask')}</p>
      </Words>
    </Section>
  )
}

function Webhooks({ slug }: Pick<Where, 'slug'>) {
  const t = useT()
  return (
    <Section id="webhooks" title={t('partners.developers.webhooks.title')}>
      <Words>
        <p>{t('partners.developers.webhooks.intro')}</p>
        <ul>
          {webhookEvents.map((event) => (
            <li key={event}>
              <code>{event}</code> · {t(eventName(event))}
            </li>
          ))}
        </ul>
        <Sample>{webhookSample({ slug })}</Sample>
        {(['check', 'answer', 'again'] as const).map((line) => (
          <p key={line}>{t(`partners.developers.webhooks.${line}`)}</p>
        ))}
      </Words>
    </Section>
  )
}
