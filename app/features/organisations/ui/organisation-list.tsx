import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import { placeOf } from '../places.ts'
import type { ShownOrganisation } from '../schema.ts'
import styles from './organisations.module.css'

interface ListProps {
  campaign: { slug: string; title: string; open: boolean; textVersion: number }
  organisations: readonly ShownOrganisation[]
  page: number
  pages: number
  total: number
}

/** The organisations behind a text, counted apart from people. */
export function OrganisationList({ campaign, organisations, page, pages, total }: ListProps) {
  const t = useT()
  const locale = useLocale()
  const here = `/${locale}/${campaign.slug}`
  return (
    <Page
      width="wide"
      kicker={<a href={here}>{campaign.title}</a>}
      title={t('organisations.list.title')}
      lead={<p>{t('organisations.list.lead')}</p>}
    >
      {campaign.open ? (
        <Actions>
          <ButtonLink href={`${here}/organisations/sign`}>{t('organisations.list.sign')}</ButtonLink>
          <SmallPrint>{t('organisations.list.signHint')}</SmallPrint>
        </Actions>
      ) : (
        <p>{t('organisations.list.closed')}</p>
      )}
      {total === 0 ? (
        <Empty title={t('organisations.list.emptyTitle')}>
          <p>{t('organisations.list.empty')}</p>
        </Empty>
      ) : (
        <Section
          id="organisations"
          title={t('organisations.list.count', { count: total, number: formatNumber(locale, total) })}
        >
          <ul className={styles.list}>
            {organisations.map((organisation) => (
              <Item key={organisation.id} organisation={organisation} current={campaign.textVersion} />
            ))}
          </ul>
          <Pagination {...{ page, pages }} href={`${here}/organisations`} />
        </Section>
      )}
      <Section id="how" title={t('organisations.list.how')} more={{ href: here, label: t('organisations.list.back') }}>
        <div className="prose">
          <p>{t('organisations.list.howText')}</p>
        </div>
      </Section>
    </Page>
  )
}

function Item({ organisation, current }: { organisation: ShownOrganisation; current: number }) {
  const t = useT()
  const locale = useLocale()
  const { name, kind, scope, website, textVersion, logo } = organisation
  return (
    <li className={styles.item}>
      <div>
        <h3>{name}</h3>
        <p className={styles.facts}>
          {t(`organisations.kinds.${kind}`)} · {placeOf(locale, organisation)}
          {website && (
            <>
              {' · '}
              <a href={website} rel="noopener nofollow">
                {new URL(website).hostname.replace(/^www\./, '')}
              </a>
            </>
          )}
        </p>
        <p className={styles.scope}>{scope}</p>
        {textVersion !== current && (
          <p className={styles.facts}>{t('organisations.list.version', { version: textVersion })}</p>
        )}
      </div>
      {logo && (
        <div className={styles.logo}>
          <img src={`/logos/${logo.hash}.webp`} alt="" width={logo.width} height={logo.height} loading="lazy" />
        </div>
      )}
    </li>
  )
}
