import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aCommandLine } from '#prisma/factories/a-command-line.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { emailsOf } from './features/staff/queries/team.server.ts'
import { db } from './infra/db/prisma.server.ts'

const folder = await mkdtemp(join(tmpdir(), 'portevoix-export-'))
afterAll(() => rm(folder, { recursive: true }))

test('the command line streams a file, writes one with its manifest, and asks for a second person before addresses', async () => {
  const cli = aCommandLine({ DATA_DIR: folder })
  const { id: campaignId, slug } = await aCampaign()
  await aSignature({ campaignId, state: 'confirmed' })
  const approver = await anActor('campaigner')
  const email = (await emailsOf([approver.id])).get(approver.id) ?? ''
  const identity = await generateIdentity()
  const key = await identityToRecipient(identity)
  const out = join(folder, 'signers.csv.age')
  const of = ['export', 'signers', '--campaign', slug]
  const people = [...of, '--people', '--out', out, '--reason', 'Remise de la pétition.']

  const streamed = await cli.run(of)
  expect(streamed.stdout).toBe(
    'day,confirmed,state,country,department,language,text_version,name_shown,comment,news\r\n' +
      '2026-02-01,2026-02-01,confirmed,FR,31,fr,1,no,no,none\r\n',
  )
  const sha256 = createHash('sha256').update(streamed.stdout).digest('hex')
  expect(streamed.stderr).toContain(`1 rows, ${streamed.stdout.length} bytes, SHA-256 ${sha256}`)

  expect(await cli.run(people)).toMatchObject({ status: 1, stdout: '' })
  expect(await cli.run([...people, '--approve-as', email])).toMatchObject({ status: 1, stdout: '' })
  expect(await readdir(folder)).not.toContain('signers.csv.age')

  expect(await cli.run([...people, '--approve-as', email, '--recipient', key])).toMatchObject({ status: 0, stdout: '' })
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const file = await readFile(out)
  expect(await decrypter.decrypt(file, 'text')).toContain('name,email,comment_text')
  expect((await stat(out)).mode & 0o077).toBe(0)
  expect(JSON.parse(await readFile(`${out}.manifest.json`, 'utf8'))).toMatchObject({
    rows: 1,
    file: { name: 'signers.csv.age', sha256: createHash('sha256').update(file).digest('hex') },
  })
  const trail = await db().auditEntry.findMany({
    where: { subject: { startsWith: 'export:' } },
    orderBy: { seq: 'asc' },
  })
  expect(trail.map(({ action }) => action)).toEqual([
    'export.made-at-console',
    'export.approved-at-console',
    'export.made-at-console',
  ])

  expect(await cli.run(['export', 'signers', '--campaign', 'nowhere'])).toMatchObject({ status: 1 })
  expect(await cli.run(['export', 'signers'])).toMatchObject({ status: 2 })
}, 120_000)
