import { v7 as uuidv7 } from 'uuid'
import { listAllowed } from '#app/features/staff/queries/team.server.ts'
import { dayKept, dayRead, plusDays } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import type { SendOutcome } from '#app/infra/mail/send-outcome.ts'
import type { Mail } from '#emails/letter.tsx'
import { textsToVerify } from '#emails/texts-to-verify.tsx'
import type { DeskForm } from '../form.ts'
import { listNamed, namesByKind, type NamedSheet } from '../queries/names.server.ts'
import { daysOfWarning, standingOf } from '../rules.ts'

/** What this room does not know: the words of each kind, and how a mail leaves. */
export interface Outside {
  forms: readonly DeskForm[]
  /** Whether this place may write to anybody. */
  mayWrite: () => Promise<boolean>
  write: (note: { address: string; mail: Mail; id: string; date: Date }) => Promise<SendOutcome>
}

/** A server that is away for some days is no reason to be told nothing; one that refuses is asked no more. */
const mostTries = 14
const leaseFor = 5 * 60_000
const tellingLock = 7067132001

interface Claimed {
  sheetId: number
  standing: string
  staffId: string
  messageId: string
  createdAt: Date
  locale: string
}

/** Writes down who is to be told of what: once for each day that was set, as `soon` and as `expired`. */
async function note(tx: Transaction, team: readonly string[], now: Date): Promise<void> {
  const today = parisDay(now)
  const warnFrom = plusDays(today, daysOfWarning)
  const sheets = await tx.sheet.findMany({
    where: { retired: false, version: { gt: 0 }, checkBy: { lte: dayKept(warnFrom) } },
    select: { id: true, version: true, retired: true, checkBy: true },
  })
  const names = new Map(team.map((staffId) => [staffId, uuidv7()]))
  const found = sheets.flatMap(({ id: sheetId, checkBy, ...sheet }) => {
    const standing = standingOf({ ...sheet, checkBy: dayRead(checkBy) }, { today, warnFrom })
    return [...names].map(([staffId, messageId]) => ({
      sheetId,
      checkBy,
      standing,
      staffId,
      messageId,
      createdAt: now,
    }))
  })
  await tx.sheetReminder.createMany({ data: found, skipDuplicates: true })
}

/**
 * What is new for everyone who was not written to today. All of a person's belongs to one process for some minutes. What was
 * verified, taken off the site or overtaken meanwhile is not written any more.
 */
function claim(team: readonly string[], now: Date): Promise<Claimed[]> {
  const [today, lease] = [parisDay(now), new Date(now.getTime() + leaseFor)]
  return db().$transaction(async (tx) => {
    // One process looks at a time: two would share the texts of a person between them, and write twice.
    await tx.$executeRaw`select pg_advisory_xact_lock(${tellingLock}::bigint)`
    await note(tx, team, now)
    return tx.$queryRaw<Claimed[]>`update sheet_reminder r set tries = r.tries + 1, lease_until = ${lease}
      from sheet s, staff_member p
      where s.id = r.sheet_id and p.id = r.staff_id and p.id::text = any(${team})
        and s.version > 0 and not s.retired and s.check_by = r.check_by
        and (r.standing = 'expired') = (s.check_by < ${today}::date)
        and r.told_on is null and r.tries < ${mostTries}
        and not exists (select from sheet_reminder o where o.staff_id = r.staff_id
          and (o.told_on = ${today}::date or o.lease_until > ${now}))
      returning r.sheet_id as "sheetId", r.standing, r.staff_id::text as "staffId", r.message_id::text as "messageId",
        r.created_at as "createdAt", p.locale`
  })
}

interface Telling {
  address: string
  rows: readonly Claimed[]
  sheets: readonly NamedSheet[]
}

function mailOf({ rows, sheets }: Telling, locale: Locale): Promise<Mail> {
  const t = translator(locale)
  const about = (standing: string) => {
    const ids = new Set(rows.filter((row) => row.standing === standing).map(({ sheetId }) => sheetId))
    return namesByKind(sheets, ids, locale).map(({ kind, titles }) => ({ kind: t(`sheets.kinds.${kind}`), titles }))
  }
  const ids = new Set(rows.map(({ sheetId }) => sheetId))
  const associations = sheets.filter(({ id }) => ids.has(id)).map(({ association }) => association)
  return textsToVerify(
    {
      locale,
      association: [...new Set(associations)].join(', '),
      expired: about('expired'),
      soon: about('soon'),
      url: `${config().appUrl}/admin/sheets`,
    },
    t,
  )
}

/** The newest of what is told gives the mail its name: the same texts tried again are the same mail, more texts are another one. */
async function tell(telling: Telling, { write }: Outside, now: Date): Promise<void> {
  const [newest] = telling.rows.toSorted((one, other) => other.messageId.localeCompare(one.messageId))
  if (!newest) return
  const { staffId, locale, messageId: id, createdAt: date } = newest
  const mail = await mailOf(telling, isLocale(locale) ? locale : 'fr')
  const { outcome } = await write({ address: telling.address, mail, id, date })
  if (outcome === 'handed-over')
    await db().sheetReminder.updateMany({
      where: { staffId, toldOn: null, leaseUntil: new Date(now.getTime() + leaseFor) },
      data: { toldOn: dayKept(parisDay(now)), leaseUntil: null },
    })
  else log.warn('nobody could be told of texts to verify', { job: 'sheets', code: outcome })
}

/**
 * Tells everyone who may campaign of texts that have become hidden or soon will be. One mail a day to each person at most, and
 * once of each text for each day that was set, however often it runs; none when there is nothing new.
 */
export async function tellTeam(outside: Outside, now: Date): Promise<void> {
  if (!(await outside.mayWrite())) return
  const team = await listAllowed('campaign')
  const claimed = await claim(
    team.map(({ id }) => id),
    now,
  )
  if (claimed.length === 0) return
  const sheets = await listNamed([...new Set(claimed.map(({ sheetId }) => sheetId))], outside.forms)
  for (const { id, email } of team) {
    const rows = claimed.filter(({ staffId }) => staffId === id)
    if (rows.length > 0) await tell({ address: email, rows, sheets }, outside, now)
  }
}
