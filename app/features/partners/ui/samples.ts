interface Where {
  site: string
  slug: string
}

const at = ({ site, slug }: Where, rest: string) => `${site}/api/v1/campaigns/${slug}/${rest}`

export const askCount = (where: Where): string => `curl '${at(where, 'count')}'

{
  "campaign": "${where.slug}",
  "confirmed": 1234,
  "asOf": "2026-01-31T12:00:00Z"
}`

export const askDays = (where: Where): string => `curl '${at(where, 'counts?by=day&format=csv')}'

key,confirmed
2026-01-30,310
2026-01-31,295`

export const problemSample = `HTTP/1.1 422 Unprocessable Content
Content-Type: application/problem+json

{
  "type": "urn:portevoix:problem:invalid-fields",
  "title": "Invalid fields",
  "status": 422,
  "detail": "Some fields are missing or wrong. …",
  "errors": [
    {
      "pointer": "#/consent",
      "code": "consentMissing",
      "detail": "…"
    }
  ]
}`

export const signSample = (where: Where): string => `curl '${at(where, 'signatures')}' \\
  -H 'Content-Type: application/json' \\
  -H 'Authorization: Bearer pvx_…' \\
  -H 'Idempotency-Key: 0b7f2c1e-5a0e-4f5e' \\
  -d '{
    "name": "Camille Exemple",
    "email": "camille@example.org",
    "postcode": "31000",
    "consent": true,
    "text": 1,
    "locale": "fr"
  }'

{"status":"confirmation-sent"}`

/** As a receiver of webhooks gets it (Standard Webhooks 1.0). */
export const webhookSample = ({ slug }: Pick<Where, 'slug'>): string => `webhook-id: 019c1a2b3c4d7e8f9a0b1c2d3e4f5a6b
webhook-timestamp: 1769860800
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9…

{
  "type": "goal.reached",
  "timestamp": "2026-01-31T12:00:00.000Z",
  "data": { "campaign": "${slug}", "threshold": 10000 }
}`
