import { Form } from '@remix-run/react'
import { formatInstant, formatNumber, formatPercent } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, Columns, SmallPrint } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Trial } from '../queries/trial.server.ts'
import { shares, trialActions, variants, waits, type Variant } from '../rules/trial.ts'
import { longestSubject, type MailingState, type MailingTexts } from '../schema.ts'

interface TrialProps {
  id: string
  trial: Trial | null
  texts: MailingTexts
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
export function TrialEditor({ id, trial, texts, refused }: TrialProps) {
  const t = useT()
  const answers = useAnswers(refused, given(trial))
  const errors = useErrorList(refused)
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={errors} />
      <p className="section-intro">{t('mailings.trial.intro')}</p>
      <Columns>
        <SecondSubject answers={answers} texts={texts} />
        <HowItIsTried answers={answers} />
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

function HowItIsTried({ answers }: { answers: Answers }) {
  const t = useT()
  const goal = answers('goal')
  return (
    <div>
      <SelectField
        {...answers('share')}
        label={t('mailings.trial.share')}
        required
        choices={shares.map((share) => ({ value: String(share), label: t('mailings.trial.percent', { share }) }))}
      />
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

/** What came of both subjects, said no more certainly than it is. */
export function TrialResults({ id, state, trial }: { id: string; state: MailingState; trial: Trial }) {
  const t = useT()
  const undecided = trial.winner === null && (state === 'sending' || state === 'paused')
  return (
    <Section id="results" title={t('mailings.trial.results')} intro={t('mailings.trial.resultsIntro')}>
      <Verdict trial={trial} undecided={undecided} />
      <Figures trial={trial} />
      {undecided && <Choose trial={trial} />}
      <SmallPrint>{t('mailings.trial.honest')}</SmallPrint>
      <Actions>
        <ButtonLink href={`/admin/mailings/${id}`} kind="plain">
          {t('mailings.audience.back')}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

const named = (variant: Variant) => variant.toUpperCase()

function Verdict({ trial, undecided }: { trial: Trial; undecided: boolean }) {
  const { winner, byHand, decidedAt, comparison, hours } = trial
  const t = useT()
  const locale = useLocale()
  const { leader, says } = comparison
  const about =
    leader === null ? t('mailings.trial.says.equal') : t(`mailings.trial.says.${says}`, { variant: named(leader) })
  if (winner === null && !undecided)
    return (
      <Notice title={t('mailings.trial.over')}>
        <p>{about}</p>
      </Notice>
    )
  if (winner === null)
    return (
      <Notice title={t('mailings.trial.open')}>
        <p>{about}</p>
        <p>
          {hours === null ? t('mailings.trial.waitsForPerson') : t('mailings.trial.waitsForClock', { count: hours })}
        </p>
      </Notice>
    )
  const at = decidedAt ? formatInstant(locale, new Date(decidedAt)) : ''
  return (
    <Notice kind="success" title={t('mailings.trial.decided', { variant: named(winner) })}>
      <p>{t(byHand ? 'mailings.trial.decidedByHand' : 'mailings.trial.decidedByClock', { at })}</p>
      <p>{about}</p>
    </Notice>
  )
}

function Figures({ trial: { subjects, letters, actions, goal } }: { trial: Trial }) {
  const t = useT()
  const locale: Locale = useLocale()
  const count = (value: number) => formatNumber(locale, value)
  const share = (variant: Variant) =>
    letters[variant] === 0 ? '' : formatPercent(locale, actions[variant][goal] / letters[variant])
  return (
    <DataTable
      caption={t('mailings.trial.results')}
      rows={variants}
      keyOf={(variant) => variant}
      columns={[
        {
          key: 'subject',
          label: t('mailings.list.subject'),
          render: (variant) => `${named(variant)} – ${subjects[variant][locale]}`,
        },
        { key: 'letters', label: t('mailings.run.sent'), numeric: true, render: (variant) => count(letters[variant]) },
        ...trialActions.map((action) => ({
          key: action,
          label: t(`mailings.trial.counted.${action}`),
          numeric: true,
          render: (variant: Variant) => count(actions[variant][action]),
        })),
        {
          key: 'share',
          label: t('mailings.trial.rate', { goal: t(`mailings.trial.counted.${goal}`) }),
          numeric: true,
          render: share,
        },
      ]}
      empty={{ title: '' }}
    />
  )
}

function Choose({ trial }: { trial: Trial }) {
  const t = useT()
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="choose" />
      <p>{t('mailings.trial.chooseIntro')}</p>
      <Actions>
        {variants.map((variant) => (
          <Button
            key={variant}
            name="winner"
            value={variant}
            kind={trial.comparison.leader === variant ? 'primary' : 'quiet'}
          >
            {t('mailings.trial.choose', { variant: named(variant) })}
          </Button>
        ))}
      </Actions>
    </Form>
  )
}
