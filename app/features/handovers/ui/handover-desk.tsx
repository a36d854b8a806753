import { Form } from '@remix-run/react'
import { formatDay, formatInstant, formatNumber } from '#app/i18n/format.ts'
import { locales } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { BusyButton } from '#app/ui/busy-button.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { annexName, documentName } from '../document/names.ts'
import type { HandoverState } from '../rules.ts'
import styles from './handovers.module.css'
import { tones } from './handover-list.tsx'

export interface Desk {
  id: number
  state: HandoverState
  revision: number
  plannedOn: string
  withQuotes: boolean
  /** Whoever looks proposed it. */
  isMine: boolean
  /** Their address; `null` when nobody has, or who did is no longer known. */
  proposedBy: string | null
  sealedAt: Date | null
  confirmed: number | null
  onPaper: number | null
  organisations: number | null
  zipHash: string | null
  zipBytes: number | null
}

/** It waits for whoever looks: they read before they agree. */
export const isAsked = ({ state, isMine }: Pick<Desk, 'state' | 'isMine'>) => state === 'proposed' && !isMine

/** Where a pack is, and the next step of whoever looks at it, unless that comes after reading. */
export function HandoverStanding({ desk }: { desk: Desk }) {
  const t = useT()
  const { state, isMine, proposedBy } = desk
  const explained = state === 'proposed' ? (isMine ? 'proposedMine' : 'proposedOther') : state
  return (
    <Section id="standing" title={t('handovers.desk.standing')}>
      <p>
        <StatusTag tone={tones[state]}>{t(`handovers.desk.states.${state}`)}</StatusTag>
      </p>
      {isAsked(desk) && proposedBy !== null && <p>{t('handovers.desk.proposedBy', { email: proposedBy })}</p>}
      <p className={styles.explained}>{t(`handovers.desk.explain.${explained}`)}</p>
      {!isAsked(desk) && <Moves desk={desk} />}
    </Section>
  )
}

/** The yes of a second person, below what they say yes to. */
export function HandoverAgreement({ desk, refused }: { desk: Desk; refused?: FormState }) {
  const t = useT()
  const error = refused?.errors.understood
  return (
    <Section id="agreement" title={t('handovers.desk.agreement')}>
      <Form method="post" noValidate>
        <input type="hidden" name="revision" value={desk.revision} />
        <Check name="understood" label={t('handovers.desk.understood')} required error={error && t(error)} />
        <BusyButton name="intent" value="agree" busy={t('handovers.desk.agreeing')}>
          {t('handovers.desk.agree')}
        </BusyButton>
      </Form>
      <Moves desk={desk} />
    </Section>
  )
}

function Moves({ desk: { state, revision } }: { desk: Desk }) {
  const t = useT()
  if (state !== 'draft' && state !== 'proposed') return null
  return (
    <Form method="post">
      <input type="hidden" name="revision" value={revision} />
      <Actions>
        <Button name="intent" value="discard" kind="plain">
          {t('handovers.desk.discard')}
        </Button>
        {state === 'proposed' ? (
          <Button name="intent" value="take-back" kind="quiet">
            {t('handovers.desk.takeBack')}
          </Button>
        ) : (
          <Button name="intent" value="propose">
            {t('handovers.desk.propose')}
          </Button>
        )}
      </Actions>
    </Form>
  )
}

const useLanguage = () => {
  const locale = useLocale()
  return (named: string) => new Intl.DisplayNames(locale, { type: 'language' }).of(named) ?? named
}

/** The pack with the numbers of now, file by file. */
export function HandoverPreview({ home, withQuotes }: { home: string; withQuotes: boolean }) {
  const t = useT()
  const language = useLanguage()
  return (
    <Section id="preview" title={t('handovers.desk.preview.title')} intro={t('handovers.desk.preview.intro')}>
      <ul className={styles.files}>
        {locales.map((one) => (
          <li key={one}>
            <a href={`${home}/preview/${documentName(one, 'pdf')}`}>
              {t('handovers.desk.preview.pdf', { language: language(one) })}
            </a>
            <a href={`${home}/preview/${documentName(one, 'txt')}`}>
              {t('handovers.desk.preview.text', { language: language(one) })}
            </a>
            {withQuotes && (
              <a href={`${home}/preview/${annexName(one, 'pdf')}`}>
                {t('handovers.desk.preview.voices', { language: language(one) })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const kilobyte = 1000

/** What was sealed: its numbers, its mark, and what to print. */
export function SealedPack({ desk, slug }: { desk: Desk; slug: string }) {
  const t = useT()
  const locale = useLocale()
  const language = useLanguage()
  const n = (value: number | null) => formatNumber(locale, value ?? 0)
  const page = `/${locale}/${slug}/deliveries/${desk.id}`
  return (
    <Section
      id="sealed"
      title={t('handovers.desk.sealed.title')}
      more={{ href: page, label: t('handovers.desk.sealed.public') }}
    >
      <FactList
        rows={[
          [t('handovers.desk.sealed.confirmed'), n(desk.confirmed)],
          [t('handovers.desk.sealed.onPaper'), n(desk.onPaper)],
          [t('handovers.desk.sealed.organisations'), n(desk.organisations)],
          [t('handovers.desk.sealed.at'), desk.sealedAt && formatInstant(locale, desk.sealedAt)],
          [
            t('handovers.desk.sealed.hash'),
            <span key="hash" className={styles.exact}>
              {desk.zipHash}
            </span>,
          ],
        ]}
      />
      <Actions>
        {locales.map((one) => (
          <ButtonLink key={one} kind="quiet" href={`${page}/${documentName(one, 'pdf')}`} type="application/pdf">
            {t('handovers.desk.sealed.print', { language: language(one) })}
          </ButtonLink>
        ))}
        <ButtonLink kind="quiet" href={`${page}/pack.zip`} type="application/zip">
          {t('handovers.desk.sealed.download', { size: n(Math.ceil((desk.zipBytes ?? 0) / kilobyte)) })}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

export function BackToAll({ slug, plannedOn }: { slug: string; plannedOn: string | null }) {
  const t = useT()
  const locale = useLocale()
  return (
    <p>
      <a href={`/admin/campaigns/${slug}/deliveries`}>{t('handovers.desk.back')}</a>
      {plannedOn && ` · ${t('handovers.desk.open', { day: formatDay(locale, plannedOn) })}`}
    </p>
  )
}
