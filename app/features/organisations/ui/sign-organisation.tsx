import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import type { CountryChoice } from '../places.ts'
import { longest } from '../schema.ts'
import { useAnswers, type OrganisationFormState } from './form-answers.ts'
import styles from './organisations.module.css'
import { SpellingFields } from './spelling-fields.tsx'

interface SignOrganisationProps {
  campaign: { slug: string; title: string; open: boolean; textVersion: number; consent: string }
  countries: readonly CountryChoice[]
  state: OrganisationFormState
}

const order = [
  'form',
  'name',
  'kind',
  'scope',
  'town',
  'country',
  'website',
  'logo',
  'personName',
  'personRole',
  'email',
  'mandate',
]

/** The form of an organisation, with the text that it signs in sight. Nothing is ticked in advance. */
export function SignOrganisation({ campaign, countries, state }: SignOrganisationProps) {
  const t = useT()
  const locale = useLocale()
  const here = `/${locale}/${campaign.slug}`
  const answers = useAnswers(state)
  const wrong = order
    .filter((name) => state.errors[name])
    .map((name) => ({ ...(name === 'form' ? {} : { field: name }), message: answers(name).error ?? '' }))
  return (
    <Page
      kicker={<a href={`${here}/organisations`}>{t('organisations.form.back')}</a>}
      title={t('organisations.form.title')}
      lead={<p>{t('organisations.form.lead')}</p>}
    >
      {campaign.open ? (
        <form
          method="post"
          action={`${here}/organisations/sign`}
          encType="multipart/form-data"
          noValidate
          aria-label={t('organisations.form.label')}
        >
          <ErrorSummary errors={wrong} />
          <input type="hidden" name="textVersion" value={campaign.textVersion} />
          <p className={styles.text}>
            {t('organisations.form.text', { version: campaign.textVersion })}{' '}
            <a href={`${here}#text`}>{campaign.title}</a>
          </p>
          <fieldset className="field">
            <legend>{t('organisations.form.organisation')}</legend>
            <SpellingFields answers={answers} countries={countries} />
            <LogoField error={answers('logo').error} again={state.logoSent === true} />
          </fieldset>
          <Person {...{ answers, locale }} ticked={state.values.mandate === 'on'} />
          <Button wide>{t('organisations.form.send')}</Button>
          <SmallPrint>{t('organisations.form.promise')}</SmallPrint>
        </form>
      ) : (
        <Notice title={t('organisations.list.closed')} />
      )}
    </Page>
  )
}

interface PersonProps {
  answers: ReturnType<typeof useAnswers>
  locale: string
  ticked: boolean
}

function Person({ answers, locale, ticked }: PersonProps) {
  const t = useT()
  const mandate = (
    <>
      {t('organisations.form.mandate')} <a href={`/${locale}/privacy`}>{t('organisations.form.privacy')}</a>
    </>
  )
  return (
    <fieldset className="field">
      <legend>{t('organisations.form.person')}</legend>
      <p className="hint">{t('organisations.form.personHint')}</p>
      <TextField
        {...answers('personName')}
        label={t('organisations.form.personName')}
        autoComplete="name"
        required
        maxLength={longest.person}
      />
      <TextField
        {...answers('personRole')}
        label={t('organisations.form.personRole')}
        hint={t('organisations.form.personRoleHint')}
        autoComplete="organization-title"
        required
        maxLength={longest.person}
      />
      <TextField
        {...answers('email')}
        type="email"
        label={t('organisations.form.email')}
        hint={t('organisations.form.emailHint')}
        autoComplete="email"
        required
        after={
          <p
            className="hint"
            aria-live="polite"
            data-address-hint={t('organisations.form.did', { address: '{address}' })}
          />
        }
      />
      <Check name="mandate" label={mandate} required error={answers('mandate').error} defaultChecked={ticked} />
    </fieldset>
  )
}

/** A browser never sends a chosen file back: whoever has to correct something is told to choose it again. */
function LogoField({ error, again }: { error: string | undefined; again: boolean }) {
  const t = useT()
  const describedBy = ['logo-hint', error && 'logo-error'].filter(Boolean).join(' ')
  return (
    <div className={`field${error ? ' field-wrong' : ''}`}>
      <label htmlFor="logo">
        {t('organisations.form.logo')}
        <span className="optional"> ({t('ui.field.optional')})</span>
      </label>
      <p className="hint" id="logo-hint">
        {t('organisations.form.logoHint')}
        {again && <strong> {t('organisations.form.logoAgain')}</strong>}
      </p>
      {error && (
        <p className="error" id="logo-error">
          <span className="visually-hidden">{t('ui.field.error')} </span>
          {error}
        </p>
      )}
      <input
        type="file"
        id="logo"
        name="logo"
        accept="image/png,image/jpeg,image/webp"
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
