import type { SignatureForm } from '../schema.ts'
import { giveBack, proveWork } from './prove-work.server.ts'
import type { Signing } from './sign/taken.server.ts'
import { signPetition, type SignOutcome } from './sign-petition.server.ts'

/**
 * Signs with what the browser solved, if anything was asked for. When the form cannot be stored the work stays good: whoever was
 * told to come back in a moment is not taken for a machine then.
 * @throws Overloaded as `signPetition` does
 */
export async function signWithProof(
  form: SignatureForm,
  signing: Omit<Signing, 'proof'>,
  solution: unknown,
): Promise<SignOutcome> {
  const { proof, spent } = await proveWork(signing.campaign.id, solution, signing.now)
  try {
    return await signPetition(form, { ...signing, proof })
  } catch (error) {
    if (spent) await giveBack(spent)
    throw error
  }
}
