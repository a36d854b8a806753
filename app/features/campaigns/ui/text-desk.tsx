import { useState } from 'react'
import { formatInstant } from '#app/i18n/format.ts'
import type { MessageKey, MessageValues } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { TextDesk } from '../queries/desk.server.ts'
import type { Changes, LaidOut } from '../text-desk.server.ts'
import type { TypedTexts } from '../text-form.ts'
import { DeskTop } from './desk-top.tsx'
import { TextFields } from './text-fields.tsx'
import { ChangesPair, PublishText, TextPreviews } from './text-review.tsx'

/** What the page answers to a button. */
export interface TextAnswer {
  kind: 'success' | 'warn'
  said?: { key: MessageKey; values?: MessageValues }
  /** Kept because it was not saved, with what it changes in what is. */
  typed?: { texts: TypedTexts; changes: Changes | null; base: number; revision: number }
  errors?: Record<string, MessageKey>
}

interface TextDeskPageProps {
  campaign: { slug: string; title: string; isPublic: boolean }
  desk: TextDesk
  laidOut: LaidOut | null
  answer: TextAnswer | undefined
}

/** Where the next version of a text is written, read and published. */
export function TextDeskPage({ campaign, desk, laidOut, answer }: TextDeskPageProps) {
  const t = useT()
  const { draft, current } = desk
  // What is published is what was saved. A change that is only on the screen would stay there.
  const [typedUnder, setTypedUnder] = useState<unknown>('nothing typed')
  const unsaved = typedUnder === answer
  // The answer comes before what the loader says now: the fields are laid out anew once both agree.
  const discarded = answer?.said?.key === 'campaigns.desk.discarded' && draft === null
  const { understood, ...errors } = answer?.errors ?? {}
  return (
    <>
      <Top {...{ campaign, desk }} />
      {answer?.said ? <Said answer={answer} /> : draft && <Saved at={draft.savedAt} />}
      <div onInput={() => setTypedUnder(answer)}>
        <TextFields
          key={`${current} ${discarded}`}
          texts={answer?.typed?.texts ?? draft?.texts ?? desk.published}
          base={answer?.typed?.base ?? draft?.base ?? current}
          revision={answer?.typed?.revision ?? draft?.revision ?? 0}
          problems={{ ...laidOut?.problems, ...errors }}
          refused={Object.keys(errors).length > 0}
          saved={draft !== null}
        />
      </div>
      {draft && laidOut && (
        <>
          <Section id="changes" title={t('campaigns.preview.changesTitle', { version: current + 1 })}>
            <ChangesPair changes={laidOut.changes} />
          </Section>
          <TextPreviews preview={laidOut.preview} />
          {unsaved && (
            <Notice kind="warn" role="status">
              <p>{t('campaigns.desk.unsaved')}</p>
            </Notice>
          )}
          <fieldset className="plain" disabled={unsaved}>
            <PublishText
              version={current + 1}
              revision={draft.revision}
              ready={Object.keys(laidOut.problems).length === 0}
              refused={understood}
            />
          </fieldset>
        </>
      )}
    </>
  )
}

function Top({ campaign: { slug, title, isPublic }, desk }: Pick<TextDeskPageProps, 'campaign' | 'desk'>) {
  const t = useT()
  const locale = useLocale()
  const { current, publishedAt } = desk
  const shown = publishedAt
    ? t('campaigns.desk.shown', { version: current, instant: formatInstant(locale, publishedAt) })
    : t('campaigns.desk.noText')
  return (
    <>
      <DeskTop
        {...{ slug, title }}
        tab="text"
        detail={
          <>
            {shown}{' '}
            {isPublic && (
              <>
                <a href={`/${locale}/${slug}/texts`}>{t('campaigns.desk.versions')}</a> ·{' '}
                <a href={`/${locale}/${slug}/embed`}>{t('campaigns.desk.embed')}</a>
              </>
            )}
          </>
        }
      />
      <p>{t('campaigns.desk.rule')}</p>
    </>
  )
}

function Saved({ at }: { at: Date }) {
  const t = useT()
  return (
    <Notice>
      <p>{t('campaigns.desk.draft', { instant: formatInstant(useLocale(), at) })}</p>
    </Notice>
  )
}

function Said({ answer }: Pick<TextDeskPageProps, 'answer'>) {
  const t = useT()
  if (!answer?.said) return null
  const { kind, said, typed } = answer
  return (
    <Notice kind={kind} role="status">
      <p>{t(said.key, said.values)}</p>
      {typed?.changes && (
        <>
          <p>{t('campaigns.desk.meanwhileHow')}</p>
          <ChangesPair changes={typed.changes} />
        </>
      )}
    </Notice>
  )
}
