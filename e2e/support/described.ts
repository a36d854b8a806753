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

/** One answer that the description promises: `GET /api/v1/campaigns 200 application/json`. */
export interface Promised {
  path: string
  method: string
  status: number
  /** `null`: without a body. */
  type: string | null
}

export const nameOf = ({ method, path, status, type }: Promised) => `${method} ${path} ${status} ${type ?? '-'}`

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

function promisedBy({ shape, ...of }: Omit<Promised, 'type'> & { shape: z.infer<typeof responseShape> }): Promised[] {
  const one = { path: of.path, method: of.method, status: of.status }
  const types = Object.keys(shape.content ?? {})
  return types.length > 0 ? types.map((type) => ({ ...one, type })) : [{ ...one, type: null }]
}

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
    promised: all.flatMap(promisedBy),

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
      }
      if (one.type === null) return expect(answer.text, `of ${said}`).toBe('')
      expect(answer.headers['content-type']?.split(';')[0], `of ${said}`).toBe(one.type)
      const body: unknown = one.type.endsWith('json') ? JSON.parse(answer.text) : answer.text
      expect(faults([...found.place, 'content', one.type, 'schema'], body), `of ${said}`).toEqual([])
    },
  }
}
