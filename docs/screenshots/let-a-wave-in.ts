import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import { startInvalidation, writeInvalidation } from '#app/features/integrity/commands/steer-invalidation.server.ts'
import { runInvalidations } from '#app/features/integrity/jobs/run-invalidations.server.ts'
import { watchCampaign } from '#app/features/integrity/jobs.server.ts'
import { invalidationForm } from '#app/features/integrity/schema.ts'
import { tallyAnew } from '#app/features/signatures/commands/recount.server.ts'
import { noteDomain, writeDomains } from '#app/features/signatures/commands/remember-domains.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { openDatabase } from '#prisma/open-database.ts'

/** Who signed in the last minutes: people, a school, and what looks too much alike. */
const crowd = [
  {
    count: 40,
    domain: (n: number) => (n % 4 === 0 ? `maison-${n}.example` : 'example.org'),
    network: (n: number) => n,
  },
  { count: 30, domain: () => 'lycee.example', network: () => 100 },
  { count: 96, domain: (n: number) => `neuf-${Math.floor(n / 2) % 6}.example`, network: (n: number) => 101 + (n % 2) },
  { count: 38, domain: () => 'faux.example', network: (n: number) => 200 + n },
  { count: 14, domain: () => 'jetable.example', network: (n: number) => 300 + n },
]

async function sign(campaignId: number): Promise<void> {
  const now = Date.now()
  for (const { count, domain, network } of crowd)
    for (let n = 0; n < count; n += 1) {
      noteDomain(domain(n))
      await aSignature({
        campaignId,
        state: 'confirmed',
        domain: domain(n),
        network: createHash('sha256')
          .update(String(network(n)))
          .digest()
          .subarray(0, 12),
        createdAt: new Date(now - (240 - n) * 1000),
      })
    }
  await writeDomains(new Date())
  await tallyAnew(campaignId, new Date())
  await watchCampaign(campaignId, new Date())
}

/** Waits until the worker of the instance, or this process, has brought a rule there. */
async function reaches(id: number, wanted: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    await runInvalidations({ now: new Date() })
    const { state } = await db().invalidation.findUniqueOrThrow({ where: { id }, select: { state: true } })
    if (state === wanted) return
    await pause(100)
  }
  throw new Error(`rule ${id} does not become ${wanted}`)
}

async function written(campaign: string, rule: { domains: string; reasonFr: string; reasonEn: string }) {
  const form = invalidationForm.parse({ campaign, ...rule })
  const made = await writeInvalidation(await anActor('campaigner'), form, new Date())
  if (!made) throw new Error('the rule was not written')
  await reaches(made.id, 'counted')
  return made.id
}

/**
 * Lets a wave into the demonstration: what is too much alike is held, one rule removes what a domain sent, a second one has been
 * counted and waits.
 *
 * @returns the address of the rule that waits
 */
export async function letAWaveIn(): Promise<string> {
  const database = await openDatabase()
  try {
    const found = await findCampaign('score')
    if (!found) throw new Error('there is no campaign: is this a demonstration instance?')
    await sign(found.id)
    const campaign = String(found.id)
    const removed = await written(campaign, {
      domains: 'faux.example',
      reasonFr: 'Adresses inventées, envoyées en une nuit.',
      reasonEn: 'Invented addresses, sent in one night.',
    })
    await startInvalidation({ actor: await anActor('owner'), id: removed, now: new Date() })
    await reaches(removed, 'done')
    const waiting = await written(campaign, {
      domains: 'jetable.example',
      reasonFr: 'Adresses jetables.',
      reasonEn: 'Throw-away addresses.',
    })
    return `/admin/signatures/invalidations/${waiting}`
  } finally {
    await database.close()
  }
}
