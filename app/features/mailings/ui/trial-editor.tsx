import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, Columns, SmallPrint } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Check, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Told } from '../rules/audience.ts'
import type { Trial } from '../queries/trial.server.ts'
import { areTooFew, fewestTried, shares, triedEach, trialActions, waits } from '../rules/trial.ts'
import { longestSubject, type MailingTexts } from '../schema.ts'

interface TrialProps {
  id: string
  trial: Trial | null
  texts: MailingTexts
  /** How many would get it now, as it may be told. */
  total: Told
  refused?: FormState
}

const given = (trial: Trial | null): Record<string, string> =>
  trial === null
    ? { share: '20', goal: 'visit', hours: '4' }
    : {
        subjectFr: trial.subjects.b.fr,
        subjectEn: trial.subjects.b.en,
        share: String(trial.share),
        goal: trial.goal,
        hours: String(trial.hours ?? 0),
      }

/** A second subject for a draft. */
export function TrialEditor({ id, trial, texts, total: told, refused }: TrialProps) {
  const total = told.kind === 'few' || told.n === 0 ? null : told.n
  const t = useT()
  const answers = useAnswers(refused, given(trial))
  const errors = useErrorList(refused)
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={errors} />
      <p className="section-intro">{t('mailings.trial.intro')}</p>
      <TooFew total={total} />
      <Columns>
        <SecondSubject answers={answers} texts={texts} />
        <HowItIsTried answers={answers} total={total} anyway={refused?.values.anyway === 'on'} />
      </Columns>
      <SmallPrint>{t('mailings.trial.honest')}</SmallPrint>
      <Actions>
        <Button name="intent" value="keep">
          {t('mailings.trial.keep')}
        </Button>
        {trial && (
          <Button name="intent" value="drop" kind="quiet">
            {t('mailings.trial.drop')}
          </Button>
        )}
        <ButtonLink href={`/admin/mailings/${id}`} kind="plain">
          {t('mailings.audience.back')}
        </ButtonLink>
      </Actions>
    </Form>
  )
}

const widest = 50

/** Whether even the largest share is too small. Fewer than ten in a place always are. */
const neverEnough = (total: number | null) => total === null || areTooFew(total, widest)

/** What can be learnt, and from how many: said before anything is kept. */
function TooFew({ total }: { total: number | null }) {
  const t = useT()
  const locale = useLocale()
  if (!neverEnough(total)) return <p>{t('mailings.trial.learns', { least: fewestTried })}</p>
  return (
    <Notice kind="warn" title={t('mailings.trial.tooFewTitle')}>
      <p>
        {total === null
          ? t('mailings.trial.tooFewHidden')
          : t('mailings.trial.tooFewCounted', {
              count: total,
              number: formatNumber(locale, total),
              each: formatNumber(locale, triedEach(total, widest)),
            })}{' '}
        {t('mailings.trial.tooFewWhy', { least: fewestTried })}
      </p>
    </Notice>
  )
}

function SecondSubject({ answers, texts }: { answers: Answers; texts: MailingTexts }) {
  const t = useT()
  return (
    <fieldset>
      <legend>{t('mailings.trial.second')}</legend>
      {(['fr', 'en'] as const).map((locale) => (
        <TextField
          key={locale}
          {...answers(locale === 'fr' ? 'subjectFr' : 'subjectEn')}
          label={t(`mailings.trial.subjects.${locale}`)}
          hint={t('mailings.trial.first', { subject: texts[locale].subject })}
          required
          maxLength={longestSubject}
        />
      ))}
    </fieldset>
  )
}

interface HowProps {
  answers: Answers
  total: number | null
  /** Was ticked. */
  anyway: boolean
}

function HowItIsTried({ answers, total, anyway }: HowProps) {
  const t = useT()
  const locale = useLocale()
  const [goal, share] = [answers('goal'), answers('share')]
  const shareInWords = (value: number) =>
    total === null
      ? t('mailings.trial.percent', { share: value })
      : t(areTooFew(total, value) ? 'mailings.trial.percentTooFew' : 'mailings.trial.percentEach', {
          share: value,
          each: formatNumber(locale, triedEach(total, value)),
        })
  return (
    <div>
      <SelectField
        {...share}
        label={t('mailings.trial.share')}
        hint={t('mailings.trial.shareHint', { least: fewestTried })}
        required
        choices={shares.map((value) => ({ value: String(value), label: shareInWords(value) }))}
      />
      {(neverEnough(total) || share.error || anyway) && (
        <Check name="anyway" label={t('mailings.trial.anyway')} defaultChecked={anyway} />
      )}
      <SelectField
        {...answers('hours')}
        label={t('mailings.trial.hours')}
        required
        choices={[
          ...waits.map((hours) => ({ value: String(hours), label: t('mailings.trial.after', { count: hours }) })),
          { value: '0', label: t('mailings.trial.byHand') },
        ]}
      />
      <RadioGroup
        id="goal"
        name="goal"
        legend={t('mailings.trial.goal')}
        hint={t('mailings.trial.goalHint')}
        error={goal.error}
        chosen={goal.defaultValue}
        options={trialActions.map((value) => ({ value, label: t(`mailings.trial.goals.${value}`) }))}
      />
    </div>
  )
}
