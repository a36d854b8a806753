import { createHash } from 'node:crypto'
import type { MailingTexts } from './schema.ts'

/** Names a version of both texts: whoever agrees to it agrees to these words. */
export const textsDigest = ({ fr, en }: MailingTexts): string =>
  createHash('sha256')
    .update(JSON.stringify([fr.subject, fr.body, en.subject, en.body]))
    .digest('base64url')
    .slice(0, 22)
