import { useState } from 'react'
import type { Locale } from '#app/i18n/locale.ts'
import type { MessageKey, MessageValues } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { Choice } from '#app/ui/field.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { Preview } from '../preview.server.ts'
import type { MailingState, MailingTexts, Progress, Run } from '../schema.ts'
import type { AudienceWords, DescribedAudience } from '../queries/audience-words.server.ts'
import { WhoReceives } from './audience-in-words.tsx'
import { DoubtfulLetters } from './doubtful-letters.tsx'
import { MailingFields } from './mailing-fields.tsx'
import { MailingPreview } from './mailing-preview.tsx'
import { MailingRun } from './mailing-run.tsx'
import { MailingStart } from './mailing-start.tsx'
import { MailingSteer, PausedByItself } from './mailing-steer.tsx'
import { MailingStateTag } from './mailing-state-tag.tsx'
import { MailingTest } from './mailing-test.tsx'

interface Shown {
  id: string
  state: MailingState
  texts: MailingTexts
  slug: string
  preview: Record<Locale, Preview>
}

interface Answer {
  refused?: FormState
  said?: { outcome: 'done' | 'refused'; key: MessageKey; values?: MessageValues }
}

function Top({ mailing, said }: { mailing: Shown } & Pick<Answer, 'said'>) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <Toolbar
        title={mailing.texts[locale].subject}
        detail={
          <>
            <MailingStateTag state={mailing.state} /> {mailing.slug}
          </>
        }
      />
      {said && (
        <Notice kind={said.outcome === 'done' ? 'success' : 'warn'} role="status">
          <p>{t(said.key, said.values)}</p>
        </Notice>
      )}
    </>
  )
}

export function NewMailingPage({ campaigns, refused }: { campaigns: readonly Choice[] } & Pick<Answer, 'refused'>) {
  const t = useT()
  return (
    <>
      <Toolbar title={t('mailings.edit.newTitle')} />
      <MailingFields campaigns={campaigns} refused={refused} />
    </>
  )
}

const writing = ['campaign', 'subjectFr', 'bodyFr', 'subjectEn', 'bodyEn', 'intent']

/** What was refused belongs to one of the three forms of the page. */
const concerns = (refused: FormState | undefined, fields: readonly string[]) =>
  refused && Object.keys(refused.errors).some((field) => fields.includes(field)) ? refused : undefined

export function DraftPage({
  mailing,
  receivers,
  refused,
  said,
}: { mailing: Shown; receivers: DescribedAudience } & Answer) {
  const t = useT()
  // What is sent is what was saved. A change that is only on the screen would stay there.
  const [typedUnder, setTypedUnder] = useState<unknown>('nothing typed')
  const unsaved = typedUnder === said // the answer to a saving is a new one
  return (
    <>
      <Top mailing={mailing} said={said} />
      <div onInput={() => setTypedUnder(said)}>
        <MailingFields texts={mailing.texts} refused={concerns(refused, writing)} />
      </div>
      <MailingPreview preview={mailing.preview} sent={false} />
      {unsaved && (
        <Notice kind="warn" role="status">
          <p>{t('mailings.edit.unsaved')}</p>
        </Notice>
      )}
      <fieldset className="plain" disabled={unsaved}>
        <MailingTest refused={concerns(refused, ['email', 'locale'])} />
        <MailingStart id={mailing.id} receivers={receivers} refused={concerns(refused, ['understood'])} />
      </fieldset>
    </>
  )
}

interface RunPageProps extends Answer {
  mailing: Shown
  words: AudienceWords
  progress: Progress
  run: Run
  archivePath: string | null
}

export const RunPage = ({ mailing, words, progress, run, archivePath, refused, said }: RunPageProps) => (
  <>
    <Top mailing={mailing} said={said} />
    <PausedByItself state={mailing.state} because={run.pausedBecause} />
    <MailingRun id={mailing.id} state={mailing.state} progress={progress} run={run} archivePath={archivePath} />
    {archivePath !== null && <WhoReceives id={mailing.id} words={words} />}
    {(mailing.state === 'sending' || mailing.state === 'paused') && <MailingSteer run={run} refused={refused} />}
    <DoubtfulLetters run={run} count={progress.unknown} />
    <MailingPreview preview={mailing.preview} sent={archivePath !== null} />
  </>
)
