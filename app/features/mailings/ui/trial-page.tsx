import { formatInstant, formatNumber, formatPercent } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Trial } from '../queries/trial.server.ts'
import { mostOfOneNetwork, trialActions, variants, type Variant } from '../rules/trial.ts'
import type { MailingState, RunningTrial } from '../schema.ts'
import { ChooseSubject } from './choose-subject.tsx'

interface ResultsProps {
  id: string
  state: MailingState
  trial: Trial
  /** `null`: nobody waits for the outcome. */
  running: RunningTrial | null
  refused?: FormState
}

/** What came of both subjects, said no more certainly than it is. */
export function TrialResults({ id, state, trial, running, refused }: ResultsProps) {
  const t = useT()
  const undecided = trial.winner === null && (state === 'sending' || state === 'paused')
  return (
    <Section id="results" title={t('mailings.trial.results')} intro={t('mailings.trial.resultsIntro')}>
      <Verdict trial={trial} state={state} running={running} />
      <Figures trial={trial} />
      {undecided && running && (
        <ChooseSubject trial={trial} held={running.held} isPaused={state === 'paused'} refused={refused} />
      )}
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

/** When the rest gets the one that is chosen, and who chooses. */
function Waits({ isPaused, running }: { isPaused: boolean; running: RunningTrial | null }) {
  const t = useT()
  const locale = useLocale()
  if (running === null) return <p>{t('mailings.trial.nobodyWaits')}</p>
  const counted = { count: running.held, number: formatNumber(locale, running.held) }
  return (
    <>
      <p>
        {t('mailings.trial.held', counted)}{' '}
        {running.at === null
          ? t('mailings.trial.waitsForPerson')
          : t('mailings.trial.clockAt', { at: formatInstant(locale, new Date(running.at)), least: mostOfOneNetwork })}
      </p>
      {isPaused && <p>{t(running.at === null ? 'mailings.trial.pausedPerson' : 'mailings.trial.pausedClock')}</p>}
    </>
  )
}

interface VerdictProps {
  trial: Trial
  state: MailingState
  running: RunningTrial | null
}

function Verdict({ trial, state, running }: VerdictProps) {
  const { winner, byHand, decidedAt, comparison, subjects } = trial
  const t = useT()
  const locale = useLocale()
  const { leader, says } = comparison
  const about =
    leader === null ? t('mailings.trial.says.equal') : t(`mailings.trial.says.${says}`, { variant: named(leader) })
  if (state === 'scheduled') return <Notice title={t('mailings.trial.notBegun')} />
  if (winner !== null) {
    const at = decidedAt ? formatInstant(locale, new Date(decidedAt)) : ''
    return (
      <Notice kind="success" title={t('mailings.trial.decided', { variant: named(winner) })}>
        <p>{t('mailings.trial.known', { subject: subjects[winner][locale] })}</p>
        <p>{t(byHand ? 'mailings.trial.decidedByHand' : 'mailings.trial.decidedByClock', { at })}</p>
        {state === 'paused' && <p>{t('mailings.trial.pausedDecided')}</p>}
        <p>{about}</p>
      </Notice>
    )
  }
  if (state !== 'sending' && state !== 'paused')
    return (
      <Notice title={t('mailings.trial.over')}>
        <p>{about}</p>
      </Notice>
    )
  const going = running?.waitsFor === 'choice' ? 'mailings.waits.choice' : 'mailings.trial.open'
  return (
    <Notice title={t(state === 'paused' ? 'mailings.trial.paused' : going)}>
      <p>{about}</p>
      <Waits isPaused={state === 'paused'} running={running} />
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
