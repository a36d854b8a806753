import { header, json, looked, parameter, refused, response, schema, slug, type Part } from './parts.ts'
import { exampleBody } from './signing-schemas.ts'

const limits = { 'RateLimit-Policy': header('RateLimitPolicy') }
const one = { 'Cache-Control': header('NoStore'), 'Access-Control-Allow-Origin': header('AllowOrigin') }

export const signingHeaders: Part = {
  RateLimit: {
    description: 'With a key: what is left of each quota (`r`), and the seconds until it is whole again (`t`).',
    required: false,
    schema: { type: 'string', examples: ['"hour";r=998;t=1800, "day";r=9998;t=40000'] },
  },
}

export const signingParameters: Part = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'With a key: the same request with the same value is done once, and answered alike for 24 hours (draft-ietf-httpapi-idempotency-key-header). A UUID serves.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
}

export const keySchemes: Part = {
  partnerKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key that the team gives to a partner: `Authorization: Bearer pvx_…`. It belongs on a server, never in a page.',
  },
}

const counted = { ...one, ...limits, RateLimit: header('RateLimit') }

const sign: Part = {
  operationId: 'sign',
  tags: ['signing'],
  summary: 'Sign for a person who asked for it',
  description:
    'The same as the form of the campaign. The person confirms by mail, always: nothing counts before. The answer is the same whether or not the address signed already. Without a key the limits are those of the form, by network; with one, its quotas. Browsers cannot send this from another site.',
  security: [{}, { partnerKey: [] }],
  parameters: [slug, parameter('IdempotencyKey')],
  requestBody: { required: true, content: json(schema('Signature'), exampleBody) },
  responses: {
    '200': {
      description: 'With a key that only tries: all is in order, nothing was kept or sent.',
      headers: counted,
      content: json(schema('Tried'), { status: 'nothing-sent' }),
    },
    '202': {
      description: 'Taken. It counts once the person confirms it.',
      headers: counted,
      content: json(schema('Accepted'), { status: 'confirmation-sent' }),
    },
    '400': response('NotJson'),
    '401': response('InvalidKey'),
    '403': response('NotAllowed'),
    ...refused(404, 405, 429, 500, 503),
    '409': response('Conflict'),
    '410': response('CampaignClosed'),
    '413': response('TooLarge'),
    '415': response('UnsupportedMediaType'),
    '422': response('InvalidFields'),
  },
}

const challenge = looked(
  {
    id: 'getChallenge',
    tag: 'signing',
    summary: 'Work for one signature',
    description:
      'Only while the campaign is under attack. Solve it and send the solution as `altcha` within ten minutes.',
  },
  {
    parameters: [slug],
    responses: {
      '200': {
        description: 'The work.',
        headers: one,
        content: json(schema('Challenge'), {
          parameters: { algorithm: 'PBKDF2/SHA-256', cost: 5000, expiresAt: 1_769_860_800 },
          signature: '5f2c…',
        }),
      },
      '204': { description: 'Nothing is asked for.', headers: one },
      ...refused(404, 405, 429, 500, 503),
    },
  },
)

const root = '/api/v1/campaigns/{slug}'
export const signingPaths: Part = { [`${root}/signatures`]: { post: sign }, [`${root}/challenge`]: challenge }
