interface Where {
  site: string
  slug: string
}

const at = ({ site, slug }: Where, rest: string) => `${site}/api/v1/campaigns/${slug}/${rest}`

export const askCount = (where: Where): string => `curl '${at(where, 'count')}'

{"campaign":"${where.slug}","confirmed":1234,"asOf":"2026-01-31T12:00:00Z"}`

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
  "detail": "Some fields are missing or wrong. \\"errors\\" says which, and why.",
  "errors": [
    { "pointer": "#/consent", "code": "consentMissing", "detail": "…" }
  ]
}`

export const signSample = (where: Where): string => `curl '${at(where, 'signatures')}' \\
  -H 'Content-Type: application/json' \\
  -H 'Authorization: Bearer pvx_…' \\
  -H 'Idempotency-Key: 0b7f2c1e-5a0e-4f5e-9d7b-2f6a1c9f3e11' \\
  -d '{
    "name": "Camille Exemple", "email": "camille@example.org",
    "postcode": "31000", "consent": true, "text": 1, "locale": "fr"
  }'

{"status":"confirmation-sent"}`
