import { expect } from '@playwright/test'
import { z } from 'zod'

const mailShape = z.object({
  subject: z.string(),
  to: z.array(z.object({ address: z.string() })),
  headers: z.record(z.string(), z.string()),
  text: z.string(),
  html: z.string(),
})

export type Mail = z.infer<typeof mailShape>

interface Wanted {
  to: string
  subject?: RegExp
}

/** Every mail in the catcher that was written to this address, oldest first. */
export async function mailsTo(inbox: string, { to, subject }: Wanted): Promise<Mail[]> {
  const answer = await fetch(`${inbox}/email`)
  const mails = z.array(mailShape).parse(await answer.json())
  return mails.filter(
    (mail) =>
      mail.to.some(({ address }) => address.toLowerCase() === to.toLowerCase()) &&
      (subject?.test(mail.subject) ?? true),
  )
}

/** The newest mail to an address, as soon as it has come. */
export async function waitForMail(inbox: string, wanted: Wanted): Promise<Mail> {
  let found: Mail | undefined
  const look = async () => (found = (await mailsTo(inbox, wanted)).at(-1))
  await expect.poll(look, { message: `a mail to ${wanted.to}`, timeout: 20_000 }).toBeDefined()
  if (!found) throw new Error(`no mail to ${wanted.to}`)
  return found
}

/** All links of the text part that look like this, each once. */
export const linksIn = (mail: Pick<Mail, 'text'>, pattern: RegExp): string[] => [
  ...new Set((mail.text.match(/https?:\/\/[^\s<>]+/g) ?? []).filter((link) => pattern.test(link))),
]

/** The one link of a mail that looks like this; both parts say the same. */
export function linkIn(mail: Mail, pattern: RegExp): string {
  const links = linksIn(mail, pattern)
  expect(links, `one link like ${pattern} in “${mail.subject}”`).toHaveLength(1)
  const [link = ''] = links
  expect(mail.html).toContain(link)
  return link
}
