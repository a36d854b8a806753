import { may, type Actor } from '#app/features/staff/policy.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { offerNewsAgain, prepareNews, setNewsAside } from './commands/tell-followers.server.ts'
import type { NewsForm } from './rules/news-form.ts'
import type { MailingTexts } from './schema.ts'

interface Acting {
  actor: Actor
  campaignId: number
  now: Date
  /** The letter as it is prepared; asked for only when it is. */
  texts: () => Promise<MailingTexts | null>
}

/** Where to go on, or what the page says. */
export type NewsSaid = { go: string } | { said: MessageKey; done: boolean }

const say = (outcome: 'aside' | 'again' | 'decided' | 'not-yours' | 'gone', done: boolean): NewsSaid => ({
  said: `followers.outcomes.${outcome}`,
  done,
})

/** Does what a button of `TellFollowers` asks for. Only who may send mailings prepares one. */
export async function actOnNews(form: NewsForm, { actor, campaignId, now, texts }: Acting): Promise<NewsSaid> {
  if (!may(actor, 'mail')) return say('not-yours', false)
  const deciding = { actor, campaignId, about: form.about, now }
  if (form.intent === 'news-aside')
    return (await setNewsAside(deciding, form.because)).outcome === 'aside' ? say('aside', true) : say('decided', false)
  if (form.intent === 'news-again')
    return (await offerNewsAgain(deciding)).outcome === 'aside' ? say('again', true) : say('decided', false)
  const letter = await texts()
  if (!letter) return say('gone', false)
  const outcome = await prepareNews(deciding, letter)
  return outcome.outcome === 'already-aside' ? say('decided', false) : { go: `/admin/mailings/${outcome.id}` }
}
