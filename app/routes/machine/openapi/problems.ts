import { header, schema, type Part } from './parts.ts'
import { problemAnswer, problemExample } from './problem.ts'

const later = { 'Retry-After': header('RetryAfter') }

export const problemResponses: Part = {
  NotModified: {
    description: 'You hold it already: `If-None-Match` named its `ETag`. Without a body.',
    headers: { ETag: header('ETag'), 'Cache-Control': header('CacheControl') },
  },
  BadParameter: problemAnswer({
    description:
      'A parameter is unknown, missing or given twice. `parameter` names it, `allowed` says what is understood.',
    shape: schema('ParameterProblem'),
    example: {
      ...problemExample(400, 'bad-parameter', [
        'Bad parameter',
        'The parameter "format" must be given once at most, and be one of: json, csv.',
      ]),
      parameter: 'format',
      allowed: ['json', 'csv'],
    },
  }),
  UnknownCampaign: problemAnswer({
    description: 'No campaign has this name, or what was asked for below it does not exist.',
    example: problemExample(404, 'unknown-campaign', [
      'Unknown campaign',
      'No campaign has this name. GET /api/v1/campaigns lists those there are.',
    ]),
  }),
  MethodNotAllowed: problemAnswer({
    description: 'Another method than those of this address. `Allow` names them.',
    headers: { Allow: header('Allow') },
    example: problemExample(405, 'method-not-allowed', [
      'Method not allowed',
      'This address answers GET, HEAD, OPTIONS only.',
    ]),
  }),
  TooManyRequests: problemAnswer({
    description: 'More than the policy in `RateLimit-Policy` from one network. `Retry-After` says when to come back.',
    headers: { ...later, 'RateLimit-Policy': header('RateLimitPolicy') },
    example: {
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      detail: 'Come back in the seconds that Retry-After says.',
    },
  }),
  InternalError: problemAnswer({
    description: 'The fault is ours.',
    example: problemExample(500, 'internal-error', [
      'Internal error',
      'The fault is ours and has been noted. Please try again later.',
    ]),
  }),
  Unavailable: problemAnswer({
    description: 'Too much arrives at once, or the service starts. Nothing was done.',
    headers: later,
    example: {
      type: 'about:blank',
      title: 'Service unavailable',
      status: 503,
      detail: 'Too much arrives at once, or the service starts. Please ask again in the seconds that Retry-After says.',
    },
  }),
}
