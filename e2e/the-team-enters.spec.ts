import { faultsNow } from './support/axe.ts'
import { enter, expect, test } from './support/visitor.ts'

test('a one-time link works once, and looking at it changes nothing', async ({ page, house, visitor }) => {
  visitor.expectAnswer(410)
  const link = await house.enter('moderator')
  for (const method of ['GET', 'HEAD', 'GET']) {
    const answer = await fetch(link, { method })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
  await enter(page, link)
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1 })
  expect(await page.context().cookies()).toHaveLength(1)

  const another = await visitor.person()
  await another.goto(link)
  await another.getByRole('button', { name: 'Entrer', exact: true }).click()
  await expect(another.getByRole('status')).toContainText('Ce lien ne fonctionne plus')
  expect(await another.context().cookies()).toEqual([])
})

test('each role finds its own pages and no others', async ({ visitor }) => {
  visitor.expectAnswer(403)
  const allowed = {
    owner: ['campaigns', 'signatures', 'testimonies', 'mailings', 'numbers', 'team', 'audit', 'settings'],
    campaigner: ['campaigns', 'signatures', 'mailings', 'numbers', 'settings'],
    moderator: ['testimonies', 'settings'],
    analyst: ['signatures', 'numbers', 'settings'],
  } as const
  for (const role of ['owner', 'campaigner', 'moderator', 'analyst'] as const) {
    const page = await visitor.staff(role)
    for (const room of allowed.owner) {
      const open = allowed[role].some((name) => name === room)
      const answer = await page.request.get(`/admin/${room}`)
      expect(answer.status(), `${role} at /admin/${room}`).toBe(open ? 200 : 403)
    }
    await page.goto(role === 'moderator' ? '/admin/team' : '/admin/testimonies')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('on a phone the doors open from one button, by keyboard and without a script', async ({
  visitor,
  javaScriptEnabled,
}) => {
  const page = await visitor.staff('owner', { viewport: { width: 390, height: 844 } })
  const doors = page.getByRole('navigation', { name: 'Espace de travail' })
  await expect(doors).toBeHidden()
  await page.getByRole('button', { name: /^Menu/ }).press('Enter')
  await expect(doors).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(doors.getByRole('link').first()).toBeFocused()
  if (javaScriptEnabled !== false) expect(await faultsNow(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(doors).toBeHidden()
  await page.setViewportSize({ width: 1280, height: 844 })
  await expect(doors).toBeVisible()
})

test('signing out ends the session everywhere that holds it', async ({ page, house, visitor }) => {
  visitor.expectAnswer(401)
  await enter(page, await house.enter('analyst'))
  const cookies = await page.context().cookies()
  const stolen = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Espace de l’équipe')
  expect(await page.context().cookies()).toEqual([])
  const kept = await fetch(`${house.url}/admin/numbers`, { headers: { cookie: stolen }, redirect: 'manual' })
  expect(kept.status).toBe(303)
  expect(kept.headers.get('location')).toBe('/admin')
})

test('a session unused for half an hour is over', async ({ page, house, visitor }) => {
  visitor.expectAnswer(401)
  await enter(page, await house.enter('analyst'))
  const age = (minutes: number) =>
    house.sql(
      `update staff_session set seen_at = now() - make_interval(mins => $1) where staff_id in (select id from staff_member where role = 'analyst')`,
      [minutes],
    )
  await age(29)
  await page.goto('/admin/numbers')
  await expect(page).toHaveURL(/\/admin\/numbers$/)
  await age(31)
  await page.goto('/admin/numbers')
  await expect(page).toHaveURL(/\/admin$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Espace de l’équipe')
})

test('who is not signed in is led to the entrance and learns nothing', async ({ house }) => {
  for (const room of [
    'campaigns',
    'signatures',
    'testimonies',
    'mailings',
    'numbers',
    'team',
    'audit',
    'settings',
    'numbers/download?by=day&format=csv&campaign=score',
  ]) {
    const answer = await fetch(`${house.url}/admin/${room}`, { redirect: 'manual' })
    expect(answer.status, room).toBe(303)
    expect(answer.headers.get('location'), room).toBe('/admin')
  }
  const entrance = await fetch(`${house.url}/admin`)
  expect(entrance.status).toBe(401)
  expect(entrance.headers.get('set-cookie')).toBeNull()
})

test('every deed of the team is in the journal, unbroken', async ({ visitor, house }) => {
  const owner = await visitor.staff('owner')
  await owner.goto('/admin/audit')
  await expect(owner.getByText('Chaîne vérifiée')).toBeVisible()
  const [{ entries } = { entries: 0 }] = await house.sql('select count(*)::int as entries from audit_entry')
  expect(Number(entries)).toBeGreaterThan(0)
})
