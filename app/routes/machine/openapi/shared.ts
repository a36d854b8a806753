import { exampleSlug, text, type Part } from './parts.ts'

const said = (description: string, more: Part = {}): Part => ({ description, required: true, schema: text('', more) })

/** Headers that several answers have. */
export const sharedHeaders: Part = {
  ETag: said(
    'Names these bytes. Send it back in `If-None-Match`: when nothing changed the answer is 304, without a body.',
    {
      pattern: '^"[\\w-]+"$',
      examples: ['"mFgxOYY1Kd2yVqLc6Wq5SQ"'],
    },
  ),
  CacheControl: said('How long it may be kept (RFC 9111).', {
    examples: ['public, max-age=10, stale-while-revalidate=60'],
  }),
  NoStore: said('It is not to be kept.', { const: 'no-store' }),
  AllowOrigin: said('Pages of every site may read it.', { const: '*' }),
  Allow: said('The methods of this address.', { examples: ['GET, HEAD, OPTIONS'] }),
  RetryAfter: said('Seconds.', { pattern: '^\\d+$', examples: ['5'] }),
  RateLimitPolicy: said(
    'Quotas and their windows in seconds, from one network or for one key (draft-ietf-httpapi-ratelimit-headers). Answers that are kept for everyone are not counted. They are shared: what is left to one reader is not in them.',
    { examples: ['"reads";q=3000;w=300'] },
  ),
  AsOf: said('When this was true, in UTC.', { format: 'date-time', examples: ['2026-01-30T23:00:05Z'] }),
  ContentDisposition: said('The name of the file.', { pattern: '^attachment; filename="[\\w.-]+"$' }),
}

export const sharedParameters: Part = {
  Campaign: {
    name: 'slug',
    in: 'path',
    required: true,
    description: 'The name of the campaign in its address.',
    schema: { type: 'string', pattern: '^[a-z0-9-]{1,100}$' },
    example: exampleSlug,
  },
}
