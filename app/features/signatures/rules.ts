/** Days an unconfirmed signature and its link live. */
export const confirmationDays = 7
/** Confirmation mails to one address for one campaign, whoever asks for them. */
export const mostMails = 5
/** Minutes that the mail of a signature waits when proof of work was asked for and none came. */
export const minutesWithoutProof = 10

/** Letters that one person writes as one sign and the next as others. Those with a mark of their own need no table: NFKD. */
const spelled: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ł: 'l', ø: 'o' }

/**
 * A name as two people of a household are told apart by: letters only, without case or accents, in whatever order its parts
 * were given, so that a person who writes their name once more does not become a second one. An apostrophe joins: it is left out as
 * often as it is written.
 */
export function foldedName(name: string): string {
  const lower = name.normalize('NFKD').toLowerCase()
  // Most names are letters and spaces by now, and those need no look at the tables of Unicode.
  const letters = /^[a-z -]*$/.test(lower)
    ? lower
    : lower.replaceAll(/[œæßłø]/g, (letter) => spelled[letter] ?? letter).replaceAll(/[^\p{L}\s-]/gu, '')
  return letters
    .split(/[\s-]+/)
    .filter(Boolean)
    .toSorted()
    .join(' ')
}

/** A postcode however it is written, in any country: letters and digits, capitals of one width. */
export const foldedPostcode = (postcode: string): string =>
  /^\d*$/.test(postcode)
    ? postcode
    : postcode
        .normalize('NFKC')
        .toUpperCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, '')
