import { unseal, type Place } from '#app/infra/vault/seal.server.ts'

export interface Person {
  email: string
  name: string
}

/** Neither an address nor a name holds it. */
const between = '\n'

/** Address and name as they are sealed together: making an envelope costs more than what is in it, and signing makes many. */
export const personText = ({ email, name }: Person): string => `${email}${between}${name}`

interface Sealed {
  sealedEmail: Uint8Array
  /** Empty since address and name share an envelope. */
  sealedName: Uint8Array
}

/** Opens who it is, in whichever of the two ways the row was written. @throws SealBroken */
export function openPerson(
  { sealedEmail, sealedName }: Sealed,
  placeOf: (column: 'sealed_email' | 'sealed_name') => Place,
): Person {
  const text = unseal(sealedEmail, placeOf('sealed_email'))
  const end = text.indexOf(between)
  return end === -1
    ? { email: text, name: unseal(sealedName, placeOf('sealed_name')) }
    : { email: text.slice(0, end), name: text.slice(end + 1) }
}
