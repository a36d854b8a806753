import { formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns, Desk } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { CountryChoice } from '../places.ts'
import type { OrganisationForTeam } from '../queries/for-team.server.ts'
import type { Representative } from '../sealed-person.server.ts'
import { Correcting, Deciding } from './desk-forms.tsx'
import { OrganisationStateTag } from './organisation-queue.tsx'
import styles from './organisations.module.css'

interface DeskProps {
  organisation: OrganisationForTeam
  countries: readonly CountryChoice[]
  /** Opened a moment ago, with a trace. */
  person: Representative | null
  refused: FormState
}

/** Everything the team needs to decide on one organisation, and the ways to do so. */
export function OrganisationDesk({ organisation, countries, person, refused }: DeskProps) {
  const t = useT()
  return (
    <Columns>
      <Desk>
        <Facts organisation={organisation} />
        {organisation.similar.length > 0 && <Similar similar={organisation.similar} />}
        {organisation.state !== 'pending' && <Person id={organisation.id} person={person} />}
      </Desk>
      <Desk>
        {organisation.state === 'pending' ? (
          <Notice>
            <p>{t('organisations.desk.pendingWhy')}</p>
          </Notice>
        ) : (
          <>
            <Deciding organisation={organisation} refused={refused} />
            <Correcting organisation={organisation} countries={countries} refused={refused} />
          </>
        )}
      </Desk>
    </Columns>
  )
}

/** A name as long as it may be stays on the screen. */
export const OrganisationName = ({ name }: { name: string }) => <span className={styles.name}>{name}</span>

function Facts({ organisation }: { organisation: OrganisationForTeam }) {
  const t = useT()
  const locale = useLocale()
  const { id, state, kind, scope, website, logo, createdAt, confirmedAt, decidedAt, reason, fromItsSite } = organisation
  const when = (instant: Date | string | null) => (instant ? formatInstant(locale, new Date(instant)) : null)
  const language = organisation.locale === 'en' ? 'en' : 'fr'
  const version = t('organisations.desk.textVersion', {
    version: organisation.textVersion,
    language: t(`organisations.desk.languages.${language}`),
  })
  const rows = [
    [t('organisations.desk.state'), <OrganisationStateTag key="state" state={state} />],
    [t('organisations.desk.reason'), reason && t(`organisations.reasons.${reason}`)],
    [t('organisations.desk.kind'), t(`organisations.kinds.${kind}`)],
    [t('organisations.desk.place'), organisation.place],
    [t('organisations.desk.scope'), scope],
    [
      t('organisations.desk.website'),
      website ? <Website key="site" href={website} /> : t('organisations.desk.noWebsite'),
    ],
    [
      t('organisations.desk.mailDomain'),
      fromItsSite !== null && t(fromItsSite ? 'organisations.desk.fromItsSite' : 'organisations.desk.notFromItsSite'),
    ],
    [t('organisations.desk.logo'), logo ? <Logo key="logo" id={id} {...logo} /> : t('organisations.desk.noLogo')],
    [t('organisations.desk.campaign'), organisation.campaign],
    [t('organisations.desk.text'), version],
    [t('organisations.desk.created'), when(createdAt)],
    [t('organisations.desk.confirmed'), when(confirmedAt)],
    [t('organisations.desk.decided'), when(decidedAt)],
  ] as const
  return <FactList rows={rows} />
}

const Website = ({ href }: { href: string }) => (
  <a href={href} rel="noopener noreferrer nofollow">
    {href}
  </a>
)

const Logo = ({ id, width, height }: { id: string; width: number; height: number }) => (
  <span className={styles.logo}>
    <img src={`/admin/organisations/${id}/logo`} alt="" width={width} height={height} />
  </span>
)

function Similar({ similar }: Pick<OrganisationForTeam, 'similar'>) {
  const t = useT()
  return (
    <Notice kind="warn" title={t('organisations.desk.similarTitle')}>
      <p>{t('organisations.desk.similarWhy')}</p>
      <ul>
        {similar.map(({ id, name, state }) => (
          <li key={id}>
            <a href={`/admin/organisations/${id}`}>{name}</a> <OrganisationStateTag state={state} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Person({ id, person }: { id: string; person: Representative | null }) {
  const t = useT()
  return (
    <section aria-labelledby="person">
      <h2 id="person">{t('organisations.desk.person')}</h2>
      {person ? (
        <FactList
          rows={[
            [t('organisations.desk.personName'), person.name],
            [t('organisations.desk.personRole'), person.role],
            [t('organisations.desk.personEmail'), person.email],
          ]}
        />
      ) : (
        <form method="post" action={`/admin/organisations/${id}`}>
          <p className="small">{t('organisations.desk.personWhy')}</p>
          <Button kind="quiet" name="intent" value="open-person">
            {t('organisations.desk.personOpen')}
          </Button>
        </form>
      )}
    </section>
  )
}
