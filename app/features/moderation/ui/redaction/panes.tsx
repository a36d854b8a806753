import { mayAppear } from '#app/features/testimonies/rules.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PanePair } from '#app/ui/pane-pair.tsx'
import { workingFields, workingText, type WorkingText } from '../../redaction/working-text.ts'
import type { OpenedTestimony, ReadableTestimony } from '../../workbench.ts'
import type { NotTaken } from '../form-state.ts'
import { Veils } from '../veil.tsx'
import { Original } from './original.tsx'
import { Preview } from './preview.tsx'
import styles from './second-look.module.css'
import { SecondLook } from './second-look.tsx'
import { useRedaction, type Redaction } from './use-redaction.ts'
import { WorkingForm } from './working-form.tsx'

interface PanesProps {
  testimony: ReadableTestimony
  notTaken?: NotTaken
  /** Nobody else holds it, and it waits for something. */
  open: boolean
}

/** What is in the form as the page arrives: what was typed, or else what was kept. */
function atFirst({ draft }: ReadableTestimony, notTaken: NotTaken | undefined): WorkingText {
  const texts = workingText(draft)
  for (const field of workingFields) {
    const typed = notTaken?.values[field]
    if (typeof typed === 'string') texts[field] = typed.replace(/\r\n?/g, '\n')
  }
  return texts
}

/** The original and the text that is to appear, side by side. */
export function RedactionPanes({ testimony, notTaken, open }: PanesProps) {
  const t = useT()
  const { draftVersion, locale } = testimony
  const redaction = useRedaction(atFirst(testimony, notTaken), locale)
  const version =
    draftVersion === 0 ? t('moderation.item.notWritten') : t('moderation.item.version', { version: draftVersion })
  return (
    <Veils>
      <PanePair
        leftStays
        left={{
          title: t('moderation.item.original'),
          detail: <WordCount text={testimony.original.text} />,
          children: <Original testimony={testimony} redaction={redaction} editable={open} />,
        }}
        right={{
          title: t('moderation.item.toAppear'),
          detail: version,
          children: <ToAppear {...{ testimony, notTaken, open, redaction }} />,
        }}
      />
    </Veils>
  )
}

function WordCount({ text }: { text: string }) {
  const t = useT()
  const locale = useLocale()
  const count = text.split(/\s+/).filter(Boolean).length
  return t('moderation.item.words', { count, number: formatNumber(locale, count) })
}

type RightProps = PanesProps & { redaction: Redaction }

function ToAppear({ testimony, notTaken, open, redaction }: RightProps) {
  const t = useT()
  const { state, proposedBy, claim, uses } = testimony
  const proposes = mayAppear(uses, { hasQuote: true }) !== null
  if (open && state !== 'proposed')
    return (
      <>
        {!proposes && <Notice>{t('moderation.item.noConsent')}</Notice>}
        <WorkingForm {...{ testimony, notTaken, redaction }} proposes={proposes} />
      </>
    )
  return (
    <>
      {claim === 'another' && <Notice>{t('moderation.item.heldByAnother')}</Notice>}
      {open && <Notice>{t(`moderation.item.${proposedBy === 'me' ? 'proposedByMe' : 'proposedByAnother'}`)}</Notice>}
      {open && <Notice>{t(`moderation.item.${witnessOf(testimony)}`)}</Notice>}
      {state === 'proposed' && <SecondLook testimony={testimony} />}
      <Preview testimony={testimony} texts={workingText(testimony.draft)} beside={testimony.beside} open />
      {open && (
        <details className={styles.fold} open={Boolean(notTaken && 'text' in notTaken.values)}>
          <summary>{t('moderation.item.edit')}</summary>
          <p>{t('moderation.item.editHint')}</p>
          <WorkingForm {...{ testimony, notTaken, redaction }} proposes={false} />
        </details>
      )}
    </>
  )
}

/** What the witness said of the text that stands there, and whether a second person has read it. */
function witnessOf({ draftVersion, approvedVersion, secondedVersion }: OpenedTestimony) {
  if (approvedVersion === draftVersion) return 'witnessApproved'
  return secondedVersion === draftVersion ? 'secondedAwaitsWitness' : 'awaitsWitness'
}
