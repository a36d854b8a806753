import { logEvents } from '#app/features/proof/rules/entry.ts'
import { code, day, instant, list, object, schema, text, whole, type Part } from './parts.ts'

const base64 = (description: string) => text(`${description} Base64.`, { contentEncoding: 'base64' })
const sum = 'In the log up to this head.'

export const logSchemas: Part = {
  TreeHead: object({
    size: whole('Entries.'),
    root: base64('The hash of the tree (RFC 9162 §2.1).'),
    note: text('The same, signed: a C2SP signed note, Ed25519.'),
    key: text('The verifier key to check it with.'),
    signedAt: instant('When it was signed.'),
    confirmed: whole(sum),
    withdrawn: whole(sum),
    invalidated: whole(sum),
    restored: whole(sum),
    counted: whole('confirmed − withdrawn − invalidated + restored: the number that is shown.'),
  }),
  LogEntry: object({
    index: whole('Its place, from 0.'),
    leafHash: base64('What the tree holds. It can be computed from the rest.'),
    commitment: base64('SHA-256 of a nonce and the id of the signature: leads to nobody without the nonce.'),
    text: base64('SHA-256 of the text that was signed.'),
    day: day('In Paris.'),
    event: code(logEvents, 'What became of the signature.'),
  }),
  LogEntries: object({ entries: list(schema('LogEntry')) }),
  InclusionProof: object({
    index: whole('Of the entry.'),
    size: whole('Of the tree.'),
    proof: list(base64('A node (RFC 9162 §2.1.3).')),
  }),
  ConsistencyProof: object({
    first: whole('The smaller size.'),
    second: whole('The larger size.'),
    proof: list(base64('A node (RFC 9162 §2.1.4).')),
  }),
}
