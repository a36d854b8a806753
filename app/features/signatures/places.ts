/** Whose row it is: the blind index of an address is unique in a campaign, and stays when the row is written anew. */
interface Whose {
  campaignId: number
  emailIndex: Uint8Array
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const rowOf = ({ campaignId, emailIndex }: Whose) => `${campaignId}/${hex(emailIndex)}`

/**
 * Where a sealed part of a signature lives. Bound to the address's index and not to the id, so that a form sent again can
 * take the place of the one before under the same link.
 */
export const signaturePlace = (column: 'sealed_email' | 'sealed_name' | 'sealed_comment', whose: Whose) => ({
  table: 'signature',
  column,
  row: rowOf(whose),
})

export const subscriptionPlace = (column: 'sealed_email' | 'sealed_name', whose: Whose) => ({
  table: 'subscription',
  column,
  row: rowOf(whose),
})
