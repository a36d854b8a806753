import { expect, test } from 'vitest'
import { z } from 'zod'
import { countsSchemas } from './counts-schemas.ts'
import { countsPaths } from './counts.ts'
import { releasesPaths } from './releases.ts'

const paths = { ...countsPaths, ...releasesPaths }

const references = (part: object) =>
  [...JSON.stringify(part).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name)

test('what the addresses of counts refer to is described, and nothing else is', () => {
  const asked = new Set([...references(paths), ...references(countsSchemas)])
  expect(asked).toEqual(new Set(Object.keys(countsSchemas)))
})

test('every address has one operation of its own name', () => {
  const operations = z.record(z.string(), z.object({ get: z.object({ operationId: z.string() }) }))
  const names = Object.values(operations.parse(paths)).map(({ get }) => get.operationId)
  expect(new Set(names).size).toBe(6)
})
