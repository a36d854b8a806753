import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { Telling } from '../queries/followed-news.server.ts'
import { longestReason, type TellingState } from '../rules/telling.ts'

const tones: Record<TellingState, StatusTone> = { open: 'late', prepared: 'waiting', told: 'done', aside: 'stopped' }

interface TellFollowersProps {
  /** The name of what happened, as the form sends it back. */
  about: string
  telling: Telling
  /** The form of this one, come back with something to put right. */
  refused?: FormState
}

/** Whether those who asked for news know of it: prepare the letter, open the one that was prepared, or say why there is none. */
export function TellFollowers({ about, telling, refused }: TellFollowersProps) {
  const t = useT()
  const { state, mailingId, asideBecause } = telling
  return (
    <>
      <p>
        <StatusTag tone={tones[state]}>{t(`followers.states.${state}`)}</StatusTag>
      </p>
      {asideBecause !== null && <p>{t('followers.because', { reason: asideBecause })}</p>}
      {mailingId !== null && (
        <Actions>
          <ButtonLink kind="quiet" href={`/admin/mailings/${mailingId}`}>
            {t('followers.open')}
          </ButtonLink>
        </Actions>
      )}
      {state === 'open' && <Decide about={about} refused={refused} />}
      {state === 'aside' && (
        <Form method="post">
          <input type="hidden" name="about" value={about} />
          <Button name="intent" value="news-again" kind="plain">
            {t('followers.again')}
          </Button>
        </Form>
      )}
    </>
  )
}

function Decide({ about, refused }: Pick<TellFollowersProps, 'about' | 'refused'>) {
  const t = useT()
  const answers = useAnswers(refused)
  return (
    <>
      <Form method="post">
        <input type="hidden" name="about" value={about} />
        <p>{t('followers.offer')}</p>
        <Actions>
          <Button name="intent" value="news-prepare">
            {t('followers.prepare')}
          </Button>
        </Actions>
      </Form>
      <Form method="post" noValidate>
        <input type="hidden" name="about" value={about} />
        <TextField
          label={t('followers.reason')}
          id={`because-${about}`}
          required
          maxLength={longestReason}
          {...answers('because')}
        />
        <Button name="intent" value="news-aside" kind="quiet">
          {t('followers.aside')}
        </Button>
      </Form>
    </>
  )
}
