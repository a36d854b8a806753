import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aCommandLine, type CommandLine } from '#prisma/factories/a-command-line.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'

let folder: string
let line: CommandLine

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portevoix-cli-'))
  line = aCommandLine({ DATA_DIR: folder })
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a head is signed on demand and printed as a note, with what waited taken in', async () => {
  const { id, slug } = await aCampaign()
  await aSignature({ campaignId: id, state: 'confirmed' })
  const signed = await line.run(['log', 'head', slug])
  expect(signed).toMatchObject({ status: 0 })
  expect(signed.stdout).toMatch(new RegExp(`^\\S+/${slug}\\n1\\n\\S{44}\\n\\n— \\S+/${slug} \\S+\\n`))
  expect(await line.run(['log', 'head', 'none'])).toMatchObject({ status: 1, stdout: '' })
}, 30_000)
