import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import styles from './staff.module.css'

interface AgreementsProps {
  packs: readonly { id: number; campaign: string; plannedOn: string }[]
  imports: readonly { id: number; source: string }[]
  exports: number
  /** Of mailings and of letters to an addressee: their own list is on the same page. */
  mail: number
}

/** How many agreements wait for whoever reads, and the way to each. Nothing when none does. */
export function Agreements({ packs, imports, exports, mail }: AgreementsProps) {
  const t = useT()
  const locale = useLocale()
  const numbered = (count: number) => ({ count, number: formatNumber(locale, count) })
  const links = [
    ...packs.map(({ id, campaign, plannedOn }) => ({
      href: `/admin/campaigns/${campaign}/deliveries/${id}`,
      label: t('staff.dashboard.agreementPack', { campaign, day: formatDay(locale, plannedOn) }),
    })),
    ...imports.map(({ id, source }) => ({
      href: `/admin/imports/${id}`,
      label: t('staff.dashboard.agreementImport', { source }),
    })),
    ...(exports > 0
      ? [{ href: '/admin/exports', label: t('staff.dashboard.agreementExports', numbered(exports)) }]
      : []),
    ...(mail > 0 ? [{ href: '#waiting-mail', label: t('staff.dashboard.agreementMail', numbered(mail)) }] : []),
  ]
  if (links.length === 0) return null
  const count = packs.length + imports.length + exports + mail
  return (
    <Section id="agreements" title={t('staff.dashboard.agreements', numbered(count))}>
      <ul className={styles.agreements}>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
