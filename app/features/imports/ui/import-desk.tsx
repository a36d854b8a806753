import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Choice } from '#app/ui/field.tsx'
import type { ImportDeskData } from '../queries/desk.server.ts'
import { isUnderWay } from '../rules/steps.ts'
import { CheckResult } from './check-result.tsx'
import { ImportStanding } from './imports-page.tsx'
import { MappingForm } from './mapping-form.tsx'
import { ReadingPart } from './reading-part.tsx'
import { RunPart } from './run-part.tsx'
import type { Shown } from './shown.ts'
import { WavePart } from './wave-part.tsx'

const refreshEvery = 1500

/** Looks again while the work goes on. Without a script the page is loaded anew by hand. */
function useLiveProgress(moving: boolean) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(revalidate, refreshEvery)
    return () => clearInterval(timer)
  }, [moving, revalidate])
}

interface DeskProps extends ImportDeskData {
  campaigns: readonly Choice[]
  refused: FormState
}

/** One file from its bytes to its people: how it is read, what it holds, what would come in, and what became of them. */
export function ImportDesk({ shown, beginning, recognised, refusals, reasons, campaigns, refused }: DeskProps) {
  const t = useT()
  const { state, paused } = shown
  useLiveProgress(isUnderWay(state) && !paused)
  const hasRun = state !== 'uploaded' && state !== 'checking'
  const mapping = beginning && recognised && (
    <>
      <ReadingPart shown={shown} beginning={beginning} recognised={recognised} />
      <MappingForm {...{ shown, beginning, recognised, campaigns, refused }} />
    </>
  )
  return (
    <>
      <p>
        <ImportStanding state={state} paused={paused} />
      </p>
      <Fault shown={shown} />
      {isUnderWay(state) && <Under shown={shown} />}
      {hasRun && <CheckResult shown={shown} refusals={refusals} reasons={reasons} header={beginning?.header ?? []} />}
      {state === 'checked' && <RunPart shown={shown} />}
      <WavePart shown={shown} refused={refused} />
      {mapping && state === 'checked' ? (
        <details open={Object.keys(refused.errors).length > 0}>
          <summary>{t('imports.map.change')}</summary>
          {mapping}
        </details>
      ) : (
        mapping
      )}
      {state !== 'checked' && <RunPart shown={shown} />}
      <Facts shown={shown} />
    </>
  )
}

const faults = ['endless', 'too-many', 'unreadable'] as const

function Fault({ shown: { fault, faultLine } }: { shown: Shown }) {
  const t = useT()
  const known = faults.find((one) => one === fault)
  return known ? <Notice kind="warn" title={t(`imports.run.faults.${known}`, { line: faultLine ?? 0 })} /> : null
}

/** How far it is, and the ways to stop. */
function Under({ shown: { state, paused, position, total } }: { shown: Shown }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section
      id="progress"
      title={t(`imports.states.${state}`)}
      intro={state === 'checking' && t('imports.check.waiting')}
    >
      {total === null ? (
        <p aria-live="polite">
          {t('imports.check.progress')} {formatNumber(locale, position)}
        </p>
      ) : (
        <Progress label={t('imports.run.progress')} sent={position} total={total} id="import-progress" />
      )}
      {state !== 'undoing' && (
        <Form method="post">
          <Actions>
            <Button name="intent" value={paused ? 'resume' : 'pause'} kind={paused ? undefined : 'quiet'}>
              {t(paused ? 'imports.run.resume' : 'imports.run.pause')}
            </Button>
            <Button name="intent" value="cancel" kind="quiet">
              {t('imports.run.cancel')}
            </Button>
          </Actions>
          {state === 'running' && <SmallPrint>{t('imports.run.cancelHint')}</SmallPrint>}
        </Form>
      )}
    </Section>
  )
}

function Facts({ shown }: { shown: Shown }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="facts" title={t('imports.run.facts')}>
      <FactList
        rows={[
          [t('imports.map.campaign'), shown.campaign],
          [t('imports.map.consentWhere'), shown.consentWhere],
          [t('imports.map.consentWhen'), shown.consentWhen],
          [t('imports.map.consentWords'), shown.consentWords],
          [t('imports.map.consentPurpose'), shown.consentPurpose],
          [t('imports.run.size'), t('imports.run.bytes', { number: formatNumber(locale, shown.bytes) })],
          [t('imports.run.sha256'), <code key="hash">{shown.sha256}</code>],
          [t('imports.run.file'), t(shown.hasFile ? 'imports.run.kept' : 'imports.run.gone')],
        ]}
      />
    </Section>
  )
}
