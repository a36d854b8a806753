import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Progress as ProgressBar } from '#app/ui/progress.tsx'
import { Section } from '#app/ui/section.tsx'
import { canMove, minutesLeft } from '../rules.ts'
import type { ShownProgress } from '../rules/told-progress.ts'
import type { MailingState, Progress, Run, RunningTrial } from '../schema.ts'
import { FewLetters } from './few-letters.tsx'
import { MailingFigures } from './mailing-figures.tsx'

const refreshEvery = 2000

/** Looks again while something is going out. Without a script the link below the bar does it. */
function useLiveProgress(state: MailingState) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (state !== 'sending') return
    const timer = setInterval(revalidate, refreshEvery)
    return () => clearInterval(timer)
  }, [state, revalidate])
}

/** How fast, and how long still. Rounded, so that it is not said anew with every letter. */
function Rate({ progress, run: { perMinute, trial } }: { progress: Progress; run: Run }) {
  const t = useT()
  const locale = useLocale()
  const counted = (count: number) => ({ count, number: formatNumber(locale, count) })
  // Who waits for the outcome of a trial gets nothing at this rate.
  const left = minutesLeft({ ...progress, total: progress.total - (trial?.held ?? 0) }, perMinute)
  if (left === null) return <p aria-live="polite">{t('mailings.steer.noRate')}</p>
  const rounded = perMinute < 10 ? Math.max(Math.round(perMinute), 1) : Math.round(perMinute / 10) * 10
  return (
    <p aria-live="polite">
      {t('mailings.steer.rate', counted(rounded))}{' '}
      {left < 120
        ? t('mailings.steer.leftMinutes', counted(Math.max(Math.ceil(left), 1)))
        : t('mailings.steer.leftHours', counted(Math.round(left / 60)))}
    </p>
  )
}

/** Who waits for the outcome of a trial, and for whom or what they wait. */
function TrialUnderWay({ id, isPaused, trial }: { id: string; isPaused: boolean; trial: RunningTrial }) {
  const t = useT()
  const locale = useLocale()
  const { waitsFor, held, at } = trial
  const values = {
    count: held,
    number: formatNumber(locale, held),
    at: at === null ? '' : formatInstant(locale, new Date(at)),
  }
  const title = isPaused
    ? 'mailings.trial.paused'
    : waitsFor === 'choice'
      ? 'mailings.waits.choice'
      : 'mailings.trial.open'
  return (
    <Notice kind={waitsFor === 'choice' ? 'warn' : 'info'} title={t(title)} role="note">
      <p>
        {t('mailings.trial.held', values)} {at !== null && t('mailings.waits.clock', values)}{' '}
        {waitsFor === 'letters' && at === null && t('mailings.trial.waitsForPerson')}{' '}
        <a href={`/admin/mailings/${id}/trial`}>{t('mailings.trial.linkResults')}</a>
      </p>
    </Notice>
  )
}

/** When it began, and when it ended or was stopped. */
function When({ state, run }: { state: MailingState; run: Run }) {
  const t = useT()
  const locale = useLocale()
  const said = (key: 'begun' | 'finished' | 'stopped', instant: string | null) =>
    instant && t(`mailings.run.${key}`, { instant: formatInstant(locale, new Date(instant)) })
  return (
    <p>
      {said('begun', run.startedAt)} {said(state === 'cancelled' ? 'stopped' : 'finished', run.finishedAt)}
    </p>
  )
}

interface MailingRunProps {
  id: string
  state: MailingState
  progress: ShownProgress
  run: Run
  /** `null`: dropped before it began. */
  archivePath: string | null
}

/** How far it is, and what can still be done about it. */
export function MailingRun({ id, state, progress, run, archivePath }: MailingRunProps) {
  const t = useT()
  useLiveProgress(state)
  return (
    <Section id="progress" title={t('mailings.run.title')}>
      {progress.few ? (
        <FewLetters progress={progress} />
      ) : (
        <>
          <ProgressBar label={t('mailings.run.bar')} sent={progress.sent} total={progress.total} />
          {state === 'sending' && (run.trial === null || run.trial.waitsFor === 'letters') && (
            <Rate progress={progress} run={run} />
          )}
        </>
      )}
      {run.trial && <TrialUnderWay id={id} isPaused={state === 'paused'} trial={run.trial} />}
      {run.isFreezing && <p>{t('mailings.run.freezing')}</p>}
      <When state={state} run={run} />
      <Form method="post">
        <Actions>
          {state === 'sending' && (
            <Button name="intent" value="pause" kind="quiet">
              {t('mailings.run.pause')}
            </Button>
          )}
          {state === 'paused' && (
            <Button name="intent" value="resume">
              {t('mailings.run.resume')}
            </Button>
          )}
          {canMove(state, 'cancelled') && (
            <Button name="intent" value="cancel" kind="plain">
              {t('mailings.run.cancel')}
            </Button>
          )}
          {state === 'sending' && (
            <ButtonLink href={`/admin/mailings/${id}`} kind="plain">
              {t('mailings.run.reload')}
            </ButtonLink>
          )}
          {archivePath && (
            <ButtonLink href={archivePath} kind="plain">
              {t('mailings.run.archive')}
            </ButtonLink>
          )}
        </Actions>
      </Form>
      {!progress.few && <MailingFigures state={state} progress={progress} run={run} />}
    </Section>
  )
}
