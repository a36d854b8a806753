import type { Page } from '@playwright/test'
import { translator } from '#app/i18n/t.ts'
import { faults } from './support/axe.ts'
import type { House } from './support/house.ts'
import { press, tick, typeInto } from './support/keyboard.ts'
import { locales } from './support/sites.ts'
import { expect, test } from './support/visitor.ts'

type Locale = (typeof locales)[number]

/** Published stories of the demonstration, one that warns among them. */
async function published(house: House): Promise<string[]> {
  const rows = await house.sql(
    `select distinct on (content_warning is null) id from testimonies.testimony where state = 'published' order by content_warning is null, id desc`,
  )
  return rows.map(({ id }) => String(id))
}

/** Looks at the page as somebody who cannot see it would be told of it. */
async function look(page: Page, locale: Locale): Promise<string[]> {
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  return faults(page)
}

/** Reports a story with the keyboard alone. @returns what axe finds on the way, and the code of the case */
async function report(page: Page, locale: Locale): Promise<{ found: string[]; code: string }> {
  const t = translator(locale)
  await press(page, t('cases.links.report'))
  await page.waitForURL(/\/report$/)
  await press(page, t('cases.report.send'))
  await expect(page.getByRole('alert')).toBeVisible()
  const found = await look(page, locale)
  await tick(page, t('cases.grounds.identifiesMe'))
  await typeInto(page, t('cases.report.reason'), 'Un motif assez long pour être lu, tout à fait fictif.')
  await typeInto(page, t('cases.report.name'), 'Camille Dubois')
  await typeInto(page, t('cases.report.email'), 'camille@example.org')
  await tick(page, t('cases.report.goodFaith'))
  await press(page, t('cases.report.send'))
  await expect(page.getByTestId('receipt-code')).toBeVisible()
  found.push(...(await look(page, locale)))
  return { found, code: (await page.getByTestId('receipt-code').textContent()) ?? '' }
}

async function follow(page: Page, code: string, locale: Locale): Promise<string[]> {
  const t = translator(locale)
  await page.goto(`/${locale}/score/case`)
  await press(page, t('cases.follow.open'))
  await expect(page.getByRole('alert').first()).toBeVisible()
  const found = await look(page, locale)
  await typeInto(page, t('cases.follow.code'), code)
  await press(page, t('cases.follow.open'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('cases.follow.kinds.report'))
  return [...found, ...(await look(page, locale))]
}

for (const locale of locales)
  test(`no page about a story has a fault that axe can see, told, reported, answered or gone, and the keyboard reaches all (${locale})`, async ({
    page,
    house,
    visitor,
  }) => {
    test.setTimeout(180_000)
    for (const status of [410, 422]) visitor.expectAnswer(status)
    const found: string[] = []
    const [warned = '', plain = ''] = await published(house)
    for (const id of [warned, plain]) {
      await page.goto(`/${locale}/score/testimonies/${id}`)
      found.push(...(await look(page, locale)))
    }
    const reported = await report(page, locale)
    found.push(...reported.found, ...(await follow(page, reported.code, locale)))
    await house.sql(`update testimonies.testimony set published_on = current_date where id = $1`, [plain])
    await page.goto(`/${locale}/score/testimonies/${plain}/reply`)
    await press(page, translator(locale)('cases.reply.send'))
    await expect(page.getByRole('alert')).toBeVisible()
    found.push(...(await look(page, locale)))

    const [row = {}] = await house.sql(
      `select published_title, published_text from testimonies.testimony where id = $1`,
      [plain],
    )
    await house.sql(
      `update testimonies.testimony set state = 'unpublished', published_title = null, published_text = null where id = $1`,
      [plain],
    )
    try {
      for (const path of ['', '/report', '/reply']) {
        const address = `/${locale}/score/testimonies/${plain}${path}`
        await expect.poll(async () => (await page.goto(address))?.status()).toBe(410)
        found.push(...(await look(page, locale)))
      }
    } finally {
      // Other stories of this house read it, and the list of cases.
      await house.sql(
        `update testimonies.testimony set state = 'published', published_title = $2, published_text = $3 where id = $1`,
        [plain, row['published_title'], row['published_text']],
      )
      await house.sql(`delete from testimonies.case_file`)
    }
    expect(found).toEqual([])
  })
