/** What a document may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export interface Part {
  readonly [name: string]: Json
}

const named = (kind: string) => (name: string) => ({ $ref: `#/components/${kind}/${name}` })
export const schema = named('schemas')
export const response = named('responses')
export const header = named('headers')
export const parameter = named('parameters')

/** An object of which every member is there. Members may be added in this version: nothing says that there are no others. */
export const object = (properties: Part, more: Part = {}): Part => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  ...more,
})
export const list = (items: Part): Part => ({ type: 'array', items })
export const text = (description: string, more: Part = {}): Part => ({ type: 'string', description, ...more })
export const whole = (description: string, more: Part = {}): Part => ({
  type: 'integer',
  minimum: 0,
  description,
  ...more,
})
export const maybe = (part: Part): Part => ({ ...part, type: [part['type'] ?? 'string', 'null'] })
export const instant = (description: string): Part => text(description, { format: 'date-time' })
export const day = (description: string): Part => text(description, { format: 'date' })
export const address = (description: string): Part => text(description, { format: 'uri' })
export const code = (values: readonly string[], description: string): Part => text(description, { enum: values })

/** The headers of an answer that anyone may keep. */
const kept = {
  ETag: header('ETag'),
  'Cache-Control': header('CacheControl'),
  'RateLimit-Policy': header('RateLimitPolicy'),
  'Access-Control-Allow-Origin': header('AllowOrigin'),
}

interface Answered {
  description: string
  /** By media type: its schema and an example. */
  content: Part
  headers?: Part
}

/** 200 of something that is kept, and 304 to whoever holds it already. */
export const found = ({ description, content, headers = {} }: Answered): Part => ({
  '200': { description, headers: { ...kept, ...headers }, content },
  '304': response('NotModified'),
})

export const json = (shape: Part, example: Json): Part => ({ 'application/json': { schema: shape, example } })
export const csv = (example: string): Part => ({
  'text/csv': { schema: text('RFC 4180: UTF-8, CRLF, one line of names; safe to open in a spreadsheet.'), example },
})

const problems = {
  400: 'BadParameter',
  404: 'UnknownCampaign',
  405: 'MethodNotAllowed',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'Unavailable',
} as const

/** Problems of the machine interface, by status. */
export const refused = (...statuses: (keyof typeof problems)[]): Part =>
  Object.fromEntries(statuses.map((status) => [String(status), response(problems[status])]))

/** One address that is looked at. `parameters` beside the campaign's name. */
export const looked = (
  { id, tag, summary, description }: { id: string; tag: string; summary: string; description: string },
  { parameters = [], responses }: { parameters?: readonly Part[]; responses: Part },
): Part => ({ get: { operationId: id, tags: [tag], summary, description, parameters, responses } })

export const slug = parameter('Campaign')
export const exampleSlug = 'score'
export const here = 'https://petition.example.org'
