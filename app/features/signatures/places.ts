/** Whose row it is: the blind index of an address is unique in a campaign, and stays when the row is written anew. */
interface Whose {
  campaignId: number
  emailIndex: Uint8Array
}

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += digits[byte]
  return text
}

/** The name of a person's rows in a campaign, whatever the table. */
export const personOf = ({ campaignId, emailIndex }: Whose): string => `${campaignId}/${hex(emailIndex)}`

/**
 * Where a sealed part of a signature lives. Bound to the address's index and not to the id, so that a form sent again can
 * take the place of the one before under the same link.
 */
export const signaturePlace = (column: 'sealed_email' | 'sealed_name' | 'sealed_comment', whose: Whose) => ({
  table: 'signature',
  column,
  row: personOf(whose),
})

/** Where the mailbox of a letter lives whose import was taken out. */
export const undonePlace = (importId: number, line: number) => ({
  table: 'imported_person',
  column: 'sealed',
  row: `${importId}/${line}`,
})

export const subscriptionPlace = (column: 'sealed_email' | 'sealed_name', whose: Whose) => ({
  table: 'subscription',
  column,
  row: personOf(whose),
})
