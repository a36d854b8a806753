import { log } from '#app/infra/log/log.server.ts'
import type { SealedLetter } from '#app/infra/mail/smtp-pool.server.ts'
import { badAddress, sealLetter } from '#app/infra/mail/transport.server.ts'
import type { OutgoingMail } from '#app/infra/mail/write-message.server.ts'
import { isStillWanted, later, putBack, suppressed, type Settlement } from '../../rules.ts'
import { pauseForQuote } from '../../commands/pause-for-quote.server.ts'
import { QuoteTakenBack } from '../../preview.server.ts'
import { goesBehind } from '../../schema.ts'
import { isUnasked, type Claim } from './claim.server.ts'
import { composeLetter, composeToAddressee } from './compose.server.ts'
import { permitDelivery } from './permit.server.ts'
import { groupOf, takeTurn } from './throttle.server.ts'
import { isLeftAlone } from './left-alone.server.ts'

/** A letter that only waits for a line. */
export interface Ready extends SealedLetter {
  claim: Claim
  /** Of `performance.now()`, before it was claimed. */
  claimedAt: number
  /** Who receives it, for all that is asked per receiver. */
  group: string
}

const failed: Settlement = { state: 'failed', reply: null, delay: 0, counted: true }

/** Whether it may go to this mailbox now; `null`: it may. */
async function held(claim: Claim, address: string): Promise<Settlement | null> {
  // Whether an addressee is written to was asked where the letter was written; its pace is its own.
  if (claim.kind === 'target') return null
  // There is one receipt for each signature that somebody confirmed: it needs no limit, and takes nobody's turn at the mailbox.
  if (goesBehind(claim.kind)) return (await isLeftAlone(address)) ? suppressed : null
  // Not asked for: whatever keeps news away keeps this away too.
  if (isUnasked(claim) && (await isLeftAlone(address))) return suppressed
  const answer = await permitDelivery(address, claim.id, claim.heardAt)
  if (answer.permit === 'suppressed') return suppressed
  return answer.permit === 'later' ? later(answer.seconds) : null
}

async function composed(claim: Claim): Promise<OutgoingMail | Settlement> {
  const wanted = isStillWanted({
    kind: claim.kind,
    signature: claim.signatureState,
    confirmed: claim.confirmed,
    subscription: claim.subscriptionState,
    mailing: claim.mailingState,
    organisation: claim.organisationState,
  })
  // Its import was taken out again.
  if (claim.importedFrom === null) return suppressed
  if (wanted !== 'send') return wanted === 'wait' ? putBack : suppressed
  try {
    if (claim.kind === 'target') return await composeToAddressee(claim, Date.now())
    return (await composeLetter(claim)) ?? suppressed
  } catch (error) {
    if (error instanceof QuoteTakenBack && claim.mailingId !== null) {
      await pauseForQuote(claim.mailingId)
      return putBack
    }
    log.error('a letter cannot be written', { job: 'deliver', id: claim.id, error })
    return failed
  }
}

/**
 * Writes and signs a claimed letter, or says why it is not to be sent now. A letter that cannot be written (its seal is broken)
 * fails by itself and takes no other with it.
 */
export async function prepare(claim: Claim, claimedAt: number): Promise<Ready | Settlement> {
  const letter = await composed(claim)
  if ('state' in letter) return letter
  const { address } = letter.to
  const group = groupOf(address)
  const seconds = await takeTurn(group)
  if (seconds > 0) return later(seconds)
  const settlement = await held(claim, address)
  if (settlement) return settlement
  const sealed = await sealLetter(letter)
  return sealed
    ? { envelope: sealed.envelope, data: sealed.data, claim, claimedAt, group }
    : { ...failed, reply: badAddress.reply }
}
