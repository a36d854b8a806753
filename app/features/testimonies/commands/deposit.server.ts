import { randomUUID } from 'node:crypto'
import { isOpen } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { newReceipt, receiptHash } from '#app/infra/vault/receipt.server.ts'
import { findTeamKey } from '#app/features/staff/queries/team-key.server.ts'
import type { DrawnPage } from '../attachments.server.ts'
import { isMonthAhead } from '../rules.ts'
import { megabytesOf } from '../files-of-a-day.ts'
import { giveRoomBack, takeRoom } from './files-of-a-day.server.ts'
import { makeKey } from '../keys.server.ts'
import { apart } from '../queries/apart.server.ts'
import type { TestifyForm } from '../schema.ts'
import { sealImage, sealOriginal } from '../sealed-story.server.ts'
import { weekOf } from '../week.ts'

export type DepositOutcome =
  | { outcome: 'deposited'; receipt: string }
  | { outcome: 'already-deposited' }
  /** Too much was joined today, by all together: nothing was kept. */
  | { outcome: 'no-room-for-files' }
  | { outcome: 'period-in-future' }
  | { outcome: 'campaign-closed' }

/** A value for one form. It says nothing of time or of who asked. */
export const newFormId = (): string => randomUUID()

interface Deposit {
  campaign: CampaignSummary
  locale: Locale
  now: Date
  /** What was joined, drawn anew: the pages of each file. */
  files?: readonly (readonly DrawnPage[])[]
  /** Whose share of the day's place the files take; `null`: none to tell apart. Nothing of it is kept with the testimony. */
  network?: string | null
}

/** Forty megabytes of sealed pages take a while on a busy machine. */
const patience = { maxWait: 5000, timeout: 30_000 }

/** A row for each page. They are numbered within the testimony and carry no name, type or date. */
const attachmentsOf = (key: DataKey, testimonyId: string, files: NonNullable<Deposit['files']>) =>
  files.flatMap((pages, file) =>
    pages.map(({ bytes, width, height }, page) => {
      const id = randomUUID()
      return { id, testimonyId, file: file + 1, page: page + 1, width, height, sealedImage: sealImage(key, id, bytes) }
    }),
  )

/**
 * Keeps a testimony, sealed. Of the person it keeps nothing: no name, no address, no network, no time finer than the week,
 * no relation to a signature. Story and parts are sealed under a key of their own, which only the team's private key and the
 * receipt open: this process cannot read back what it keeps. The receipt is handed over once and only its keyed hash stays here.
 */
export async function depositTestimony(
  form: TestifyForm,
  { campaign, locale, now, files = [], network = null }: Deposit,
): Promise<DepositOutcome> {
  if (!isOpen(campaign, now)) return { outcome: 'campaign-closed' }
  if (isMonthAhead(form.period, parisDay(now))) return { outcome: 'period-in-future' }
  const id = form.once ?? randomUUID()
  const receipt = newReceipt()
  const { title, story, contentWarning, ...answers } = form
  const team = await findTeamKey()
  if (!team) throw new Error('there is no team key: the product was not started')
  const { key, forTeam, forReceipt } = makeKey({ testimonyId: id, team, receipt })
  const { system, department, period, uses, consequences, attempts } = answers
  const testimony = {
    id,
    campaignId: campaign.id,
    receiptHash: Uint8Array.from(receiptHash(receipt)),
    locale,
    system,
    department,
    period,
    uses,
    consequences,
    attempts,
    receivedWeek: weekOf(now),
    sealedOriginal: sealOriginal(key, id, { title, text: story, contentWarning }),
  }
  const attachments = attachmentsOf(key, id, files)
  const keep = (): Promise<DepositOutcome> =>
    apart().$transaction(async (tx) => {
      const { count } = await tx.testimony.createMany({ data: testimony, skipDuplicates: true })
      if (count === 0) return { outcome: 'already-deposited' }
      await tx.dataKey.create({ data: { testimonyId: id, forTeam, forReceipt }, select: { testimonyId: true } })
      // One by one: all pages in one statement would be written out once more, as large as they are.
      for (const attachment of attachments) await tx.attachment.create({ data: attachment, select: { id: true } })
      return { outcome: 'deposited', receipt }
    }, patience)
  return attachments.length === 0 ? keep() : withRoom({ megabytes: megabytesOf(files), network }, now, keep)
}

interface Room {
  megabytes: number
  network: string | null
}

/**
 * Keeps what needs a part of the day's place for files. It is taken before and in a statement of its own: within the transaction,
 * whoever sends files would wait for all who do. What is not kept after all gives it back.
 */
async function withRoom(
  { megabytes, network }: Room,
  now: Date,
  keep: () => Promise<DepositOutcome>,
): Promise<DepositOutcome> {
  if (!(await takeRoom(megabytes, now, network))) return { outcome: 'no-room-for-files' }
  let kept = false
  try {
    const ending = await keep()
    kept = ending.outcome === 'deposited'
    return ending
  } finally {
    if (!kept) await giveRoomBack(megabytes, now, network)
  }
}
