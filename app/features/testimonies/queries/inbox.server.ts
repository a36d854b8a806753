import { ZodError } from 'zod'
import { parisDay } from '#app/i18n/format.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { readAmendment } from '../amendment.ts'
import { messageKinds, mostMessages, type Inbox, type Proposal, type ShownPage } from '../inbox.ts'
import { answerColumns, besideChanges, besideEverything, besideQuote, besideUnchosen } from '../beside.ts'
import { mayAppear } from '../rules.ts'
import { openDraft, openImage, openMessage, openOriginal } from '../sealed-story.server.ts'
import { apart } from './apart.server.ts'
import { besideIn, publishedColumns } from './published-row.ts'
import { findByReceipt } from './with-receipt.server.ts'

/** What the team does among itself, who holds it or how urgent it is, is no news for the witness. */
const ofTheWitness = [
  'asked',
  'proposed',
  'published',
  'unpublished',
  'declined',
  'reopened',
  'approved',
  'amended',
  'refused',
  'answered',
]

const columns = {
  state: true,
  uses: true,
  ...answerColumns,
  receivedWeek: true,
  sealedOriginal: true,
  sealedDraft: true,
  draftVersion: true,
  secondedVersion: true,
  approvedVersion: true,
  ...publishedColumns,
  publishedQuote: true,
  campaign: { select: { slug: true } },
  messages: {
    orderBy: { n: 'asc' },
    select: { id: true, author: true, kind: true, sealedText: true, day: true },
  },
  attachments: { orderBy: { file: 'asc' }, select: { file: true } },
  decisions: {
    where: { kind: { in: ofTheWitness } },
    orderBy: { at: 'desc' },
    take: 1,
    select: { at: true },
  },
} as const

const find = (id: string) => apart().testimony.findUniqueOrThrow({ where: { id }, select: columns })
type Row = Awaited<ReturnType<typeof find>>

/** One damaged envelope must not keep a witness from the rest, nor from withdrawing. */
function ifOpens<T>(open: () => T): T | null {
  try {
    return open()
  } catch (error) {
    if (error instanceof SealBroken || error instanceof ZodError) return null
    throw error
  }
}

const calendarDay = (day: Date) => day.toISOString().slice(0, 10)

function proposalOf(key: DataKey | null, row: Row): Proposal | null {
  const { id, state, sealedDraft, draftVersion: version, approvedVersion, secondedVersion, uses } = row
  if (!key || !sealedDraft || state !== 'proposed') return null
  const kept = ifOpens(() => openDraft(key, { id, version }, sealedDraft))
  if (!kept) return null
  const { beside: chosen, ...draft } = kept
  const appears = mayAppear(uses, { hasQuote: draft.quote !== null })
  // With a quote alone its credit appears, and no more.
  const agreed = chosen ?? besideUnchosen(row)
  const beside = appears && !appears.story ? besideQuote(agreed) : agreed
  return {
    version,
    draft,
    beside,
    leftOut: besideChanges(besideEverything(row), beside).filter(({ kind }) => kind === 'removed'),
    approved: approvedVersion === version,
    seconded: secondedVersion === version,
    appears,
  }
}

function messagesOf(key: DataKey | null, { messages }: Row): Inbox['messages'] {
  if (!key) return []
  return messages.map(({ id, author, kind: kept, sealedText, day }) => {
    const kind = messageKinds.find((known) => known === kept) ?? 'answer'
    const words = ifOpens(() => openMessage(key, id, sealedText))
    const amendment = words !== null && kind === 'amendment' ? ifOpens(() => readAmendment(words)) : null
    return {
      id,
      author,
      day: calendarDay(day),
      kind,
      text: amendment ? amendment.note : words,
      amendment: amendment?.draft ?? null,
      leaveOut: amendment?.leaveOut ?? [],
    }
  })
}

const filesOf = ({ attachments }: Row): Inbox['files'] =>
  [...new Set(attachments.map(({ file }) => file))].map((file) => ({
    file,
    pages: attachments.filter((page) => page.file === file).length,
  }))

function publishedOf(row: Row): Inbox['published'] {
  const { state, publishedTitle: title, publishedText: text, publishedQuote: quote, contentWarning } = row
  return state === 'published' ? { title, text, quote, contentWarning, beside: besideIn(row) } : null
}

/**
 * A testimony as whoever holds its receipt may see it; `null` when no testimony has that code. Of the team's hands nothing is
 * told but what they wrote to the witness, and of times nothing finer than a day.
 */
export async function openInbox(receipt: string): Promise<Inbox | null> {
  const held = await findByReceipt(receipt)
  if (!held) return null
  const { key } = held
  const row = await find(held.testimonyId)
  const { id, state, receivedWeek, sealedOriginal, decisions, publishedText, campaign } = row
  return {
    state,
    receivedWeek: calendarDay(receivedWeek),
    since: decisions[0] ? parisDay(decisions[0].at) : null,
    locale: row.locale,
    readable: key !== null,
    original: key && sealedOriginal ? ifOpens(() => openOriginal(key, id, sealedOriginal)) : null,
    proposal: proposalOf(key, row),
    published: publishedOf(row),
    publicPath: state === 'published' && publishedText !== null ? `/${campaign.slug}/testimonies/${id}` : null,
    messages: messagesOf(key, row),
    messagesLeft:
      mostMessages - row.messages.filter(({ author, kind }) => author === 'witness' && kind !== 'refusal').length,
    files: filesOf(row),
    uses: row.uses,
  }
}

/**
 * One page of what the witness joined; `null` when there is none such. One at a time: a file may have twenty, of megabytes each.
 */
export async function openPage(
  receipt: string,
  { file, page }: { file: number; page: number },
): Promise<ShownPage | null> {
  const held = await findByReceipt(receipt)
  if (!held?.key) return null
  const { testimonyId, key } = held
  const [kept, pages] = await Promise.all([
    apart().attachment.findUnique({
      where: { testimonyId_file_page: { testimonyId, file, page } },
      select: { id: true, width: true, height: true, sealedImage: true },
    }),
    apart().attachment.count({ where: { testimonyId, file } }),
  ])
  if (!kept) return null
  const image = ifOpens(() => openImage(key, kept.id, kept.sealedImage))
  if (!image) return null
  const { width, height } = kept
  return { file, page, pages, width, height, src: `data:image/webp;base64,${image.toString('base64')}` }
}
