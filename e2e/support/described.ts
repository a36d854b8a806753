import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Answer } from './machine-house.ts'

const loose = z.record(z.string(), z.unknown())
const media = z.record(z.string(), z.object({ schema: z.unknown(), example: z.unknown() }))
const reference = z.object({ $ref: z.string() })
const headerShape = z.looseObject({ required: z.boolean().optional() })
const responseShape = z.object({
  description: z.string(),
  headers: z.record(z.string(), z.unknown()).optional(),
  content: media.optional(),
})
const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: loose }))),
})

const severalShape = z.object({ anyOf: z.array(reference) })
const kindShape = z.object({ properties: z.object({ type: z.object({ const: z.string() }) }) })

/** One answer that the description promises: `GET /api/v1/campaigns 200 application/json`. */
export interface Promised {
  path: string
  method: string
  status: number
  /** `null`: without a body. */
  type: string | null
  /** The `type` of a problem, where the answer may be of several kinds. */
  kind: string | null
}

export const nameOf = ({ method, path, status, type, kind }: Promised) =>
  `${method} ${path} ${status} ${type ?? '-'}${kind ? ` ${kind}` : ''}`

const pointer = (parts: readonly string[]) =>
  parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')

/** Where something stands in a document, and what its schemas say of values. */
function documentAt(document: unknown) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(loose.parse(document), 'api')
  const at = (parts: readonly string[]): unknown =>
    parts.reduce<unknown>((value, part) => loose.parse(value)[part], document)
  return {
    at,
    /** Where it stands, after its reference. */
    resolve: (parts: string[]): string[] => {
      const found = reference.safeParse(at(parts)).data
      return found ? found.$ref.slice(2).split('/') : parts
    },
    faults: (parts: readonly string[], value: unknown): string[] => {
      const valid = ajv.validate({ $ref: `api#/${pointer(parts)}` }, value)
      return valid ? [] : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    },
  }
}

interface Described extends Omit<Promised, 'type' | 'kind'> {
  shape: z.infer<typeof responseShape>
}

/** Every kind of problem that a schema names by its `type`; `[null]` when it names none. */
function kindsIn(schema: unknown, resolved: (ref: string) => unknown): (string | null)[] {
  const several = severalShape.safeParse(schema).data?.anyOf ?? []
  const kinds = several.flatMap(({ $ref }) => kindShape.safeParse(resolved($ref)).data?.properties.type.const ?? [])
  return kinds.length > 0 ? kinds : [null]
}

function promisedBy({ shape, path, method, status }: Described, resolved: (ref: string) => unknown): Promised[] {
  const one = { path, method, status }
  const media = Object.entries(shape.content ?? {})
  if (media.length === 0) return [{ ...one, type: null, kind: null }]
  return media.flatMap(([type, { schema }]) => kindsIn(schema, resolved).map((kind) => ({ ...one, type, kind })))
}

/** Headers that pages of other sites may read without being told, and those that are for browsers. */
const readAnyway = /^(?:cache-control|content-(?:language|length|type)|expires|last-modified|access-control-.*)$/i

/** A page of another site may read this header of the answer. */
function expectReadable(name: string, { headers }: Answer, said: string): void {
  if (readAnyway.test(name)) return
  const exposed = (headers['access-control-expose-headers'] ?? '').split(/, */)
  expect(exposed, `what pages of other sites may read of ${said}`).toContain(name)
}

const problemShape = z.looseObject({ type: z.string() })

/** The description of the machine interface, held against what the product answers. */
export function described(document: unknown) {
  const { paths } = documentShape.parse(document)
  const { at, resolve, faults } = documentAt(document)
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.keys(responses).map((status) => {
        const place = resolve(['paths', path, method, 'responses', status])
        const shape = responseShape.parse(at(place))
        return { path, method: method.toUpperCase(), status: Number(status), place, shape }
      }),
    ),
  )

  return {
    paths: Object.keys(paths),
    promised: all.flatMap((one) => promisedBy(one, (ref) => at(ref.slice(2).split('/')))),

    /** Every example is what its schema says. */
    expectExamples(): void {
      for (const { place, shape } of all)
        for (const [type, { example }] of Object.entries(shape.content ?? {}))
          expect(faults([...place, 'content', type, 'schema'], example), `at ${place.join(' ')}`).toEqual([])
    },

    /** An answer is what was promised: its status, its media type, every header, and its body by its schema. */
    expectPromised(one: Promised, answer: Answer): void {
      const found = all.find(
        ({ path, method, status }) => path === one.path && method === one.method && status === one.status,
      )
      if (!found) throw new Error(`${nameOf(one)} is not described`)
      const said = `${nameOf(one)}: ${answer.text}`
      expect(answer.status, `of ${said}`).toBe(one.status)
      for (const name of Object.keys(found.shape.headers ?? {})) {
        const place = resolve([...found.place, 'headers', name])
        const value = answer.headers[name.toLowerCase()]
        if (value === undefined && !headerShape.parse(at(place)).required) continue
        expect(faults([...place, 'schema'], value), `${name} of ${said}`).toEqual([])
        if (one.status < 400) expectReadable(name, answer, said)
      }
      if (one.type === null) return expect(answer.text, `of ${said}`).toBe('')
      expect(answer.headers['content-type']?.split(';')[0], `of ${said}`).toBe(one.type)
      const body: unknown = one.type.endsWith('json') ? JSON.parse(answer.text) : answer.text
      expect(faults([...found.place, 'content', one.type, 'schema'], body), `of ${said}`).toEqual([])
      if (one.kind !== null) expect(problemShape.parse(body).type, `of ${said}`).toBe(one.kind)
    },
  }
}
