import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckOptions, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { leavingReasons, newsScopes, newsWishes } from '../rules/preferences.ts'

interface PreferencesPageProps {
  /** Of the campaign whose letter led here. */
  campaign: string
  campaignHref: string | null
  /** All that the site shows, whatever the reader asked for: the page must not tell who signed what. */
  campaigns: { slug: string; title: string }[]
  typed: FormState
  done: { until: string | null } | null
}

/** What somebody may want less of. Nothing is decided before the button, and nothing here tells who they are. */
export function PreferencesPage({ campaign, campaignHref, campaigns, typed, done }: PreferencesPageProps) {
  const t = useT()
  return (
    <Page title={t(done ? 'mailings.unsubscribe.doneTitle' : 'mailings.preferences.title')}>
      <Card>
        {done ? (
          <Done until={done.until} />
        ) : (
          <PreferencesForm campaign={campaign} campaigns={campaigns} typed={typed} />
        )}
      </Card>
      {campaignHref && (
        <p>
          <a href={campaignHref}>{t('mailings.unsubscribe.campaign')}</a>
        </p>
      )}
    </Page>
  )
}

function Done({ until }: { until: string | null }) {
  const t = useT()
  const locale = useLocale()
  return (
    <div role="status">
      <p>
        {until
          ? t('mailings.preferences.paused', { day: formatDay(locale, new Date(until)) })
          : t('mailings.preferences.stopped')}
      </p>
      <p>{t('mailings.preferences.signatureStays')}</p>
    </div>
  )
}

const chosenOf = (typed: FormState, name: string) => {
  const value = typed.values[name]
  return typeof value === 'string' ? value : undefined
}

function PreferencesForm({
  campaign,
  campaigns,
  typed,
}: Pick<PreferencesPageProps, 'campaign' | 'campaigns' | 'typed'>) {
  const t = useT()
  const errors = useErrorList(typed, ['scope', 'campaigns', 'wish', 'reason'])
  const errorOf = (name: string) => typed.errors[name] && t(typed.errors[name])
  const ticked = typed.values['campaigns']
  const scopes = newsScopes.filter((scope) => scope !== 'chosen' || campaigns.length > 1)
  return (
    <>
      <ErrorSummary errors={errors} />
      <p>{t('mailings.preferences.lead')}</p>
      <form method="post" noValidate>
        <RadioGroup
          id="scope"
          name="scope"
          required
          legend={t('mailings.preferences.scope')}
          chosen={chosenOf(typed, 'scope')}
          error={errorOf('scope')}
          options={scopes.map((value) => ({ value, label: t(`mailings.preferences.scopes.${value}`, { campaign }) }))}
        />
        {campaigns.length > 1 && (
          <CheckOptions
            id="campaigns"
            name="campaigns"
            legend={t('mailings.preferences.campaigns')}
            hint={t('mailings.preferences.campaignsHint')}
            chosen={Array.isArray(ticked) ? ticked : []}
            error={errorOf('campaigns')}
            options={campaigns.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
        )}
        <RadioGroup
          id="wish"
          name="wish"
          required
          legend={t('mailings.preferences.wish')}
          chosen={chosenOf(typed, 'wish')}
          error={errorOf('wish')}
          options={newsWishes.map((value) => ({ value, label: t(`mailings.preferences.wishes.${value}`) }))}
        />
        <SelectField
          name="reason"
          label={t('mailings.preferences.reason')}
          hint={t('mailings.preferences.reasonHint')}
          defaultValue={chosenOf(typed, 'reason')}
          error={errorOf('reason')}
          emptyChoice={t('mailings.preferences.noReason')}
          choices={leavingReasons.map((value) => ({ value, label: t(`mailings.preferences.reasons.${value}`) }))}
        />
        <Button wide>{t('mailings.preferences.button')}</Button>
      </form>
    </>
  )
}
