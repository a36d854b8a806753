import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { z } from 'zod'
import { ask, goodSignature } from './support/ask.ts'
import { filesSince, foundIn, longStory, packedSpellings, rareWord, read, spellings } from './support/canary.ts'
import { decline, markedFiles, publish, report, tell, withdraw } from './support/canary-journey.ts'
import { testIn, type House } from './support/house.ts'
import { linksIn, waitForMail } from './support/mails.ts'
import { familyOf, writesInto } from './support/processes.ts'
import { confirmLink } from './support/signing.ts'
import { search } from './support/traces.ts'
import { expect, withVisitors } from './support/visitor.ts'

/** The product's own folder for temporary files. */
const temporary = mkdtempSync(path.join(tmpdir(), 'portevoix-temporary-'))
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }))

const test = withVisitors(testIn({ TMPDIR: temporary, TRUST_PROXY: '1', LOG_LEVEL: 'debug' }))

type Needles = Record<string, Buffer>
type Finds = Record<string, string[]>

const named = (what: string, needles: Needles): Needles =>
  Object.fromEntries(Object.entries(needles).map(([name, needle]) => [`${what} ${name}`, needle]))

/** Everything the database holds in memory is written down, so that it can be looked at. */
async function writeDown(house: House): Promise<void> {
  await house.sql('checkpoint')
  await house.sql('select pg_switch_wal()')
}

/** All rows of all tables, unpacked and unsealed by nobody. */
async function dump(house: House): Promise<Buffer> {
  const tables = await house.sql(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const rows = []
  for (const { name } of tables)
    rows.push(...(await house.sql(`select to_jsonb(t)::text as row from ${String(name)} t`)))
  return Buffer.from(rows.map(({ row }) => String(row)).join('\n'))
}

/** Mails as they were sent, and what they say once decoded. */
async function mails(house: House): Promise<Buffer[]> {
  const listed = z.array(z.object({ id: z.string() })).parse(await (await fetch(`${house.inbox}/email`)).json())
  return Promise.all(
    listed.map(async ({ id }) => {
      const source = Buffer.from(await (await fetch(`${house.inbox}/email/${id}/source`)).arrayBuffer())
      return Buffer.concat([source, Buffer.from(JSON.stringify(await PostalMime.parse(source)))])
    }),
  )
}

const told = [
  '/metrics',
  '/healthz',
  '/readyz',
  '/api/v1/campaigns/score',
  '/api/v1/campaigns/score/testimonies/statistics',
]

/** Wherever something of a person could lie: nowhere is an empty object. */
async function tracesOf(house: House, needles: Needles, since: number): Promise<Finds> {
  await writeDown(house)
  const found: Finds = search(house.dataDir, needles)
  const places: [string, Buffer][] = [
    ['the output', Buffer.from(house.log())],
    ['the rows', await dump(house)],
    ...(await mails(house)).map((mail): [string, Buffer] => ['a mail', mail]),
    ...filesSince([temporary, tmpdir()], since).map((file): [string, Buffer] => [file, read(file)]),
  ]
  for (const address of told) places.push([address, (await ask(`${house.url}${address}`)).body])
  for (const [place, bytes] of places) for (const name of foundIn(bytes, needles)) found[name]?.push(place)
  return Object.fromEntries(Object.entries(found).filter(([, where]) => where.length > 0))
}

/** While something happens: on which disk files the processes that draw write. What their loader compiles is ours. */
async function writtenWhile<T>(house: House, happens: () => Promise<T>) {
  const [files, drawing] = [new Set<string>(), new Set<number>()]
  const look = setInterval(() => {
    for (const { pid, command } of familyOf(house.pid))
      if (command.includes('drawing-process')) {
        drawing.add(pid)
        for (const file of writesInto(pid)) if (!/\/tsx-\d+\//.test(file)) files.add(file)
      }
  }, 5)
  const result = await happens()
  clearInterval(look)
  return { result, files: [...files], processes: drawing.size }
}

async function sign(house: House, name: string): Promise<void> {
  const email = `${name}@example.org`
  expect(
    (await ask(`${house.url}/fr/score/sign`, { method: 'POST', body: goodSignature(email, { name }) })).status,
  ).toBe(303)
  const [link = ''] = linksIn(await waitForMail(house.inbox, { to: email }), confirmLink('fr'))
  expect((await ask(link, { method: 'POST', body: '' })).status).toBe(303)
}

test('of a story, its files, its thread, its notes and its receipt nothing is anywhere but what was published @js', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(240_000)
  const since = Date.now()
  const [secret, shown, signer] = [rareWord(), rareWord(), rareWord()]
  const of = (what: string) => `${secret}${what}`
  const story = longStory(of('story'), 15_000)
  const files = await markedFiles(of)
  await sign(house, signer)
  const deposit = await writtenWhile(house, () => tell(page, { title: of('one'), story, files }))
  expect(deposit).toMatchObject({ files: [], processes: 1 })
  const receipts = [deposit.result]
  const [first, other] = [await visitor.staff('moderator'), await visitor.staff('moderator')]
  const address = await publish({ page, receipt: deposit.result, first, other, of, title: of('one'), shown })
  receipts.push(await report(page, { address, of }))
  receipts.push(await tell(page, { title: of('two'), story: longStory(of('story'), 300) }))
  await decline(first, { title: of('two'), of })
  receipts.push(await tell(page, { title: of('three'), story }))
  await withdraw(page, receipts.at(-1) ?? '')

  const codes = receipts.flatMap((receipt, at) => {
    const plain = receipt.replace(/[^0-9A-Z]/g, '')
    expect(plain).toHaveLength(24)
    return Object.entries({
      ...named(`receipt ${at}`, spellings(plain)),
      [`receipt ${at} grouped`]: Buffer.from(receipt),
    })
  })
  const words = { ...named('secret', spellings(secret)), ...named('secret', packedSpellings(secret)) }
  expect(await tracesOf(house, { ...words, ...Object.fromEntries(codes) }, since)).toEqual({})
  const ofSigner = await tracesOf(house, named('signer', spellings(signer)), since)
  expect(new Set(Object.values(ofSigner).flat()), 'who signed is in their own mail alone').toEqual(new Set(['a mail']))
  const published = await tracesOf(house, named('shown', spellings(shown)), since)
  expect(published['shown in clear'], 'what was published is found: the search looks in the right places').toContain(
    'the rows',
  )
})

test('each spelling would be found, wherever it lay, packed by PostgreSQL too', async ({ house }) => {
  const [word, packed] = [rareWord(), rareWord()]
  const needles = { ...spellings(word), ...named('packed', packedSpellings(packed)) }
  await house.sql('create table planted (words text, bytes bytea)')
  try {
    for (const needle of Object.values(spellings(word)))
      await house.sql('insert into planted (bytes) values ($1)', [needle])
    await house.sql('insert into planted (words) values ($1)', [longStory(packed, 15_000)])
    await writeDown(house)
    const found = search(house.dataDir, { ...needles, whole: Buffer.from(`${packed} m’a dit que le calcul`) })
    for (const name of Object.keys(spellings(word))) expect(found[name], name).not.toEqual([])
    expect(
      Object.keys(named('packed', packedSpellings(packed))).filter((name) => (found[name] ?? []).length > 0),
    ).not.toEqual([])
  } finally {
    await house.sql('drop table planted')
  }
})
