import { randomBytes } from 'node:crypto'
import PostalMime, { type Address, type Email } from 'postal-mime'

export interface CaughtMail {
  id: string
  raw: Buffer
  receivedAt: Date
  envelope: { from: string; to: string[] }
}

/** One mail in the shape that maildev's interface has, so that tests written for it find their way. */
export interface ShownMail {
  id: string
  subject: string
  from: { address: string; name: string }[]
  to: { address: string; name: string }[]
  headers: Record<string, string>
  text: string
  html: string
  date: string
  time: string
  messageId: string
  envelope: { from: string; to: string[] }
}

export interface Mailbox {
  receive(raw: Buffer, envelope: CaughtMail['envelope']): void
  list(): Promise<ShownMail[]>
  find(id: string): Promise<ShownMail | null>
  source(id: string): Buffer | null
  /** The HTML part with the pictures that travel inside the mail put where it asks for them. */
  html(id: string): Promise<string | null>
  remove(id: string): boolean
  empty(): void
}

/** Older mails make room: a catcher is for looking, not for keeping. */
const most = 2000

const addressesOf = (list: Address[]) =>
  list.flatMap((entry) => entry.group ?? [entry]).map(({ address, name }) => ({ address: address ?? '', name }))

function show({ id, receivedAt, envelope }: CaughtMail, email: Email): ShownMail {
  return {
    id,
    subject: email.subject ?? '',
    from: addressesOf(email.from ? [email.from] : []),
    to: addressesOf(email.to ?? []),
    headers: Object.fromEntries(email.headers.map(({ key, value }) => [key.toLowerCase(), value])),
    text: email.text ?? '',
    html: email.html ?? '',
    date: email.date ?? receivedAt.toISOString(),
    time: receivedAt.toISOString(),
    messageId: email.messageId ?? '',
    envelope,
  }
}

/** Nothing else of a message is put into a page, whatever it says it is. */
const shownKinds = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp'])

function withPictures({ html = '', attachments }: Email): string {
  const byId = new Map(attachments.map((one) => [(one.contentId ?? '').replace(/^<|>$/g, ''), one]))
  return html.replace(/(["'])cid:([^"'\s<>]+)\1/g, (written, quote: string, id: string) => {
    const { mimeType = '', content = '' } = byId.get(id) ?? {}
    if (!shownKinds.has(mimeType) || typeof content === 'string') return written
    return `${quote}data:${mimeType};base64,${Buffer.from(new Uint8Array(content)).toString('base64')}${quote}`
  })
}

/** Mails in memory. A mail is parsed when someone looks at it, so that receiving stays fast. */
export function openMailbox(now: () => Date): Mailbox {
  const mails = new Map<string, CaughtMail>()
  const shown = new WeakMap<CaughtMail, Promise<ShownMail>>()

  function look(mail: CaughtMail): Promise<ShownMail> {
    const known = shown.get(mail)
    if (known) return known
    const made = PostalMime.parse(mail.raw).then((email) => show(mail, email))
    shown.set(mail, made)
    return made
  }

  return {
    receive(raw, envelope) {
      const id = randomBytes(6).toString('hex')
      mails.set(id, { id, raw, receivedAt: now(), envelope })
      const [oldest] = mails.keys()
      if (mails.size > most && oldest) mails.delete(oldest)
    },
    list: () => Promise.all([...mails.values()].map(look)),
    async find(id) {
      const mail = mails.get(id)
      return mail ? look(mail) : null
    },
    async html(id) {
      const mail = mails.get(id)
      return mail ? withPictures(await PostalMime.parse(mail.raw)) : null
    },
    source: (id) => mails.get(id)?.raw ?? null,
    remove: (id) => mails.delete(id),
    empty: () => mails.clear(),
  }
}
