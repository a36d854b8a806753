import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { DripHistory } from '../queries/drip.server.ts'
import type { DripSettings, DripState, DripStop } from '../rules/drip.ts'
import { AddresseeSummary } from './addressee-summary.tsx'

export interface ShownDrip {
  state: DripState
  revision: number
  tested: boolean
  settings: DripSettings
  stoppedBecause: DripStop | null
  /** Whoever looks proposed it. */
  isMine: boolean
}

const tones = {
  draft: 'waiting',
  proposed: 'waiting',
  running: 'active',
  stopped: 'stopped',
} as const satisfies Record<DripState, StatusTone>

interface StandingProps {
  drip: ShownDrip | null
  history: DripHistory | null
  refused?: FormState
}

/** Whether letters go out, to whom, and the next step: test, propose, agree, stop. */
export function AddresseeStanding({ drip, history, refused }: StandingProps) {
  const t = useT()
  return (
    <Section id="standing" title={t('mailings.addressee.standing')}>
      <p>
        <StatusTag tone={drip ? tones[drip.state] : 'stopped'}>
          {t(drip ? `mailings.addressee.states.${drip.state}` : 'mailings.addressee.states.off')}
        </StatusTag>
      </p>
      {drip === null ? <p>{t('mailings.addressee.off')}</p> : <Steps {...{ drip, history, refused }} />}
    </Section>
  )
}

function Steps({ drip, history, refused }: StandingProps & { drip: ShownDrip }) {
  const t = useT()
  const { state, settings, stoppedBecause } = drip
  return (
    <>
      {state === 'stopped' && stoppedBecause && (
        <Notice kind="warn" title={t(`mailings.addressee.stops.${stoppedBecause}`)}>
          <p>{t(`mailings.addressee.stopsWhy.${stoppedBecause}`)}</p>
        </Notice>
      )}
      <AddresseeSummary settings={settings} history={history} />
      {state === 'running' ? (
        <Form method="post">
          <Button name="intent" value="stop">
            {t('mailings.addressee.stop')}
          </Button>
        </Form>
      ) : (
        <NotRunning drip={drip} refused={refused} />
      )}
    </>
  )
}

function NotRunning({ drip, refused }: { drip: ShownDrip; refused?: FormState }) {
  const t = useT()
  const { state, tested, settings } = drip
  return (
    <>
      <p>
        {t(tested ? 'mailings.addressee.tested' : 'mailings.addressee.untested', { testTo: settings.testTo })}{' '}
        {state === 'proposed' &&
          t(drip.isMine ? 'mailings.addressee.waitsForAnother' : 'mailings.addressee.waitsForYou')}
      </p>
      {state === 'proposed' && !drip.isMine && <Agree drip={drip} refused={refused} />}
      <Form method="post">
        <Actions>
          <Button name="intent" value="test" kind="quiet">
            {t('mailings.addressee.test')}
          </Button>
          {state !== 'proposed' && tested && (
            <Button name="intent" value="propose">
              {t('mailings.addressee.propose')}
            </Button>
          )}
          {state === 'proposed' && (
            <Button name="intent" value="take-back" kind="plain">
              {t('mailings.addressee.takeBack')}
            </Button>
          )}
        </Actions>
      </Form>
    </>
  )
}

function Agree({ drip: { revision, settings }, refused }: { drip: ShownDrip; refused?: FormState }) {
  const t = useT()
  const error = refused?.errors.understood
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="revision" value={revision} />
      <Check
        name="understood"
        label={t('mailings.addressee.understood', { to: settings.to })}
        required
        error={error && t(error)}
      />
      <Button name="intent" value="approve">
        {t('mailings.addressee.approve')}
      </Button>
    </Form>
  )
}
