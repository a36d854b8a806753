import { makeQuestionKey, codeHash, sealedText } from '#app/features/questions/sealed-question.server.ts'
import type { AskKind } from '#app/features/questions/schema.ts'
import type { TeamPublicKey } from '#app/features/staff/team-key.server.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import { newReceipt } from '#app/infra/vault/receipt.server.ts'

interface Asked {
  kind: AskKind
  locale: 'fr' | 'en'
  mayAppear: boolean
  daysAgo: number
  text: string
}

/** Invented: somebody who asks, somebody who disagrees, somebody who found an error. */
const asked: Asked[] = [
  {
    kind: 'objection',
    locale: 'fr',
    mayAppear: true,
    daysAgo: 9,
    text: `Sans outil, on contrôlerait les gens au hasard ou à la tête du client. Je préfère une règle, la même pour tout le monde, à l’humeur de quelqu’un. Pourquoi ne parlez-vous jamais de ce que l’outil évite ?`,
  },
  {
    kind: 'question',
    locale: 'fr',
    mayAppear: true,
    daysAgo: 3,
    text: `J’ai reçu un courrier de contrôle sans savoir pourquoi moi. Est-ce que je peux demander si un score a compté, et à qui ?`,
  },
  {
    kind: 'correction',
    locale: 'en',
    mayAppear: false,
    daysAgo: 0,
    text: `The timeline of the campaign page gives one entry without a source. Could you add where it comes from?`,
  },
]

interface Asking {
  campaignId: number
  team: TeamPublicKey
  now: Date
  /** Ids of invented rows begin with zeros. */
  idOf: (n: number) => string
}

/** Rows of questions that wait for the team. Nobody has their codes. */
export const askedRows = ({ campaignId, team, now, idOf }: Asking) =>
  asked.map(({ kind, locale, mayAppear, daysAgo, text }, n) => {
    const id = idOf(n)
    const code = newReceipt()
    const { key, forTeam, forCode } = makeQuestionKey({ id, team, code })
    const receivedOn = dayOf(new Date(now.getTime() - daysAgo * 86_400_000))
    return {
      id,
      campaignId,
      kind,
      locale,
      mayAppear,
      codeHash: codeHash(code),
      forTeam,
      forCode,
      sealedText: sealedText.seal(key, id, { text }),
      receivedOn,
    }
  })
