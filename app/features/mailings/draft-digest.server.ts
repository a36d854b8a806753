import { createHash } from 'node:crypto'
import type { Mailing } from './queries.server.ts'
import type { MailingTexts } from './schema.ts'

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)

const words = ({ fr, en }: MailingTexts) => [fr.subject, fr.body, en.subject, en.body]

/** Names the version of a text that somebody began to change. */
export const textsDigest = (texts: MailingTexts): string => digest(words(texts))

/** Names a version of a draft: whoever agrees to it agrees to these words, these readers and this second subject. */
export const draftDigest = ({
  texts,
  audience,
  audienceUnreadable = false,
  trial,
}: Pick<Mailing, 'texts' | 'audience' | 'trial'> & Partial<Pick<Mailing, 'audienceUnreadable'>>): string =>
  digest([
    words(texts),
    audienceUnreadable ? null : audience,
    trial && [trial.subjectFr, trial.subjectEn, trial.share, trial.goal, trial.hours],
  ])
