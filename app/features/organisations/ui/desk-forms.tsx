import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import type { CountryChoice } from '../places.ts'
import type { OrganisationForTeam } from '../queries/for-team.server.ts'
import { moves, refuseReasons, unpublishReasons } from '../schema.ts'
import { SpellingFields } from './spelling-fields.tsx'

interface FormProps {
  organisation: OrganisationForTeam
  refused: FormState
}

const closings = {
  refuse: { field: 'refuseReason', reasons: refuseReasons },
  unpublish: { field: 'unpublishReason', reasons: unpublishReasons },
} as const

const can = (move: keyof typeof moves, { state }: OrganisationForTeam) =>
  moves[move].from.some((from) => from === state)

/** What may be done from here: publish, refuse, take back, take off. */
export function Deciding({ organisation, refused }: FormProps) {
  const t = useT()
  const locale = useLocale()
  const { campaign, state } = organisation
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t('organisations.desk.decide')}</h2>
      {can('approve', organisation) && state !== 'refused' && (
        <Step organisation={organisation} intent="approve" why={t('organisations.desk.approveWhy')} primary />
      )}
      {can('reconsider', organisation) && <Step organisation={organisation} intent="reconsider" />}
      {can('refuse', organisation) && <Closing {...{ organisation, refused }} kind="refuse" />}
      {state === 'approved' && (
        <p>
          <a href={`/${locale}/${campaign}/organisations`}>{t('organisations.desk.see')}</a>
        </p>
      )}
      {can('unpublish', organisation) && <Closing {...{ organisation, refused }} kind="unpublish" />}
    </section>
  )
}

interface StepProps {
  organisation: OrganisationForTeam
  intent: 'approve' | 'reconsider'
  why?: string
  primary?: boolean
}

function Step({ organisation, intent, why, primary = false }: StepProps) {
  const t = useT()
  return (
    <form method="post" action={`/admin/organisations/${organisation.id}`}>
      <input type="hidden" name="revision" value={organisation.revision} />
      {why && <p className="small">{why}</p>}
      <Button kind={primary ? 'primary' : 'quiet'} name="intent" value={intent}>
        {t(`organisations.desk.${intent}`)}
      </Button>
    </form>
  )
}

/** Closes with a reason: `refuse` what has not appeared, `unpublish` what has. */
function Closing({ organisation, refused, kind }: FormProps & { kind: keyof typeof closings }) {
  const t = useT()
  const { field, reasons } = closings[kind]
  const answer = useAnswers(refused)(field)
  return (
    <details open={answer.error !== undefined}>
      <summary>{t(`organisations.desk.${kind}`)}</summary>
      <form method="post" action={`/admin/organisations/${organisation.id}`} noValidate>
        <input type="hidden" name="revision" value={organisation.revision} />
        <p className="small">{t(`organisations.desk.${kind}Why`)}</p>
        <SelectField
          {...answer}
          label={t('organisations.desk.why')}
          emptyChoice={t('organisations.desk.whyEmpty')}
          choices={reasons.map((reason) => ({ value: reason, label: t(`organisations.reasons.${reason}`) }))}
          required
        />
        <Button kind="quiet" name="intent" value={kind}>
          {t(`organisations.desk.${kind}`)}
        </Button>
      </form>
    </details>
  )
}

/** The spelling, and the logo. */
export function Correcting({ organisation, countries, refused }: FormProps & { countries: readonly CountryChoice[] }) {
  const t = useT()
  const { id, revision, name, kind, scope, town, country, website, logo } = organisation
  const recorded = { name, kind, scope, town: town ?? '', country, website: website ?? '' }
  const answers = useAnswers(refused, recorded)
  const wrong = refused.values.intent === 'edit'
  return (
    <section aria-label={t('organisations.desk.edit')}>
      <details open={wrong}>
        <summary>{t('organisations.desk.edit')}</summary>
        <form method="post" action={`/admin/organisations/${id}`} noValidate>
          <p className="small">{t('organisations.desk.editWhy')}</p>
          <input type="hidden" name="revision" value={revision} />
          <SpellingFields answers={answers} countries={countries} />
          <Button kind="quiet" name="intent" value="edit">
            {t('organisations.desk.save')}
          </Button>
        </form>
      </details>
      {logo && (
        <details>
          <summary>{t('organisations.desk.removeLogo')}</summary>
          <form method="post" action={`/admin/organisations/${id}`}>
            <p className="small">{t('organisations.desk.removeLogoWhy')}</p>
            <input type="hidden" name="revision" value={revision} />
            <Button kind="quiet" name="intent" value="remove-logo">
              {t('organisations.desk.removeLogo')}
            </Button>
          </form>
        </details>
      )}
    </section>
  )
}
