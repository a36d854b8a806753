import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { countries } from '../countries.ts'

/** The work that a form brings: where it is to be had, and the script that does it. */
export interface WorkAsked {
  url: string
  script: string
}

interface SignFormProps {
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
  privacyPath: string
  /** In plain words, what ticking the box means. */
  consent: string
  /** The version of the text beside the form: what is signed. */
  textVersion: number
  /** While the campaign is under attack. */
  work?: WorkAsked | undefined
  state: FormState
}

const order = ['name', 'email', 'postcode', 'country', 'comment', 'consent']

type Answer = ReturnType<Answers>

const isTicked = ({ defaultValue }: Answer) => defaultValue === 'on'
const holdsSomething = ({ defaultValue, error }: Answer) => Boolean(defaultValue || error)

/** Four fields, one button. What was typed comes back with its errors; nothing is ticked in advance. */
export function SignForm({ campaignPath, privacyPath, consent, textVersion, work, state }: SignFormProps) {
  const t = useT()
  const answers = useAnswers(state)
  const wrong = useErrorList(state, order)
  return (
    <form
      method="post"
      action={`${campaignPath}/sign`}
      id="sign"
      noValidate
      aria-label={t('signatures.form.label')}
      data-challenge={work?.url}
    >
      <ErrorSummary errors={wrong} />
      <input type="hidden" name="text" value={textVersion} />
      <Person answers={answers} />
      <Check
        name="consent"
        label={<ConsentLabel privacyPath={privacyPath} />}
        required
        error={answers('consent').error}
        defaultChecked={isTicked(answers('consent'))}
      />
      <details>
        <summary>{t('signatures.form.consentMeans')}</summary>
        {consent.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
      <Check name="news" label={t('signatures.form.news')} defaultChecked={isTicked(answers('news'))} />
      <More answers={answers} />
      <Button kind="primary" wide>
        {t('signatures.form.sign')}
      </Button>
      {work && <Work script={work.script} />}
      <SmallPrint>{t('signatures.form.promise')}</SmallPrint>
    </form>
  )
}

/** Who signs, and from where. */
function Person({ answers }: { answers: Answers }) {
  const t = useT()
  const hint = t('signatures.form.did', { address: '{address}' })
  const country = answers('country')
  const abroad = (country.defaultValue ?? 'FR') !== 'FR' || country.error !== undefined
  return (
    <>
      <TextField {...answers('name')} label={t('signatures.form.name')} autoComplete="name" required maxLength={120} />
      <TextField
        {...answers('email')}
        type="email"
        label={t('signatures.form.email')}
        autoComplete="email"
        required
        after={<p className="hint" aria-live="polite" data-address-hint={hint} />}
      />
      <TextField
        {...answers('postcode')}
        label={t('signatures.form.postcode')}
        hint={t('signatures.form.postcodeHint')}
        autoComplete="postal-code"
        inputMode="numeric"
        required
        narrow
      />
      <details open={abroad}>
        <summary>{t('signatures.form.abroad')}</summary>
        <CountryField {...country} />
      </details>
    </>
  )
}

/** What few people need: folded until it holds something. */
function More({ answers }: { answers: Answers }) {
  const t = useT()
  const comment = answers('comment')
  const showName = answers('showName')
  return (
    <details open={[comment, showName].some(holdsSomething)}>
      <summary>{t('signatures.form.more')}</summary>
      <Check name="showName" label={t('signatures.form.showName')} defaultChecked={isTicked(showName)} />
      <TextArea
        {...comment}
        label={t('signatures.form.comment')}
        hint={t('signatures.form.commentHint')}
        rows={4}
        maxLength={500}
      />
    </details>
  )
}

/** The little script fills the field while the person writes. Without it the form is taken all the same. */
function Work({ script }: { script: string }) {
  const t = useT()
  return (
    <>
      <input type="hidden" name="altcha" />
      <script type="module" src={script} />
      <p role="status" data-working={t('signatures.guard.working')} />
      <SmallPrint>
        <strong>{t('signatures.guard.title')}</strong> {t('signatures.guard.calm')}
      </SmallPrint>
    </>
  )
}

function ConsentLabel({ privacyPath }: { privacyPath: string }) {
  const t = useT()
  return (
    <>
      {t('signatures.form.consent')} <a href={privacyPath}>{t('signatures.form.privacy')}</a>
    </>
  )
}

function CountryField({ defaultValue = 'FR', ...field }: Answer) {
  const t = useT()
  const locale = useLocale()
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const choices = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <SelectField
      {...field}
      label={t('signatures.form.country')}
      autoComplete="country"
      choices={choices}
      defaultValue={defaultValue}
      required
    />
  )
}
