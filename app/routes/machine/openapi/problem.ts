import { header, schema, type Part } from './parts.ts'

const problemHeaders = {
  'Cache-Control': header('NoStore'),
  'Access-Control-Allow-Origin': header('AllowOrigin'),
}

interface Described {
  description: string
  example: Part
  headers?: Part
  shape?: Part
}

/** An answer that is a problem (RFC 9457). */
export const problemAnswer = ({ description, example, headers = {}, shape = schema('Problem') }: Described): Part => ({
  description,
  headers: { ...problemHeaders, ...headers },
  content: { 'application/problem+json': { schema: shape, example } },
})

/** A problem as an example. */
export const problemExample = (status: number, kind: string, [title, detail]: [string, string]): Part => ({
  type: `urn:portevoix:problem:${kind}`,
  title,
  status,
  detail,
})
