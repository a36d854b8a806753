import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { formatInstant, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Chip, Chips } from '#app/ui/chip.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { canMove, isUnderWay, shortKey } from '../rules.ts'
import type { Conditions } from '../schema.ts'
import type { ShownInvalidation } from '../queries/invalidations.server.ts'
import { standingOf } from './rule-words.ts'

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

export function RuleRun({ rule }: { rule: ShownInvalidation }) {
  const t = useT()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const moving = isUnderWay(rule.state) && !rule.paused
  useLiveProgress(moving)
  const standing = standingOf(rule)
  const facts = [
    {
      label: t('integrity.rules.dry'),
      value: number(rule.drySignatures),
      detail: t('integrity.run.ofWhich', { count: rule.dryCounted, number: number(rule.dryCounted) }),
    },
    {
      label: t('integrity.rules.removed'),
      value: number(rule.signatures),
      detail: t('integrity.run.ofWhich', { count: rule.counted, number: number(rule.counted) }),
    },
  ]
  // Not what was removed less what was given back: between the two some confirm, and some leave.
  if (rule.state === 'undoing' || rule.state === 'undone')
    facts.push({
      label: t('integrity.rules.givenBack'),
      value: number(rule.givenBack),
      detail: t('integrity.run.ofWhich', { count: rule.givenBackCounted, number: number(rule.givenBackCounted) }),
    })
  return (
    <>
      <p>
        <StatusTag tone={standing.tone}>{t(standing.label)}</StatusTag>{' '}
        {t('integrity.run.writtenAt', { instant: formatInstant(locale, rule.createdAt) })}
      </p>
      <Stats items={facts} />
      {isUnderWay(rule.state) && <Bar rule={rule} />}
      <Section id="conditions" title={t('integrity.run.conditions')} intro={t('integrity.run.conditionsWhy')}>
        <Chips label={t('integrity.run.conditions')}>
          {useWords(rule.conditions).map((words) => (
            <Chip key={words}>{words}</Chip>
          ))}
        </Chips>
      </Section>
      <Section id="reason" title={t('integrity.rules.reason')} intro={t('integrity.run.reasonWhy')}>
        <p lang="fr">{rule.reasonFr}</p>
        <p lang="en">{rule.reasonEn}</p>
      </Section>
      <Decide rule={rule} />
    </>
  )
}

function Bar({ rule }: { rule: ShownInvalidation }) {
  const t = useT()
  const locale = useLocale()
  // Undoing does not look: it gives back, and knows how many are left.
  const [done, all] = rule.state === 'undoing' ? [rule.givenBack, rule.signatures] : [rule.looked, rule.toLook]
  const share = all === 0 ? 0 : Math.min(1, done / all)
  const sentence = t(`integrity.run.progress.${rule.state === 'undoing' ? 'given' : 'looked'}`, {
    done: formatNumber(locale, done),
    all: formatNumber(locale, all),
  })
  return (
    <div className="progress">
      <label htmlFor="rule-progress">{t(`integrity.rules.states.${rule.state}`)}</label>
      <span className="progress-share">{formatPercent(locale, Math.floor(share * 1000) / 1000)}</span>
      <progress id="rule-progress" value={done} max={Math.max(all, 1)} />
      <p aria-live="polite">{sentence}</p>
    </div>
  )
}

function Decide({ rule }: { rule: ShownInvalidation }) {
  const t = useT()
  const moving = isUnderWay(rule.state)
  const counted = rule.state === 'counted'
  return (
    <>
      {counted && rule.needsAnother && (
        <Notice kind="warn" title={t('integrity.run.needsAnother')}>
          <p>{t('integrity.run.needsAnotherWhy', { count: rule.twoPeopleAbove })}</p>
        </Notice>
      )}
      {rule.awaitsAnother && (
        <Notice kind="warn" title={t('integrity.run.awaitsAnother')}>
          <p>{t('integrity.run.awaitsAnotherWhy', { count: rule.twoPeopleAbove })}</p>
        </Notice>
      )}
      <Form method="post">
        <Actions>
          {counted && !rule.needsAnother && rule.drySignatures > 0 && (
            <Button name="intent" value="start">
              {t('integrity.run.start', { count: rule.drySignatures })}
            </Button>
          )}
          {moving && !rule.mayNotResume && (
            <Button name="intent" value={rule.paused ? 'resume' : 'pause'} kind="quiet">
              {t(rule.paused ? 'integrity.run.resume' : 'integrity.run.pause')}
            </Button>
          )}
          {canMove(rule.state, 'cancelled') && (
            <Button name="intent" value="cancel" kind="plain">
              {t('integrity.run.cancel')}
            </Button>
          )}
          {canMove(rule.state, 'undoing') && (
            <Button name="intent" value="undo" kind="quiet">
              {t('integrity.run.undo')}
            </Button>
          )}
          {canMove(rule.state, 'dropped') && (
            <Button name="intent" value="drop" kind="plain">
              {t('integrity.run.drop')}
            </Button>
          )}
        </Actions>
      </Form>
    </>
  )
}

/** Each kind of condition in words; of each kind one must fit, of all kinds every one. */
function useWords(rule: Conditions): string[] {
  const t = useT()
  const list = (values: readonly string[]) => values.join(', ')
  const given: [boolean, string][] = [
    [rule.domains.length > 0, t('integrity.words.domains', { list: list(rule.domains) })],
    [rule.domainKeys.length > 0, t('integrity.words.domainKeys', { list: list(rule.domainKeys.map(shortKey)) })],
    [rule.networks.length > 0, t('integrity.words.networks', { list: list(rule.networks.map(shortKey)) })],
    [rule.forgottenNetworks > 0, t('integrity.words.forgottenNetworks', { count: rule.forgottenNetworks })],
    [rule.from !== null, t('integrity.words.from', { moment: (rule.from ?? '').replace('T', ' ') })],
    [rule.to !== null, t('integrity.words.to', { moment: (rule.to ?? '').replace('T', ' ') })],
    [rule.name !== null, t('integrity.words.name', { pattern: rule.name ?? '' })],
    [rule.departments.length > 0, t('integrity.words.departments', { list: list(rule.departments) })],
    [rule.countries.length > 0, t('integrity.words.countries', { list: list(rule.countries) })],
    [rule.languages.length > 0, t('integrity.words.languages', { list: list(rule.languages) })],
    [
      rule.signals.length > 0,
      t('integrity.words.signals', { list: list(rule.signals.map((name) => t(`integrity.signals.${name}`))) }),
    ],
    [
      rule.states.length > 0,
      t('integrity.words.states', { list: list(rule.states.map((name) => t(`integrity.form.stateNames.${name}`))) }),
    ],
  ]
  return given.filter(([said]) => said).map(([, words]) => words)
}
