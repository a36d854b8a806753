import { header, here, schema, type Part } from './parts.ts'
import { problemAnswer, problemExample } from './problem.ts'

export const signingResponses: Part = {
  NotJson: problemAnswer({
    description: 'The body cannot be read as a JSON object in UTF-8, or `Idempotency-Key` as a key.',
    example: problemExample(400, 'not-json', ['Not JSON', 'The body cannot be read as JSON.']),
  }),
  InvalidKey: problemAnswer({
    description: 'The key is unknown, has expired or was revoked.',
    headers: {
      'WWW-Authenticate': {
        description: 'RFC 6750.',
        required: true,
        schema: { type: 'string', const: 'Bearer realm="portevoix", error="invalid_token"' },
      },
    },
    example: problemExample(401, 'invalid-key', [
      'Invalid key',
      'The key is unknown, has expired or was revoked. Without a key, leave Authorization out.',
    ]),
  }),
  NotAllowed: problemAnswer({
    description:
      'The key is not for this campaign; or the campaign is under attack and asks for work (`challenge` says where it is given); or a page of another site sent it.',
    shape: { anyOf: [schema('WorkProblem'), schema('Problem')] },
    example: {
      ...problemExample(403, 'proof-of-work-required', [
        'Proof of work required',
        'The campaign is under attack. Solve a challenge for each signature and send the solution as "altcha", or use a key.',
      ]),
      challenge: `${here}/api/v1/campaigns/score/challenge`,
    },
  }),
  Conflict: problemAnswer({
    description: 'The text that was shown was replaced more than a day ago; or the same request is being answered.',
    shape: { anyOf: [schema('TextChangedProblem'), schema('Problem')] },
    example: {
      ...problemExample(409, 'text-changed', [
        'Text changed',
        'The version that was shown was replaced more than a day ago. Show the text of now, and ask again.',
      ]),
      current: 2,
      texts: `${here}/fr/score/texts`,
    },
  }),
  CampaignClosed: problemAnswer({
    description: 'It takes no signatures now.',
    example: problemExample(410, 'campaign-closed', ['Campaign closed', 'This campaign takes no signatures now.']),
  }),
  TooLarge: problemAnswer({
    description: 'More than 64 KiB.',
    example: {
      type: 'about:blank',
      title: 'Content too large',
      status: 413,
      detail: 'The body is larger than 64 KiB.',
    },
  }),
  UnsupportedMediaType: problemAnswer({
    description: 'Another media type than `application/json`.',
    headers: { 'Accept-Post': { required: true, schema: { type: 'string', const: 'application/json' } } },
    example: problemExample(415, 'unsupported-media-type', [
      'Unsupported media type',
      'This address reads application/json. Say so in Content-Type.',
    ]),
  }),
  InvalidFields: problemAnswer({
    description: 'Some fields are missing or wrong; or `Idempotency-Key` came with another request before.',
    headers: { 'RateLimit-Policy': header('RateLimitPolicy') },
    shape: { anyOf: [schema('FieldsProblem'), schema('Problem')] },
    example: {
      ...problemExample(422, 'invalid-fields', [
        'Invalid fields',
        'Some fields are missing or wrong. "errors" says which, and why.',
      ]),
      errors: [
        {
          pointer: '#/email',
          detail: 'This e-mail address is not complete. It looks like name@example.com.',
          code: 'emailInvalid',
        },
      ],
    },
  }),
}
