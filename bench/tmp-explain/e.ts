import { readFileSync, mkdirSync, chmodSync } from 'node:fs'
import { embeddedCluster } from '#app/infra/db/embedded/cluster.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { pool, useDatabase, closePool } from '#app/infra/db/pool.server.ts'
import { seedCampaign } from '#prisma/seed.ts'
import { shownCampaign } from '#app/features/campaigns/shown.server.ts'
import { signPetition } from '#app/features/signatures/commands/sign-petition.server.ts'
import { signatureForm } from '#app/features/signatures/schema.ts'
import { nthForm } from '../support/signing-requests.ts'
mkdirSync('/tmp/bench/ex', { recursive: true }); chmodSync('/tmp/bench/ex', 0o755)
process.env.DATA_DIR = '/tmp/bench/ex'
const c = await embeddedCluster('/tmp/bench/ex')
await migrate(c.url); useDatabase(c.url)
await seedCampaign({ demonstration: true }, new Date())
if (process.argv[3] === 'analyze') await pool().query('vacuum analyze')
const campaign = (await shownCampaign('score'))!
let n = 0
for (let k = 0; k < 8; k++) await Promise.all(Array.from({ length: 2000 }, () => signPetition(signatureForm.parse(nthForm((n += 1))), { campaign, locale: 'fr', textVersion: 1, now: new Date() })))
const src = readFileSync(`app/features/signatures/commands/${process.argv[2]}.server.ts`, 'utf8')
const text = /const statement = `([\s\S]*?)`\n/.exec(src)![1]!.replace('${confirmationDays}', '7').replace('${mostMails}', '5')
const { rows } = await pool().query(`select id from signature where state='pending' and id > '00000001-0000-0000-0000-000000000000' order by random() limit 256`)
const client = await pool().connect()
await client.query('begin')
const r = await client.query('explain (analyze, buffers off, timing on) ' + text, [rows.map(() => campaign.id), rows.map((x) => x.id), new Date(), '2026-11-24', '10'])
console.log(r.rows.map((x) => x['QUERY PLAN']).join('\n'))
await client.query('rollback'); client.release()
await closePool(); await c.release()
