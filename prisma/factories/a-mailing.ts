import { randomUUID } from 'node:crypto'
import type { MailingState, MailingTexts } from '#app/features/mailings/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'

interface Given {
  campaignId: number
  state?: MailingState
  texts?: MailingTexts
  startedAt?: Date | null
}

const words: MailingTexts = {
  fr: { subject: 'Une réponse est arrivée', body: 'Bonjour,\n\nLa réponse est **arrivée**.' },
  en: { subject: 'An answer has come', body: 'Hello,\n\nThe answer has **come**.' },
}

/** A draft in both languages. */
export async function aMailing({
  campaignId,
  state = 'draft',
  texts = words,
  startedAt = null,
}: Given): Promise<{ id: string; campaignId: number }> {
  const id = randomUUID()
  await db().mailing.create({
    data: {
      id,
      campaignId,
      state,
      createdById: randomUUID(),
      createdAt: new Date('2026-01-20T08:00:00Z'),
      startedAt,
      texts: {
        create: [
          { locale: 'fr', ...texts.fr },
          { locale: 'en', ...texts.en },
        ],
      },
    },
    select: { id: true },
  })
  return { id, campaignId }
}
