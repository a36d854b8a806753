import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Clock } from '../rules/clock.ts'

interface DeliveriesLinkProps {
  /** The latest; `null`: nothing is shown. */
  latest: {
    deliveredOn: string | null
    dueOn: string | null
    answeredOn: string | null
    clock: Pick<Clock, 'phase'> | null
    addressee: string
    confirmed: number
  } | null
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
}

/** The way to what was delivered. Nothing while there is nothing. */
export function DeliveriesLink({ latest, campaignPath }: DeliveriesLinkProps) {
  const t = useT()
  const locale = useLocale()
  if (!latest) return null
  const { deliveredOn, dueOn, answeredOn, clock, addressee, confirmed } = latest
  const day = answeredOn ?? dueOn
  const about = answeredOn ? 'answered' : clock?.phase === 'silent' ? 'silent' : 'due'
  const label = deliveredOn
    ? t('handovers.page.linkOne', {
        day: formatDay(locale, deliveredOn),
        addressee,
        number: formatNumber(locale, confirmed),
      })
    : t('handovers.page.link')
  return (
    <p className="small">
      <a href={`${campaignPath}/deliveries`}>{label}</a>
      {deliveredOn && day && ` · ${t(`clock.line.${about}`, { day: formatDay(locale, day) })}`}
    </p>
  )
}

/** The same as a part of the campaign's page. */
export function DeliveriesSection(props: DeliveriesLinkProps) {
  const t = useT()
  if (!props.latest) return null
  return (
    <Section id="deliveries" title={t('handovers.page.link')}>
      <DeliveriesLink {...props} />
    </Section>
  )
}
