import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { ask } from './support/ask.ts'
import { openInbox } from './support/inbox.ts'
import { unique } from './support/people.ts'
import { aStory, openFromQueue, reach, second, type Told } from './support/testimonies.ts'
import { expect, test, type Visitor } from './support/visitor.ts'

/** Deposits a story with answers that few people could give. @returns the receipt code as it is shown */
async function depositWithAnswers(page: Page, told: Told): Promise<string> {
  await page.goto('/fr/score/testify')
  await page.getByLabel('Titre', { exact: true }).fill(told.title)
  await page.getByLabel('Ce qui vous est arrivé', { exact: true }).fill(told.story)
  await (await reach(page, page.getByLabel('Score de suspicion', { exact: true }))).check()
  for (const tick of ['consequences-cut', 'consequences-health', 'attempts-court'])
    await (await reach(page, page.locator(`#${tick}`))).check()
  await (await reach(page, page.locator('[name=department]'))).selectOption('48')
  await page.locator('[name=period]').fill('2026-01')
  await (await reach(page, page.getByLabel('Publication', { exact: true }))).check()
  await page.getByLabel(/^J’accepte que mon récit/).check()
  await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
  return (await page.getByTestId('receipt-code').textContent()) ?? ''
}

const propose = async (moderator: Page) => {
  await moderator.getByRole('button', { name: 'Proposer la publication', exact: true }).click()
  await expect(moderator.getByRole('status')).toContainText('Proposé')
}

interface Story {
  page: Page
  visitor: Visitor
  withScript: boolean
}

async function leftOutAndAgreedOn({ page, visitor, withScript }: Story) {
  test.setTimeout(180_000)
  const told = aStory()
  const receipt = await depositWithAnswers(page, told)
  const [first, other] = [await visitor.staff('moderator'), await visitor.staff('moderator')]
  await openFromQueue(first, told.title)
  const id = new URL(first.url()).pathname.split('/').at(-1) ?? ''
  await first.getByRole('button', { name: 'Prendre', exact: true }).click()
  await expect(first.getByText('Tenté : Aller au tribunal').first()).toBeVisible()
  await first.getByLabel('Texte', { exact: true }).fill(told.story.replace(told.identifying, '[[une conseillère]]'))
  const beside = first.getByRole('group', { name: 'À côté du texte' })
  await expect(beside.getByLabel('Tenté : Aller au tribunal')).not.toBeChecked()
  await expect(beside.getByText('Rare : moins de dix autres récits publiés viennent de ce département.')).toBeVisible()
  await beside.getByLabel('Lozère').uncheck()
  await beside.getByLabel('2026', { exact: true }).check()
  if (withScript) {
    await first.getByText('Tel que le public le lira').click()
    await expect(first.getByText('Score de suspicion · 2026', { exact: true })).toBeVisible()
  }
  await propose(first)

  await openInbox(page, receipt)
  await expect(page.getByText(/Avec lui paraît aussi\s: Score de suspicion · 2026 · /)).toBeVisible()
  await expect(page.getByText(/ceci ne paraît nulle part\s: Lozère · janvier 2026/)).toBeVisible()
  await page.getByText('Proposer une correction', { exact: true }).click()
  await page.locator('[name=leaveOut][value="consequence:health"]').check()
  await page.getByRole('button', { name: 'Envoyer la correction', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Votre correction est partie')
  await expect(page.getByText(/^À laisser de côté/)).toBeVisible()

  await openFromQueue(first, told.title)
  await expect(beside.getByText('La personne demande de ne pas le montrer.')).toBeVisible()
  await expect(beside.locator('[value=health]')).not.toBeChecked()
  await expect(beside.locator('[value=cut]')).toBeChecked()
  await propose(first)

  await openFromQueue(other, told.title)
  const look = other.locator('details').filter({ has: other.locator('summary', { hasText: 'À côté du texte' }) })
  await expect(look.locator('del').filter({ hasText: 'Lozère' })).toBeVisible()
  await expect(look.getByText('Depuis la proposition précédente (version 1)')).toBeVisible()
  await second(other, told)
  await openInbox(page, receipt)
  await page.getByRole('button', { name: 'J’approuve ce texte', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('est publié')

  await page.goto(`/fr/score/testimonies/${id}`)
  await expect(page.getByText('Score de suspicion · 2026', { exact: true })).toBeVisible()
  await expect(page.getByText(/Lozère|janvier 2026|tribunal/)).toHaveCount(0)
  await page.goto('/fr/score/testimonies?department=48')
  await expect(page.getByRole('link', { name: told.title })).toHaveCount(0)
  await page.goto('/fr/score/testimonies?period=2026')
  await expect(page.getByRole('link', { name: told.title, exact: true })).toBeVisible()
}

test('what identifies is left out beside a text, asked out by its witness, and appears nowhere', ({ page, visitor }) =>
  leftOutAndAgreedOn({ page, visitor, withScript: true }))

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the same is done with plain forms', ({ page, visitor }) =>
    leftOutAndAgreedOn({ page, visitor, withScript: false }))
})

test('a sentence without a page is reported from its place among the quotes', async ({ page, house }) => {
  const id = randomUUID()
  const sentence = `Une phrase fictive, marque ${unique()}.`
  await house.sql(
    `insert into testimonies.testimony (id, campaign_id, receipt_hash, locale, system, uses, consequences, attempts, received_week, state,
       draft_version, published_quote, published_on, published_department)
     values ($1::text::uuid, (select id from campaign where slug = 'score'), decode(md5($1::text), 'hex'), 'fr', 'control', '{quote,press}', '{}', '{}',
       date_trunc('week', now())::date, 'published', 1, $2, current_date, '48')`,
    [id, sentence],
  )
  await expect.poll(async () => (await ask(`${house.url}/fr/score/testimonies/quotes`)).text).toContain(sentence)
  await page.goto(`/fr/score/testimonies/quotes#quote-${id}`)
  const item = page.locator(`#quote-${id}`)
  await expect(item).toContainText('Lozère')
  await item.getByRole('link', { name: 'Signaler cette phrase' }).click()
  await expect(page.getByRole('link', { name: sentence })).toHaveAttribute(
    'href',
    `/fr/score/testimonies/quotes#quote-${id}`,
  )
  await page.locator('[name=ground]').first().check()
  await page.locator('[name=reason]').fill('Cette phrase me désigne, avec ce lieu.')
  await page.locator('[name=name]').fill('Camille Exemple')
  await page.locator('[name=email]').fill('camille@example.org')
  await page.locator('[name=goodFaith]').check()
  await page.locator('main form button:not([type=button])').last().click()
  await expect(page.getByTestId('receipt-code')).toBeVisible()
})
