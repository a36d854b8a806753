import { enter, expect, test } from './support/visitor.ts'

test('the command line brings someone into the team', async ({ page, house }) => {
  await enter(page, await house.command('moderator'))
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Témoignages' })).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Équipe' })).toHaveCount(0)
})
