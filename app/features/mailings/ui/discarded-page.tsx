import { Form } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Preview } from '../preview.server.ts'
import type { Run } from '../schema.ts'
import { Top, type Shown } from './mailing-pages.tsx'
import { SentLetter } from './mailing-preview.tsx'
import type { Answer } from './said.tsx'

interface DiscardedPageProps extends Pick<Answer, 'said'> {
  mailing: Shown & { preview: Record<Locale, Preview> }
  run: Run
}

/** A draft that was dropped: nobody got it, nothing of it is counted, and its words are not lost. */
export function DiscardedPage({ mailing, run, said }: DiscardedPageProps) {
  const t = useT()
  const locale = useLocale()
  const at = run.finishedAt && formatInstant(locale, new Date(run.finishedAt))
  return (
    <>
      <Top mailing={mailing} said={said} />
      <Notice title={at ? t('mailings.draft.discardedAt', { at }) : t('mailings.draft.discarded')}>
        <p>{t('mailings.draft.discardedWhy')}</p>
      </Notice>
      <Form method="post">
        <Actions>
          <Button name="intent" value="copy" kind="quiet">
            {t('mailings.draft.copy')}
          </Button>
        </Actions>
      </Form>
      <SentLetter preview={mailing.preview} sent={false} />
    </>
  )
}
