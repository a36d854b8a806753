import { mayWriteToTeam, writeToTeam } from '#app/features/mailings/commands/write-to-team.server.ts'
import { emailsOf } from '#app/features/staff/queries/team.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { exportReady } from '#emails/export-ready.tsx'
import { keptFor } from '../rules.ts'

/** A server that is away for half an hour is no reason to be told nothing; one that refuses is asked no more. */
const mostTries = 30

interface Untold {
  id: string
  requestedById: string
  locale: string
  association: string
  readyAt: Date
}

/** Each belongs to one process for a minute. */
const claim = `update export_job j set tell_tries = tell_tries + 1, lease_until = now() + interval '55 seconds'
  from staff_member s, campaign c where s.id = j.requested_by_id and s.state = 'active' and c.id = j.campaign_id
    and j.id in (select id from export_job where state = 'ready' and told_at is null and tell_tries < $1
      and (lease_until is null or lease_until < now()) for update skip locked)
  returning j.id::text, j.requested_by_id::text as "requestedById", s.locale, c.association, j.ready_at as "readyAt"`

async function tell({ id, requestedById, locale, association, readyAt }: Untold): Promise<void> {
  const address = (await emailsOf([requestedById])).get(requestedById)
  if (!address) return
  const language = isLocale(locale) ? locale : 'fr'
  const mail = await exportReady(
    {
      locale: language,
      association,
      url: `${config().appUrl}/admin/exports`,
      hours: Math.round(keptFor / 3_600_000),
    },
    translator(language),
  )
  const sent = await writeToTeam({ address, mail, id, date: readyAt })
  if (sent.outcome === 'handed-over')
    await pool().query('update export_job set told_at = now(), lease_until = null where id = $1', [id])
  else log.warn('nobody could be told that an export is ready', { job: 'exports', id, code: sent.outcome })
}

/** Tells whoever asked that their file is there: a mail with a link to the back office, and nothing of what is in it. */
export async function tellRequesters(): Promise<void> {
  if (!(await mayWriteToTeam())) return
  const { rows } = await pool().query<Untold>(claim, [mostTries])
  for (const untold of rows) await tell(untold)
}
