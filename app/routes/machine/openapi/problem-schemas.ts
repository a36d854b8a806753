import { address, list, object, text, whole, type Part } from './parts.ts'

const members = {
  type: text('Which problem it is, stable: `urn:portevoix:problem:…`; `about:blank` when the status says all.', {
    format: 'uri-reference',
  }),
  title: text('The same in words, in English.'),
  status: whole('As in the answer.', { minimum: 400, maximum: 599 }),
  detail: text('What to do now, in English.'),
}

/** A problem of one kind, where a status has several. */
const ofKind = (kind: string, more: Part = {}): Part =>
  object({ ...members, type: text('Which problem it is.', { const: `urn:portevoix:problem:${kind}` }), ...more })

export const problemSchemas: Part = {
  Problem: object(members, { description: 'RFC 9457. A kind of problem may have more members.' }),
  ParameterProblem: object({
    ...members,
    parameter: text('The parameter that was not understood.'),
    allowed: {
      description: 'What would have been: the values, or a sentence.',
      oneOf: [list({ type: 'string' }), { type: 'string' }],
    },
  }),
  FieldsProblem: object({
    ...members,
    errors: {
      ...list(
        object({
          pointer: text('JSON Pointer (RFC 6901) to the field, as a fragment.', { examples: ['#/email'] }),
          detail: text('For people, in the language of `locale`, else of `Accept-Language`.'),
          code: text('For programs.', { examples: ['emailInvalid'] }),
        }),
      ),
      minItems: 1,
    },
  }),
  TextChangedProblem: object({
    ...members,
    current: whole('The version of now.'),
    texts: address('Every version, to read.'),
  }),
  UnknownCampaignProblem: ofKind('unknown-campaign'),
  UnknownReleaseProblem: ofKind('unknown-release'),
  UnknownFileProblem: ofKind('unknown-file', { allowed: list(text('A file that it has.')) }),
  WorkProblem: object({ ...members, challenge: address('Where the work is given.') }),
}
