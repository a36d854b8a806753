import { isOpen } from '#app/features/campaigns/rules.ts'
import { groupCommit, type GroupCommit } from '#app/infra/db/group-commit.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import type { SignatureForm } from '../schema.ts'
import { takenOf, type Signing, type Taken } from './sign/taken.server.ts'
import { rowOf } from './sign/row.server.ts'
import { writeSignatures } from './sign/statement.server.ts'

export type SignOutcome = { outcome: 'accepted' } | { outcome: 'campaign-closed' }

const pauseBetweenWakings = 100

/** Tells the workers that mail waits; once for all that was written meanwhile. */
function wakeDelivery(): void {
  const wake = singleton<{ timer: NodeJS.Timeout | null }>('delivery-wake', () => ({ timer: null }))
  wake.timer ??= setTimeout(() => {
    wake.timer = null
    notify('delivery', '').catch((error: unknown) => log.warn('cannot wake the workers', { error }))
  }, pauseBetweenWakings).unref()
}

const accepted: SignOutcome = { outcome: 'accepted' }
const closed: SignOutcome = { outcome: 'campaign-closed' }

async function flush(rows: readonly Taken[]): Promise<readonly SignOutcome[]> {
  await writeSignatures(rows.map(rowOf))
  wakeDelivery()
  return rows.map(() => accepted)
}

/** Every signature of this process goes through here. */
export const signatureGroup = (): GroupCommit<Taken, SignOutcome> =>
  singleton('signature-group', () => groupCommit({ flush }))

/**
 * Takes a signature: durable when this resolves, counted only once confirmed by mail. A second signature of the same person
 * has the same outcome, so that nobody learns from us who signed; the mail tells the owner of the address the truth.
 * @throws Overloaded when more waits than can be written in time
 */
export function signPetition(form: SignatureForm, signing: Signing): Promise<SignOutcome> {
  return isOpen(signing.campaign, signing.now) ? signatureGroup().add(takenOf(form, signing)) : Promise.resolve(closed)
}
