import type { Page } from '@playwright/test'
import { faults } from './support/axe.ts'
import { unique } from './support/people.ts'
import { aStory, deposit, openFromQueue } from './support/testimonies.ts'
import { expect, test } from './support/visitor.ts'

const tell = () => ({
  ...aStory(),
  title: `Trois rendez-vous ${unique()}`,
  story:
    'J’ai été convoqué à l’agence de Toulouse Bellefontaine. Ma conseillère, Mme Verdier, a dit non. ' +
    'Le 14 mars 2026 à Toulouse, Mme Verdier a raccroché, et maman pleurait.',
})
const redacted =
  'J’ai été convoqué à [[mon agence]]. Ma conseillère, [[nom retiré]], a dit non. ' +
  '[[Un jour de printemps]], [[nom retiré]] a raccroché, et [[un proche]] pleurait.'

const textOf = (page: Page) => page.getByLabel('Texte', { exact: true })
const selected = (page: Page) =>
  textOf(page).evaluate((area) =>
    area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : '',
  )
/** The page listens: before that a key would be nobody's. */
const awake = (page: Page) => expect(page.getByRole('group', { name: 'Remplacer au clavier' })).toBeVisible()

test('a moderator redacts with the keyboard alone and proposes; a second sees what changed and agrees @js', async ({
  page,
  visitor,
}) => {
  test.setTimeout(150_000)
  const told = tell()
  await deposit(page, told)
  const first = await visitor.staff('moderator')
  await openFromQueue(first, told.title)
  await first.getByRole('button', { name: 'Prendre', exact: true }).press('Enter')
  await awake(first)
  await expect(first.getByText('Restent 4 repérages')).toBeVisible()

  await first.keyboard.press('n')
  expect(await selected(first)).toBe('agence de Toulouse Bellefontaine')
  await first.keyboard.press('Alt+Enter')
  await expect(textOf(first)).toHaveValue(/convoqué à \[\[mon agence\]\]\. Ma/)
  expect(await selected(first), 'on to the next').toBe('Mme Verdier')
  await first.keyboard.press('Alt+Shift+Enter')
  await expect(textOf(first)).not.toHaveValue(/Verdier/)
  await first.keyboard.press('Control+z')
  await expect(textOf(first), 'both places are one step').toHaveValue(/Mme Verdier, a dit non.*Mme Verdier a raccroché/)
  await first.keyboard.press('Control+Shift+z')
  await expect(textOf(first)).not.toHaveValue(/Verdier/)
  await first.keyboard.press('F8')
  expect(await selected(first)).toBe('14 mars 2026 à Toulouse')
  await first.keyboard.press('Alt+Enter')

  await first.keyboard.press('Control+End')
  await first.keyboard.type(' rnRN')
  await expect(textOf(first), 'letters are letters').toHaveValue(/pleurait\. rnRN$/)
  for (let letter = 0; letter < 5; letter += 1) await first.keyboard.press('Backspace')
  await first.keyboard.press('Control+End')
  for (let step = 0; step < 2; step += 1) await first.keyboard.press('Control+ArrowLeft')
  await first.keyboard.press('Control+ArrowLeft')
  await first.keyboard.press('Alt+r')
  await expect(first.getByRole('combobox', { name: /^Mots neutres pour « maman »/ })).toBeFocused()
  expect(await faults(first)).toEqual([])
  await first.keyboard.type('proche')
  await expect(first.getByRole('listbox', { name: 'Mots neutres' }).getByRole('option', { selected: true })).toHaveText(
    'un proche',
  )
  await first.keyboard.press('Enter')
  await expect(textOf(first)).toHaveValue(redacted)
  await expect(textOf(first)).toBeFocused()
  await expect(first.getByText('Le repérage ne trouve plus rien')).toBeVisible()
  await first.getByRole('button', { name: 'Proposer la publication', exact: true }).press('Enter')
  await expect(first.getByRole('status')).toContainText('Proposé')

  const second = await visitor.staff('moderator')
  await openFromQueue(second, told.title)
  await expect(second.getByRole('deletion').getByText('Mme Verdier').first()).toBeVisible()
  await expect(second.getByRole('insertion').getByText('un proche')).toBeVisible()
  await expect(second.getByRole('article').getByText('un proche'), 'as the public will read it').toBeVisible()
  expect(await faults(second)).toEqual([])
  await second.getByRole('button', { name: 'Publier', exact: true }).press('Enter')
  await expect(second.getByRole('status')).toContainText('Votre accord est noté')
})

test('where the browser cannot write for us, what was replaced is undone all the same @js', async ({
  page,
  visitor,
}) => {
  const told = tell()
  await deposit(page, told)
  const moderator = await visitor.staff('moderator')
  await openFromQueue(moderator, told.title)
  await awake(moderator)
  await moderator.evaluate(() => Object.defineProperty(document, 'execCommand', { value: () => false }))
  await moderator.keyboard.press('n')
  await moderator.keyboard.press('Alt+Enter')
  await expect(textOf(moderator)).toHaveValue(/\[\[mon agence\]\]/)
  await moderator.keyboard.press('Control+z')
  await expect(textOf(moderator)).toHaveValue(told.story)
  await moderator.getByRole('button', { name: 'Rétablir' }).click()
  await expect(textOf(moderator)).toHaveValue(/\[\[mon agence\]\]/)
})

test('one press beside the original replaces the same words everywhere, and own words may stand for a selection @js', async ({
  page,
  visitor,
}) => {
  const told = tell()
  await deposit(page, told)
  const moderator = await visitor.staff('moderator')
  await openFromQueue(moderator, told.title)
  await awake(moderator)
  await moderator.getByRole('button', { name: 'Remplacer « Mme Verdier » dans le texte' }).click()
  await expect(textOf(moderator)).not.toHaveValue(/Verdier/)
  await textOf(moderator).evaluate((area) => {
    if (area instanceof HTMLTextAreaElement)
      area.setSelectionRange(area.value.indexOf('maman'), area.value.indexOf('maman') + 6)
  })
  await textOf(moderator).press('Alt+r')
  await moderator.keyboard.type('mon enfant]]')
  await moderator.keyboard.press('Enter')
  await expect(textOf(moderator), 'without the blank that was selected too').toHaveValue(
    /et \[\[mon enfant\]\] pleurait/,
  )
})

test('what must not appear is refused next to the text, what is doubted takes a tick, and nothing typed is lost', async ({
  page,
  house,
  visitor,
}) => {
  visitor.expectAnswer(422)
  const told = aStory()
  await deposit(page, told)
  const moderator = await visitor.staff('moderator')
  await openFromQueue(moderator, told.title)
  const propose = moderator.getByRole('button', { name: 'Proposer la publication', exact: true })
  const typed = 'Mme Verdier a dit non. Appelez le 06 39 98 12 34.'
  await textOf(moderator).fill(typed)
  await propose.click()
  await expect(moderator.getByRole('alert')).toContainText('désigne une personne')
  await expect(textOf(moderator)).toHaveValue(typed)
  await expect(textOf(moderator)).toHaveAttribute('aria-invalid', 'true')
  await expect(moderator.locator('q', { hasText: '06 39 98 12 34' }).first()).toBeVisible()

  await textOf(moderator).fill('Mme Verdier a dit non.')
  await propose.click()
  await expect(moderator.getByRole('alert')).toContainText('puis cochez')
  await expect(textOf(moderator)).toHaveValue('Mme Verdier a dit non.')
  await moderator.getByLabel('J’ai regardé ce repérage (1)').check()
  await propose.click()
  await expect(moderator.getByRole('status')).toContainText('Proposé')
  for (const secret of ['Verdier', '06 39 98']) expect(house.log()).not.toContain(secret)
})
