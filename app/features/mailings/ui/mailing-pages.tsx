import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { Preview } from '../preview.server.ts'
import type { MailingState, MailingTexts, Run } from '../schema.ts'
import type { AudienceWords } from '../queries/audience-words.server.ts'
import type { ShownProgress } from '../rules/told-progress.ts'
import { WhoReceives } from './audience-in-words.tsx'
import { DoubtfulLetters } from './doubtful-letters.tsx'
import { SentLetter } from './mailing-preview.tsx'
import { MailingRun } from './mailing-run.tsx'
import { MailingSteer, Paused } from './mailing-steer.tsx'
import { MailingStateTag } from './mailing-state-tag.tsx'
import { Said, type Answer } from './said.tsx'

export interface Shown {
  id: string
  state: MailingState
  texts: MailingTexts
  /** The title of its campaign. */
  campaign: string
}

export function Top({ mailing, said }: { mailing: Shown } & Pick<Answer, 'said'>) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <Toolbar
        title={mailing.texts[locale].subject || t('mailings.list.noSubject')}
        detail={
          <>
            <MailingStateTag state={mailing.state} /> {mailing.campaign}
          </>
        }
      />
      <Said said={said} />
    </>
  )
}

interface RunPageProps extends Answer {
  mailing: Shown & { preview: Record<Locale, Preview> }
  words: AudienceWords
  progress: ShownProgress
  run: Run
  archivePath: string | null
}

export const RunPage = ({ mailing, words, progress, run, archivePath, refused, said }: RunPageProps) => (
  <>
    <Top mailing={mailing} said={said} />
    <Paused state={mailing.state} run={run} />
    <MailingRun id={mailing.id} state={mailing.state} progress={progress} run={run} archivePath={archivePath} />
    {archivePath !== null && <WhoReceives id={mailing.id} words={words} />}
    {(mailing.state === 'sending' || mailing.state === 'paused') && <MailingSteer run={run} refused={refused} />}
    {!progress.few && <DoubtfulLetters run={run} count={progress.unknown} />}
    <SentLetter preview={mailing.preview} sent={archivePath !== null} />
  </>
)
