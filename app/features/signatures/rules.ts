/** Days an unconfirmed signature and its link live. */
export const confirmationDays = 7
/** Confirmation mails to one address for one campaign, whoever asks for them. */
export const mostMails = 5
/** Minutes that the mail of a signature waits when proof of work was asked for and none came. */
export const minutesWithoutProof = 10

/**
 * A name as two people of a household are told apart by: letters only, without case or accents, in whatever order its parts
 * were given, so that a person who writes their name once more does not become a second one.
 */
export const foldedName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\s'’-]/gu, '')
    .split(/[\s'’-]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ')
