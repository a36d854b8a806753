import { randomUUID } from 'node:crypto'
import { askForAnswer } from '#app/features/claims/commands/ask-for-answer.server.ts'
import type { AnswerForm } from '#app/features/claims/schema/reply.ts'

/** What somebody sends who asks for a right of reply. Each word of theirs is a canary. */
export const aReplyForm = (given: Partial<AnswerForm> = {}): AnswerForm => ({
  about: { target: 'claim', slug: 'a-score' },
  passages: 'Zqpassage',
  reply: 'Zqréponse : nous ne sommes pas d’accord.',
  signedAs: 'Agence Exemple',
  name: 'Dominique Zqnom',
  quality: 'Zqtitre',
  email: 'dominique.zq@example.org',
  entitled: 'on',
  once: randomUUID(),
  ...given,
})

/** A right of reply that waits for the team. */
export async function aReplyRequest(campaignId: number, now: Date, given: Partial<AnswerForm> = {}) {
  const sent = aReplyForm(given)
  const asked = await askForAnswer(sent, { campaignId, locale: 'fr', now })
  if (asked.outcome !== 'asked') throw new Error(asked.outcome)
  return { id: sent.once ?? '', code: asked.code, dueOn: asked.dueOn }
}
