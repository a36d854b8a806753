import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { watchCampaign } from '#app/features/integrity/jobs.server.ts'
import { assess } from '#app/features/signatures/assess.server.ts'
import { domainIndex, networkIndex } from '#app/features/signatures/indexes.server.ts'
import { ledgerOfForms, tallyMove } from '#app/features/signatures/moves.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import type { Signer } from './honest.ts'

const minute = 60_000

interface Played {
  id: string
  fake: boolean
  decoy: boolean
  held: boolean
}

export interface PlayResult {
  played: Played[]
  /** Milliseconds of the simulated hour at which the team was told. */
  alarmAt: number | null
  heldOnArrival: { fakes: number; people: number }
  microsecondsOfAssess: number
  millisecondsOfWatch: number[]
}

/** As the signing room writes them: the same columns, and the line of the ledger in the same statement. */
const insert = `
with incoming as (
  select * from unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::int[], $7::boolean[], $8::timestamptz[], $9::text[])
    as t(id, email_index, domain_index, network_index, signals, held, at, department)
), fresh as (
  insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, department, country, locale, text_version, show_name,
    state, held_since, mailed_at, created_at, domain_index, network_index, signals)
  select $1, id, email_index, decode(repeat('5a', 68), 'hex'), decode(repeat('5a', 56), 'hex'), department, 'FR', 'fr', 1, false,
    case when held then 'quarantined'::signature_state else 'pending'::signature_state end, case when held then at end, at, at,
    domain_index, network_index, signals
  from incoming returning campaign_id, signals, held_since
), held as (select campaign_id, signals, false as let_go from fresh where held_since is not null)
${ledgerOfForms('held', '$10::timestamptz')}`

const confirm = `
with confirmed as (
  update signature set confirmed_at = $3, state = case when state = 'pending' then 'confirmed'::signature_state else state end
  where campaign_id = $1 and id = any($2::uuid[]) and confirmed_at is null and state in ('pending', 'quarantined')
  returning campaign_id, confirmed_at, department, country, locale, state
), counting as (select * from confirmed where state = 'confirmed')
${tallyMove('counting', '+')}`

const keys = new Map<string, string>()
function keyOf(network: string): string {
  const known = keys.get(network)
  if (known) return known
  const key = createHash('sha256').update(network).digest('base64url')
  keys.set(network, key)
  return key
}

const departments = ['01', '13', '31', '33', '44', '59', '67', '69', '75', '93', '974']
const rowsAtOnce = 5000

async function write(campaignId: number, rows: readonly unknown[][], now: Date): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    const columns = Array.from({ length: 8 }, (_, at) => some.map((row) => row[at]))
    await pool().query(insert, [campaignId, ...columns, now])
  }
}

/**
 * Plays an hour minute by minute: what arrives is judged by the real rules and written, what is due is confirmed, and the real watch
 * looks at the end of each minute.
 */
export async function play(campaignId: number, signers: readonly Signer[], start: number): Promise<PlayResult> {
  const waiting = signers.toSorted((a, b) => a.at - b.at)
  const due: string[][] = []
  const result: PlayResult = {
    played: [],
    alarmAt: null,
    heldOnArrival: { fakes: 0, people: 0 },
    microsecondsOfAssess: 0,
    millisecondsOfWatch: [],
  }
  let next = 0
  let spent = 0
  for (let until = minute; next < waiting.length || until <= 70 * minute; until += minute) {
    const rows: unknown[][] = []
    for (let signer = waiting[next]; signer && signer.at < until; signer = waiting[(next += 1)]) {
      const at = new Date(start + signer.at)
      const network = keyOf(signer.network)
      const before = performance.now()
      const judged = assess({ campaignId, form: { name: signer.name }, domain: signer.domain, network, now: at })
      spent += performance.now() - before
      const id = uuidv7({ msecs: at.getTime() })
      if (judged.held && !signer.decoy) result.heldOnArrival[signer.fake ? 'fakes' : 'people'] += 1
      result.played.push({ id, fake: signer.fake, decoy: signer.decoy === true, held: judged.held })
      if (signer.confirmsAfter !== null) (due[Math.floor((signer.at + signer.confirmsAfter) / minute)] ??= []).push(id)
      const department = departments[rows.length % departments.length]
      const indexes = [domainIndex(signer.domain), networkIndex(network)]
      rows.push([id, randomBytes(32), ...indexes, judged.signals, judged.held, at, department])
    }
    const now = new Date(start + until)
    await write(campaignId, rows, now)
    const confirmed = due[Math.floor(until / minute) - 1] ?? []
    if (confirmed.length > 0) await pool().query(confirm, [campaignId, confirmed, now])
    const before = performance.now()
    const { alerts } = await watchCampaign(campaignId, now)
    result.millisecondsOfWatch.push(performance.now() - before)
    if (alerts > 0) result.alarmAt ??= until
  }
  // Who is slow confirms after the hour.
  await pool().query(confirm, [campaignId, due.slice(70).flat(), new Date(start + 71 * minute)])
  result.microsecondsOfAssess = (spent * 1000) / waiting.length
  return result
}
