import { timingSafeEqual } from 'node:crypto'
import { pool } from '#app/infra/db/pool.server.ts'
import { confirmationCode } from '#app/infra/vault/tokens.server.ts'
import { hasConfirmed, mayConfirm } from '../may-confirm.ts'
import type { CodeForm } from '../schema.ts'
import { personalAddress, whoseIn } from '../whose.server.ts'
import { confirmTarget, type ConfirmOutcome } from './confirm-signature.server.ts'

export type CodeOutcome =
  Extract<ConfirmOutcome, { outcome: 'confirmed' | 'already-confirmed' }> | { outcome: 'refused' }

export interface Typing {
  campaignId: number
  now: Date
}

/** Codes that may be typed for one signature in all, right or wrong: ten in a million. */
export const mostCodeTries = 10

/**
 * Counts the try before anything is compared, so that a hundred at once are a hundred tries. The message makes a commit with
 * nothing to count wait for the disk like one that counts: the time does not say who signed.
 */
const statement = `
with tried as (
  update signature s set code_tries = code_tries + 1
  where campaign_id = $1 and email_index = $2 and code_tries < ${mostCodeTries}
    and (${hasConfirmed('s')} or ${mayConfirm('s', '$3')})
  returning id
)
select array(select id::text from tried) as ids from pg_logical_emit_message(true, 'portevoix', '')`

const nobody = '00000000-0000-0000-0000-000000000000'
/** Of one address in one campaign. */
const mostRows = 2

/**
 * Confirms the signature whose mail carried this code. Unknown address, wrong code and too many tries have one outcome and the
 * same work. @throws Overloaded
 */
export async function confirmByCode({ email, code }: CodeForm, { campaignId, now }: Typing): Promise<CodeOutcome> {
  const whose = whoseIn(campaignId, personalAddress(email))
  const { rows } = await pool().query<{ ids: string[] }>(statement, [campaignId, whose.emailIndex, now])
  const ids = rows[0]?.ids ?? []
  const typed = Buffer.from(code)
  const candidates = Array.from({ length: mostRows }, (_, at) => ids[at] ?? nobody)
  const [right] = candidates.filter((id) => timingSafeEqual(Buffer.from(confirmationCode({ campaignId, id })), typed))
  if (right === undefined || right === nobody) return { outcome: 'refused' }
  const confirmed = await confirmTarget({ campaignId, id: right }, now)
  return confirmed.outcome === 'link-unknown' ? { outcome: 'refused' } : confirmed
}
