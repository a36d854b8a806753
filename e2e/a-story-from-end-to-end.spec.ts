import type { Page } from '@playwright/test'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { ask as request } from './support/ask.ts'
import { rareWord } from './support/canary.ts'
import type { House } from './support/house.ts'
import { press, tick, typeInto } from './support/keyboard.ts'
import { publicPaths } from './support/sites.ts'
import { openFromQueue, second, unfold } from './support/testimonies.ts'
import { expect, test } from './support/visitor.ts'

type Locale = (typeof locales)[number]

const stories = {
  fr: {
    before: 'Ma conseillère',
    after: 'm’a dit que le calcul avait décidé. J’ai attendu trois mois.',
    bar: '[[une conseillère]]',
  },
  en: {
    before: 'My adviser',
    after: 'told me that the calculation had decided. I waited for three months.',
    bar: '[[an adviser]]',
  },
}

function aStoryIn(locale: Locale) {
  const { before, after, bar } = stories[locale]
  const [mark, identifying] = [rareWord(), `Bérengère Zq${rareWord()}`]
  const quote = `Quotemark ${rareWord()}.`
  return {
    title: `Titlemark ${mark}`,
    word: mark,
    identifying,
    quote,
    story: `${before} ${identifying} ${after} ${quote}`,
    redacted: `${before} ${bar} ${after} ${quote}`,
    bar: bar.slice(2, -2),
  }
}
type Told = ReturnType<typeof aStoryIn>

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** A witness in one language, who has no mouse. */
function witnessAt(page: Page, locale: Locale) {
  const t = translator(locale)
  const inbox = `/${locale}/inbox`
  return {
    async tell({ title, story }: Told): Promise<string> {
      await page.goto(`/${locale}/score/testify`)
      await typeInto(page, t('testimonies.testify.fields.title'), title)
      await typeInto(page, t('testimonies.testify.fields.story'), story)
      await tick(page, t('testimonies.systems.suspicion'))
      for (const use of ['quote', 'publish', 'press'] as const) await tick(page, t(`testimonies.uses.${use}`))
      await tick(page, t('testimonies.testify.fields.consent'))
      await press(page, t('testimonies.testify.submit'))
      await expect(page.getByTestId('receipt-code')).toBeVisible()
      return (await page.getByTestId('receipt-code').textContent()) ?? ''
    },
    async open(receipt: string, standing: 'asked' | 'proposed' | 'published' | 'withdrawn'): Promise<void> {
      await page.goto(inbox)
      await typeInto(page, t('testimonies.inbox.code.label'), receipt)
      await press(page, t('testimonies.inbox.code.submit'))
      await expect(heading(page)).toHaveText(t(`testimonies.inbox.states.${standing}.title`))
    },
    async answer(words: string): Promise<void> {
      await typeInto(page, t('testimonies.inbox.thread.answer'), words)
      await press(page, t('testimonies.inbox.thread.send'))
      await expect(page.getByRole('status')).toContainText(t('testimonies.inbox.done.sent'))
    },
    async approve(): Promise<void> {
      await press(page, t('testimonies.inbox.proposal.approve'))
      await expect(page.getByRole('status')).toContainText(t('testimonies.inbox.done.published'))
    },
    async withdraw(): Promise<void> {
      await tick(page, t('testimonies.inbox.withdraw.sure'))
      await press(page, t('testimonies.inbox.withdraw.submit'))
      await expect(heading(page)).toHaveText(t('testimonies.inbox.states.withdrawn.title'))
    },
  }
}

/** A moderator asks on the page of the story. @returns the story's number */
async function askAbout(moderator: Page, { title }: Told, question: string): Promise<string> {
  await openFromQueue(moderator, title)
  const id = new URL(moderator.url()).pathname.split('/').at(-1) ?? ''
  const fold = await unfold(moderator, 'ask')
  await fold.getByLabel('Votre question', { exact: true }).fill(question)
  await fold.getByRole('button', { name: 'Envoyer la question', exact: true }).click()
  await expect(moderator.getByRole('status').first()).toContainText('Question envoyée')
  return id
}

async function propose(moderator: Page, { title, redacted, quote }: Told, answer: string): Promise<void> {
  await openFromQueue(moderator, title)
  await expect(moderator.getByText(answer)).toBeVisible()
  await moderator.getByRole('button', { name: 'Prendre', exact: true }).click()
  await expect(moderator.getByRole('status')).toContainText('Ce témoignage est à vous')
  await moderator.getByLabel('Texte', { exact: true }).fill(redacted)
  await moderator.getByRole('textbox', { name: /^Citation/ }).fill(quote)
  await moderator.getByRole('button', { name: 'Proposer la publication', exact: true }).click()
  await expect(moderator.getByRole('status')).toContainText('Proposé')
}

/** Whoever proposed it asks the server for it, without the button that they do not have. */
async function force(moderator: Page, house: House, id: string): Promise<number> {
  const answer = await moderator.request.post(`/admin/testimonies/${id}`, {
    headers: { origin: house.url },
    form: { intent: 'publish', draftVersion: '1' },
    maxRedirects: 0,
  })
  return answer.status()
}

const api = '/api/v1/campaigns/score/testimonies'
/** Where one testimony has an address of its own. */
const own = (id: string) => [...locales.map((locale) => `/${locale}/score/testimonies/${id}`), `${api}/${id}`]
/** Where others write about it: gone with it. */
const about = (id: string) =>
  own(id)
    .slice(0, 2)
    .flatMap((address) => [`${address}/report`, `${address}/reply`])
/** Everywhere else that anyone may read, whether it shows testimonies or not. */
const everywhere = ({ word }: Told) => [
  ...locales.flatMap((locale) => publicPaths.map((path) => `/${locale}${path}`)),
  ...locales.flatMap((locale) => [`/${locale}/score/testimonies.atom`, `/${locale}/score/testimonies?q=${word}`]),
  api,
  `${api}?q=${word}`,
  `${api}/quotes`,
  `${api}/statistics`,
  `${api}/statistics?format=csv`,
  '/api/v1/campaigns',
  '/api/v1/campaigns/score',
  '/sitemap.xml',
  '/robots.txt',
]

async function whereItIsRead(house: House, told: Told, id: string): Promise<string[]> {
  const found: string[] = []
  for (const address of everywhere(told)) {
    const { text } = await request(house.url, { path: address })
    const shown = text.replaceAll(`q=${told.word}`, '').replaceAll(`value="${told.word}"`, '')
    if ([id, told.title, told.quote, told.redacted].some((words) => shown.includes(words))) found.push(address)
  }
  return found
}

const statusesOf = async (house: House, addresses: readonly string[]): Promise<number[]> =>
  Promise.all(addresses.map(async (path) => (await request(house.url, { path })).status))

test('a story is told, asked about, redacted, agreed on by three, read by everyone, and taken back from everywhere', async ({
  page,
  house,
  visitor,
  javaScriptEnabled,
}) => {
  test.setTimeout(150_000)
  for (const status of [404, 410]) visitor.expectAnswer(status)
  const locale = javaScriptEnabled === false ? 'en' : 'fr'
  const witness = witnessAt(page, locale)
  const [told, answer] = [aStoryIn(locale), `Answermark ${rareWord()}.`]
  const [first, other] = [await visitor.staff('moderator'), await visitor.staff('moderator')]

  const receipt = await witness.tell(told)
  const id = await askAbout(first, told, `Questionmark ${told.word} ?`)
  await witness.open(receipt, 'asked')
  await expect(page.getByText(`Questionmark ${told.word}`)).toBeVisible()
  await witness.answer(answer)

  await propose(first, told, answer)
  expect(await force(first, house, id), 'nobody decides on what they proposed').toBe(403)
  await second(other, told)
  // The same step of the same person again counts as a button that was pressed twice: what matters is that nothing comes of it.
  await force(other, house, id)
  expect(await statusesOf(house, own(id)), 'nothing appears without its author').toEqual([404, 404, 404])
  expect(await whereItIsRead(house, told, id)).toEqual([])

  await witness.open(receipt, 'proposed')
  await expect(page.getByRole('deletion')).toContainText(told.identifying)
  await witness.approve()
  await expect.poll(() => statusesOf(house, own(id))).toEqual([200, 200, 200])
  const shown = [`/${locale}/score/testimonies?q=${told.word}`, `/${locale}/score/testimonies.atom`, `${api}/quotes`]
  await expect.poll(() => whereItIsRead(house, told, id)).toEqual(expect.arrayContaining(shown))
  const permalink = `/${locale}/score/testimonies/${id}`
  await page.goto(permalink)
  await expect(page.getByText(told.bar).first()).toBeVisible()
  expect(await page.content()).not.toContain(told.identifying)

  await witness.open(receipt, 'published')
  const before = performance.now()
  await witness.withdraw()
  await expect.poll(() => statusesOf(house, [...own(id), ...about(id)])).toEqual(Array(7).fill(410))
  await expect.poll(() => whereItIsRead(house, told, id)).toEqual([])
  expect(performance.now() - before, 'within the minute').toBeLessThan(60_000)
  const gone = await request(house.url, { path: permalink })
  for (const words of [told.title, told.quote, 'itemprop="articleBody"', 'application/ld+json'])
    expect(gone.text, 'no word and no structured data is left').not.toContain(words)
  await witness.open(receipt, 'withdrawn')
  await expect(page.getByText(answer)).toHaveCount(0)
  await first.goto(`/admin/testimonies/${id}`)
  await expect(first.getByText('Il ne reste rien de ce témoignage')).toBeVisible()
})
