import { expect, type Page } from '@playwright/test'
import { longStory } from './canary.ts'
import { pngChunk, pngWith } from './hostile-images.ts'
import { openInbox } from './inbox.ts'
import { onePage } from './pdf-parts.ts'
import { openFromQueue, reach, unfold } from './testimonies.ts'

/** A word with an end: whoever looks for the word finds all that was written with it. */
type Marked = (what: string) => string

/** Pictures and letters that carry a word in their names, in what describes them and in what they show. */
export const markedFiles = async (of: Marked) => [
  {
    name: `${of('file')}.png`,
    mimeType: 'image/png',
    buffer: await pngWith(pngChunk('tEXt', Buffer.from(`Author\0${of('exif')}`))),
  },
  {
    name: `${of('file')}.pdf`,
    mimeType: 'application/pdf',
    buffer: onePage({
      trailer: '/Info 6 0 R',
      more: [`<< /Author (${of('author')}) >>`],
      content: `BT /F1 24 Tf 72 720 Td (${of('drawn')}) Tj ET`,
    }),
  },
]

interface Deposit {
  title: string
  story: string
  files?: Awaited<ReturnType<typeof markedFiles>>
}

/** @returns the receipt */
export async function tell(page: Page, { title, story, files = [] }: Deposit): Promise<string> {
  await page.goto('/fr/score/testify')
  await page.getByLabel('Titre', { exact: true }).fill(title)
  await page.getByLabel('Ce qui vous est arrivé', { exact: true }).fill(story)
  await (await reach(page, page.getByLabel('Score de suspicion', { exact: true }))).check()
  await (await reach(page, page.getByLabel('Publication', { exact: true }))).check()
  await page.getByLabel('Fichiers').setInputFiles(files)
  await page.getByLabel(/^J’accepte que mon récit/).check()
  await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
  await expect(page.getByTestId('receipt-code')).toBeVisible()
  return (await page.getByTestId('receipt-code').textContent()) ?? ''
}

const says = (page: Page, words: string) => expect(page.getByRole('status').first()).toContainText(words)

/** Writes into a folded step of the desk and sends it. */
async function step(page: Page, name: string, { fields, reason, send }: Step): Promise<void> {
  const fold = await unfold(page, name)
  if (reason) await fold.getByLabel('Raison', { exact: true }).selectOption(reason)
  for (const [label, words] of Object.entries(fields)) await fold.getByLabel(new RegExp(`^${label}`)).fill(words)
  await fold.getByRole('button', { name: send, exact: true }).click()
}

interface Step {
  fields: Record<string, string>
  reason?: string
  send: string
}

async function write(page: Page, { title, text, button }: { title: string; text: string; button: string }) {
  await page.getByLabel('Titre', { exact: true }).fill(title)
  await page.getByLabel('Texte', { exact: true }).fill(text)
  await page.getByRole('button', { name: button, exact: true }).click()
}

interface Publishing {
  page: Page
  receipt: string
  first: Page
  other: Page
  of: Marked
  title: string
  /** What anyone may read in the end. */
  shown: string
}

/** A question, an answer, a draft that nobody proposes, a note, a correction with a word about it; then what appears. */
export async function publish({ page, receipt, first, other, of, title, shown }: Publishing): Promise<string> {
  await openFromQueue(first, title)
  const desk = new URL(first.url()).pathname
  await step(first, 'ask', { fields: { 'Votre question': of('question') }, send: 'Envoyer la question' })
  await says(first, 'Question envoyée')
  await openInbox(page, receipt)
  await page.getByLabel('Votre réponse', { exact: true }).fill(of('answer'))
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await says(page, 'Votre message est arrivé')

  await first.goto(desk)
  await write(first, { title: of('draft'), text: longStory(of('draft'), 9000), button: 'Enregistrer' })
  await says(first, 'Enregistré')
  const note = { 'Note pour l’équipe': of('note') }
  await step(first, 'hold', { fields: note, reason: 'needsAdvice', send: 'Mettre de côté' })
  await says(first, 'Mis de côté')
  await first.goto(desk)
  await write(first, { title: of('proposed'), text: of('proposed'), button: 'Proposer la publication' })
  await says(first, 'Proposé')

  await openInbox(page, receipt)
  await page.getByText('Proposer une correction', { exact: true }).click()
  await page.getByLabel('Texte', { exact: true }).fill(longStory(of('corrected'), 9000))
  await page.getByLabel(/^Un mot pour l’équipe/).fill(of('why'))
  await page.getByRole('button', { name: 'Envoyer la correction', exact: true }).click()
  await says(page, 'Votre correction est partie')
  await first.goto(desk)
  await write(first, { title: shown, text: longStory(shown, 3000), button: 'Proposer la publication' })
  await says(first, 'Proposé')
  await other.goto(desk)
  await other.getByRole('button', { name: 'Publier', exact: true }).click()
  await says(other, 'Votre accord est noté')
  await openInbox(page, receipt)
  await page.getByRole('button', { name: 'J’approuve ce texte', exact: true }).click()
  await says(page, 'votre témoignage est publié')
  return `/fr/score/testimonies/${desk.split('/').at(-1)}`
}

/** Declined with words to its author and a note to the team. */
export async function decline(first: Page, { title, of }: { title: string; of: Marked }): Promise<void> {
  await openFromQueue(first, title)
  const fields = { 'Message à la personne': of('message'), 'Note pour l’équipe': of('note') }
  await step(first, 'decline', { fields, reason: 'offTopic', send: 'Refuser' })
  await says(first, 'Refusé')
}

export async function withdraw(page: Page, receipt: string): Promise<void> {
  await openInbox(page, receipt)
  await page.getByLabel(/^Oui, je veux retirer/).check()
  await page.getByRole('button', { name: 'Retirer définitivement', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce témoignage a été retiré')
}

/** Somebody else says that what appears points to them. @returns the code of their case */
export async function report(page: Page, { address, of }: { address: string; of: Marked }): Promise<string> {
  await page.goto(`${address}/report`)
  await page.getByLabel('Il me désigne').check()
  await page.getByLabel('Expliquez pourquoi').fill(`${of('reason')}, et ce passage est faux.`)
  await page.getByLabel('Votre nom').fill(of('name'))
  await page.getByLabel('Votre adresse e-mail').fill(`${of('mail')}@example.org`)
  await page.getByLabel(/^Je pense de bonne foi/).check()
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await expect(page.getByTestId('receipt-code')).toBeVisible()
  return (await page.getByTestId('receipt-code').textContent()) ?? ''
}
