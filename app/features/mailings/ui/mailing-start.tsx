import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { AudienceWords, DescribedAudience } from '../queries/audience-words.server.ts'
import { AudienceInWords } from './audience-in-words.tsx'
import { TrialDoubts } from './trial-doubts.tsx'
import { ScheduleFields } from './mailing-schedule.tsx'
import { useSplit } from './told-count.ts'

interface MailingStartProps {
  id: string
  receivers: DescribedAudience
  /** What keeps it from beginning, if anything does. */
  heldBy: 'faults' | 'approval' | null
  refused?: FormState
  typed?: FormState
  /** What is on the page is another text than what would be sent. */
  unsaved?: boolean
  /** The hour that was given comes twice. */
  twice: boolean
  /** Waits for its hour: it may begin now, and is given no other. */
  isScheduled: boolean
}

interface ReceiversProps {
  id: string
  receivers: DescribedAudience
  /** Waits for its hour: who receives it is settled. */
  isScheduled: boolean
}

function Receivers({ id, receivers, isScheduled }: ReceiversProps) {
  const t = useT()
  const locale = useLocale()
  const tellSplit = useSplit()
  const { words, split, at } = receivers
  if (words.unreadable)
    return (
      <>
        <AudienceInWords words={words} />
        {!isScheduled && <GoOn words={words} />}
      </>
    )
  return (
    <>
      <AudienceInWords words={words} />
      <p>
        <HowMany receivers={receivers} /> {tellSplit(split)}{' '}
        {t('mailings.audience.countedAt', { instant: formatInstant(locale, new Date(at)) })}
      </p>
      <TrialDoubts id={id} receivers={receivers} />
      {!isScheduled && <GoOn words={words} />}
    </>
  )
}

/** To other pages of the draft: both save the text first, so that nothing that was typed stays behind. */
function GoOn({ words }: { words: AudienceWords }) {
  const t = useT()
  return (
    <>
      <Actions>
        <Button name="intent" value="audience" kind="quiet">
          {t('mailings.audience.choose')}
        </Button>
        <Button name="intent" value="trial" kind="quiet">
          {t(words.trialShare === null ? 'mailings.trial.link' : 'mailings.trial.linkKept')}
        </Button>
      </Actions>
      <SmallPrint>{t('mailings.draft.savesFirst')}</SmallPrint>
    </>
  )
}

/** Not at one touch: it takes two, and says what it means. */
function Discard() {
  const t = useT()
  return (
    <details>
      <summary>{t('mailings.start.discard')}</summary>
      <p>{t('mailings.draft.discardMeans')}</p>
      <Actions>
        <Button name="intent" value="cancel" kind="quiet">
          {t('mailings.draft.discard')}
        </Button>
      </Actions>
    </details>
  )
}

/** How many will get it, in a sentence. */
function HowMany({ receivers: { total } }: { receivers: DescribedAudience }) {
  const t = useT()
  const locale = useLocale()
  if (total.kind === 'few') return t('mailings.audience.few')
  const counted = { count: total.n, number: formatNumber(locale, total.n) }
  if (total.kind === 'tens') return t('mailings.audience.tens', { number: counted.number })
  return total.n === 0 ? t('mailings.start.nobody') : t('mailings.start.audience', counted)
}

function useSendLabel({ total }: DescribedAudience): string {
  const t = useT()
  const locale = useLocale()
  if (total.kind === 'few') return t('mailings.audience.sendFew')
  const counted = { count: total.n, number: formatNumber(locale, total.n) }
  return total.kind === 'tens'
    ? t('mailings.audience.sendTens', { number: counted.number })
    : t('mailings.start.send', counted)
}

function StartForm({ receivers, error }: { receivers: DescribedAudience; error: string | undefined }) {
  const t = useT()
  const label = useSendLabel(receivers)
  return (
    <details open={error !== undefined}>
      <summary>{t('mailings.start.prepare')}</summary>
      <Notice kind="warn" title={t('mailings.start.confirmTitle')}>
        <p>{t('mailings.start.warning')}</p>
      </Notice>
      <Check name="understood" label={t('mailings.start.understood')} required error={error} />
      <Actions>
        <Button name="intent" value="start">
          {label}
        </Button>
      </Actions>
    </details>
  )
}

/** How many will get it, said before anything is sent; the button repeats the number. A part of the form of a draft. */
export function MailingStart({ id, receivers, heldBy, unsaved, twice, isScheduled, ...answers }: MailingStartProps) {
  const t = useT()
  const nobody = receivers.words.unreadable || (receivers.total.kind === 'exact' && receivers.total.n === 0)
  const { refused, typed } = answers
  const error = refused?.errors.understood
  const scheduling =
    refused && ['at', 'twice', 'scheduled'].some((field) => field in refused.errors) ? refused : undefined
  return (
    <Section id="start" title={t('mailings.start.title')}>
      <Receivers id={id} receivers={receivers} isScheduled={isScheduled} />
      {heldBy !== null && (
        <Notice kind="info">
          <p>
            {t(`mailings.start.held.${heldBy}`)}{' '}
            <a href={heldBy === 'faults' ? '#checks' : '#approval'}>{t('mailings.start.heldSee')}</a>
          </p>
        </Notice>
      )}
      {!nobody && heldBy === null && (
        <fieldset className="plain" disabled={unsaved}>
          <StartForm receivers={receivers} error={error && t(error)} />
          {!isScheduled && (
            <details open={scheduling !== undefined}>
              <summary>{t('mailings.schedule.prepare')}</summary>
              <ScheduleFields given={scheduling ?? typed} twice={twice} />
            </details>
          )}
        </fieldset>
      )}
      <Discard />
    </Section>
  )
}
