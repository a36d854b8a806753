import { about, reader, report, type Specimen } from './shapes.ts'

/** Wordings learned from servers that no pattern was made for. */
const answers: ReadonlyArray<readonly [Specimen['kind'], string, string]> = [
  ['hard', '5.0.0', 'smtp; 550 <lectrice@example.org> does not exist'],
  ['hard', '5.0.0', 'smtp; 554 Rcpt <lectrice@example.org> does not exist'],
  ['hard', '5.0.0', 'smtp; 550-<lectrice@example.org> is not a known user here'],
  ['hard', '5.0.0', 'smtp; 550 lectrice@example.org is not an active address at this host'],
  ['hard', '5.0.0', 'smtp; 550 "lectrice@example.org": not registered'],
  ['hard', '5.0.0', 'smtp; 550 BAD_RECIPIENT'],
  ['hard', '5.0.0', 'smtp; 550 Unknown e-mail address'],
  ['hard', '5.0.0', 'smtp; 550 Non existent user'],
  ['hard', '5.7.1', 'smtp; 553 sorry, your envelope recipient is in my badrcptto list (#5.7.1)'],
  ['hard', '5.7.1', 'smtp; 553 This recipient is not in my validrcptto list (#5.7.1)'],
  ['hard', '5.0.0', 'smtp; 550 Recipient is not accepted here'],
  ['hard', '5.0.0', 'smtp; 550 Address not present in directory'],
  ['hard', '5.0.0', 'smtp; 550 No lectrice in name directory'],
  ['hard', '5.0.0', 'smtp; 550 This subscriber does not exist'],
  ['hard', '5.0.0', 'smtp; 550 Not a local address'],
  ['hard', '5.0.0', 'smtp; 550 No existe esa cuenta'],
  ['hard', '5.0.0', 'smtp; 550 Nessun utente con questo nome'],
  ['hard', '5.0.0', 'smtp; 550 L’adresse ne figure pas dans l’annuaire'],
  ['hard', '5.0.0', 'smtp; 550 lectrice@example.org has been replaced by camille@example.org'],
  ['hard', '5.0.0', 'smtp; 550 Recipient domain must exist'],
  ['hard', '5.1.1', 'smtp;550 5.1.1 RESOLVER.ADR.RecipientNotFound; not found'],
  // The address is there, or nobody knows
  ['soft', '5.1.1', 'smtp; 550 [SUSPEND] Mailbox currently suspended'],
  ['soft', '5.1.1', 'smtp; 550 5.1.1 Refused due to recipient preferences'],
  ['soft', '5.0.0', 'X-Postfix; Name service error for domain exmaple.test: Host not found, try again'],
  [
    'soft',
    '5.4.4',
    'X-Postfix; Name service error for name=exmaple.test type=MX: Malformed or unexpected name server reply',
  ],
  ['soft', '5.0.0', 'smtp; 550 Backscatter protection detected an expired or invalid e-mail address'],
  ['soft', '5.0.0', 'smtp; 550 Unresolvable relay host name'],
  ['soft', '5.0.0', 'smtp; 550 Mail to an undisclosed address was not passed on'],
]

export const moreAnswers: Specimen[] = answers.map(([kind, status, diagnostic]) => ({
  name: diagnostic,
  kind,
  recipients: [reader],
  raw: report({ status: about({ status, diagnostic }) }),
}))
