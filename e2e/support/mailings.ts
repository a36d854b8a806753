import { randomUUID } from 'node:crypto'
import type { House } from './house.ts'

interface Made {
  id: string
  remove: () => Promise<void>
}

interface MailingRow {
  state: 'draft' | 'paused' | 'sending'
  because?: 'refused'
  body: string
  /** States of its letters. */
  letters: readonly string[]
}

async function aMailing(house: House, { state, because, body, letters }: MailingRow): Promise<Made> {
  const id = randomUUID()
  await house.sql(
    `insert into mailing (id, campaign_id, state, created_by_id, created_at, started_at, paused_because)
     select $1, id, $2::mailing_state, $1, now(), case when $2::text <> 'draft' then now() - interval '1 hour' end, $3 from campaign limit 1`,
    [id, state, because ?? null],
  )
  await house.sql(
    `insert into mailing_text select $1, l, left(repeat('Interassociative', 8), 120) || $2::text, $3::text from unnest(array['fr', 'en']) l`,
    [id, state, body],
  )
  // What waits is due never, so that no worker sends it to nobody.
  await house.sql(
    `insert into delivery (campaign_id, id, kind, subject_id, mailing_id, state, lane, due_at, ended_at, reply)
     select m.campaign_id, gen_random_uuid(), 'update', gen_random_uuid(), m.id, s::delivery_state, 1, 'infinity',
       case when s <> 'queued' then now() end, case s when 'failed' then '550 5.7.1' end
     from mailing m, unnest($2::text[]) s where m.id = $1`,
    [id, letters],
  )
  return {
    id,
    async remove() {
      await house.sql('delete from delivery where mailing_id = $1', [id])
      await house.sql('delete from mailing where id = $1', [id])
    },
  }
}

/** With a long subject, that stopped by itself, with letters of every ending: the dashboard and the list tell of it too. */
export const aStoppedMailing = (house: House): Promise<Made> =>
  aMailing(house, {
    state: 'paused',
    because: 'refused',
    body: 'Bonjour.',
    letters: ['handed-over', 'unknown', 'suppressed', 'failed', 'failed', 'failed'],
  })

/** On its way, with two subjects that are tried. */
export async function aTriedMailing(house: House): Promise<Made> {
  const letters = [...Array<string>(60).fill('handed-over'), ...Array<string>(40).fill('queued')]
  const made = await aMailing(house, { state: 'sending', body: 'Bonjour.', letters })
  await house.sql(
    `update delivery set variant = case when random() < 0.5 then 'a' else 'b' end where mailing_id = $1`,
    [made.id],
  )
  await house.sql(
    `insert into mailing_trial (mailing_id, share, goal, hours, seed, subject_fr, subject_en) values ($1, 50, 'sign', 24, 1, 'Objet B', 'Subject B')`,
    [made.id],
  )
  await house.sql(
    `insert into mailing_trial_tally select $1, v, a, 7 from unnest(array['a', 'b']) v, unnest(array['visit', 'sign', 'share']) a`,
    [made.id],
  )
  return made
}

/** That went out yesterday, to one reader. */
export async function aSentUpdate(house: House, body: string): Promise<Made & { subject: string }> {
  const made = await aMailing(house, { state: 'sending', body, letters: ['handed-over'] })
  const subject = `Envoi ${made.id.slice(0, 8)}`
  await house.sql(
    `update mailing set state = 'sent', started_at = now() - interval '1 day', finished_at = now() where id = $1`,
    [made.id],
  )
  await house.sql(`update mailing_text set subject = $2 where mailing_id = $1`, [made.id, subject])
  return { ...made, subject }
}

/** That cannot be sent yet: a dead anchor, an image that nobody described, a missing fallback. */
export const aFaultyDraft = (house: House): Promise<Made> =>
  aMailing(house, {
    state: 'draft',
    body: 'Bonjour {{name}},\n\n[ici](#nulle-part)\n\n![](https://example.org/pixel.gif)',
    letters: [],
  })

/** Boxes that are left alone, messages that came back, answers to the yearly letter: what their pages show when there is something. */
export async function whatCameBack(house: House): Promise<() => Promise<void>> {
  const day = '2001-01-01'
  await house.sql(
    `insert into suppression select decode(md5(r) || md5(r), 'hex'), r, $1 from unnest(array['not-me', 'complained', 'bounced', 'imported']) r`,
    [day],
  )
  await house.sql(
    `insert into returned_tally select current_date, k, 3 from unnest(array['hard', 'soft', 'complaint', 'forged']) k on conflict do nothing`,
  )
  await house.sql(
    `insert into renewal select id, gen_random_uuid(), now(), gen_random_uuid(), null, o, now() from (select id from campaign limit 1) c,
     unnest(array[null, 'kept', 'paused', 'left', 'ended']) o`,
  )
  return async () => {
    await house.sql('delete from suppression where created_at = $1', [day])
    await house.sql('delete from returned_tally where day = current_date')
    await house.sql('delete from renewal')
  }
}
