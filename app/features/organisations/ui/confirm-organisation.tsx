import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Page } from '#app/ui/page.tsx'
import { placeOf } from '../places.ts'
import type { ConfirmableOrganisation } from '../queries.server.ts'
import styles from './organisations.module.css'

type Recorded = Omit<ConfirmableOrganisation, 'campaignId' | 'id'>

/** One button, and above it everything that pressing it records. */
export function ConfirmOrganisation({ title, recorded }: { title: string; recorded: Recorded }) {
  const t = useT()
  const locale = useLocale()
  const { confirmed, kind, person } = recorded
  return (
    <Page
      kicker={title}
      title={t(confirmed ? 'organisations.confirm.doneTitle' : 'organisations.confirm.title')}
      lead={<p>{t(confirmed ? 'organisations.confirm.doneLead' : 'organisations.confirm.lead')}</p>}
    >
      <Card>
        <dl className={`recorded ${styles.recorded}`}>
          <dt>{t('organisations.confirm.organisation')}</dt>
          <dd>
            {recorded.name}
            <br />
            {t(`organisations.kinds.${kind}`)} · {placeOf(locale, recorded)}
          </dd>
          <dt>{t('organisations.confirm.about')}</dt>
          <dd className="recorded-words">{recorded.scope}</dd>
          {recorded.website && <dt>{t('organisations.confirm.website')}</dt>}
          {recorded.website && <dd>{recorded.website}</dd>}
          <dt>{t('organisations.confirm.logo')}</dt>
          <dd>{t(recorded.logo ? 'organisations.confirm.logoYes' : 'organisations.confirm.logoNo')}</dd>
          <dt>{t('organisations.confirm.version')}</dt>
          <dd>{recorded.textVersion}</dd>
          {person && <dt>{t('organisations.confirm.person')}</dt>}
          {person && (
            <dd>
              {person.name}
              <br />
              {person.role}
              <br />
              {person.email}
            </dd>
          )}
        </dl>
        {person && <p className="small">{t('organisations.confirm.personHidden')}</p>}
        {person && recorded.news && <p>{t('organisations.confirm.news')}</p>}
        {!confirmed && (
          <form method="post">
            <Button wide>{t('organisations.confirm.button')}</Button>
            <SmallPrint>{t('organisations.confirm.why')}</SmallPrint>
          </form>
        )}
      </Card>
    </Page>
  )
}
