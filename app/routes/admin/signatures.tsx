import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import { countsBy } from '#app/features/numbers/queries.server.ts'
import { countByState } from '#app/features/signatures/queries.server.ts'
import { signatureStates } from '#app/features/signatures/schema.ts'
import { SignatureTabs } from '#app/features/integrity/ui/signature-tabs.tsx'
import { useAbout } from '#app/features/staff/ui/use-about.ts'
import { may } from '#app/features/staff/policy.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('staff.signatures.title')

const daysShown = 31
/** What counts comes first. */
const shownStates = signatureStates.toSorted((a, b) => Number(b === 'confirmed') - Number(a === 'confirmed'))

/** `?campaign=` chooses among several; the newest otherwise. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'analyse')
  const campaigns = await listForStaff(actor.locale, context.now)
  const asked = new URL(request.url).searchParams.get('campaign')
  const campaign = campaigns.find(({ slug }) => slug === asked) ?? campaigns[0]
  const choices = campaigns.map(({ slug, title }) => ({ slug, title }))
  const looksAfter = may(actor, 'integrity')
  if (!campaign) return { choices, campaign: null, counted: null, days: [], looksAfter }
  const [counted, days] = await Promise.all([countByState(campaign.id), countsBy(campaign.id, 'day')])
  const { slug, title } = campaign
  return { choices, campaign: { slug, title }, counted, days: days.slice(-daysShown).toReversed(), looksAfter }
}

export default function Signatures() {
  const { choices, campaign, counted, days, looksAfter } = useLoaderData<typeof loader>()
  const t = useT()
  const locale = useLocale()
  const about = useAbout()
  const filters = choices.map(({ slug, title }) => ({
    href: `/admin/signatures?campaign=${slug}`,
    label: title,
    current: slug === campaign?.slug,
  }))
  const nothing = <Empty title={t('staff.signatures.empty')}>{<p>{t('staff.signatures.emptyWhy')}</p>}</Empty>
  return (
    <>
      <Toolbar
        title={t('staff.signatures.title')}
        detail={t('staff.signatures.detail')}
        filters={choices.length > 1 ? filters : undefined}
      />
      {looksAfter && <SignatureTabs current="/admin/signatures" />}
      {counted ? (
        <Stats
          items={shownStates.map((state) => ({
            label: t(`staff.signatures.states.${state}`),
            value: about(counted.states[state] ?? 0, counted.estimated && state === 'pending'),
          }))}
        />
      ) : (
        nothing
      )}
      {campaign && (
        <Section id="by-day" title={t('staff.signatures.byDay')}>
          <DataTable
            caption={t('staff.signatures.caption')}
            columns={[
              { key: 'day', label: t('staff.signatures.day'), render: ({ key }) => formatDay(locale, key) },
              {
                key: 'number',
                label: t('staff.signatures.number'),
                numeric: true,
                render: ({ confirmed }) => formatNumber(locale, confirmed),
              },
            ]}
            rows={days}
            keyOf={({ key }) => key}
            empty={{ title: t('staff.signatures.empty'), children: <p>{t('staff.signatures.emptyWhy')}</p> }}
          />
        </Section>
      )}
    </>
  )
}
