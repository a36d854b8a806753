import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiDocument } from '#app/routes/machine/openapi/document.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'portevoix-client-'))

beforeAll(async () => {
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  const document = JSON.stringify(apiDocument('https://petition.example.org'))
  writeFileSync(path.join(folder, 'api.ts'), astToString(await openapiTS(document)))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the compiler says of a program that uses the client made from the description. */
function faultsOf(program: string): string[] {
  const file = path.join(folder, 'program.ts')
  const beginning = `import createClient from 'openapi-fetch'
    import type { paths } from './api.ts'
    const client = createClient<paths>({ baseUrl: 'https://petition.example.org' })\n`
  writeFileSync(file, beginning + program)
  const { ScriptTarget, ModuleKind, ModuleResolutionKind } = ts
  const made = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ScriptTarget.ES2022,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    types: [],
  })
  return ts.getPreEmitDiagnostics(made).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const inOrder = `
  const score = { path: { slug: 'score' } }
  const count = await client.GET('/api/v1/campaigns/{slug}/count', { params: score })
  export const confirmed: number | undefined = count.data?.confirmed
  const proof = await client.GET('/api/v1/campaigns/{slug}/log/proof', { params: { ...score, query: { index: 0, size: 2 } } })
  export const nodes: string[] | undefined = proof.data?.proof
  const day = { ...score.path, date: '2026-01-31' }
  const release = await client.GET('/api/v1/campaigns/{slug}/releases/{date}', { params: { path: day } })
  export const digests: string[] | undefined = release.data?.files.map((file) => file.sha256)
  const file = await client.GET('/api/v1/campaigns/{slug}/releases/{date}/{file}', {
    params: { path: { ...day, file: 'package.zip' } },
    parseAs: 'arrayBuffer',
  })
  export const packed: ArrayBuffer | undefined = file.data
  export const there = file.error && 'allowed' in file.error ? file.error.allowed.join() : ''
  const signed = await client.POST('/api/v1/campaigns/{slug}/signatures', {
    params: { ...score, header: { 'Idempotency-Key': '1' } },
    body: { name: 'Camille', email: 'camille@example.org', postcode: '31000', country: 'FR', consent: true },
  })
  export const said = signed.data?.status
  export const why: string | undefined = signed.error?.detail`

test('a client that is generated from the description compiles in a program that uses it', { timeout: 60_000 }, () => {
  expect(faultsOf(inOrder)).toEqual([])
  expect(faultsOf(inOrder.replace('data?.confirmed', 'data?.confirmd'))).toHaveLength(1)
  expect(faultsOf(inOrder.replace('file.sha256', 'file.sha512'))).toHaveLength(1)
  expect(faultsOf(inOrder.replace("'package.zip'", "'package.rar'"))).not.toEqual([])
  expect(faultsOf(inOrder.replace("email: 'camille@example.org',", ''))).not.toEqual([])
})
