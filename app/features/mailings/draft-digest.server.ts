import { createHash } from 'node:crypto'
import type { Mailing } from './queries.server.ts'

/** Names a version of a draft: whoever agrees to it agrees to these words, these readers and this second subject. */
export const draftDigest = ({ texts: { fr, en }, audience, trial }: Pick<Mailing, 'texts' | 'audience' | 'trial'>) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        [fr.subject, fr.body, en.subject, en.body],
        audience,
        trial && [trial.subjectFr, trial.subjectEn, trial.share, trial.goal, trial.hours],
      ]),
    )
    .digest('base64url')
    .slice(0, 22)
