import { ask } from './ask.ts'
import { expect, type Page } from '@playwright/test'
import type { House } from './house.ts'
import { linkIn, waitForMail } from './mails.ts'
import type { Person } from './people.ts'

export type Locale = 'fr' | 'en'

/** What the pages of the petition say, as a person reads it. */
export const words = {
  fr: {
    form: 'Signer la pétition',
    name: 'Prénom et nom',
    email: 'Adresse e-mail',
    postcode: 'Code postal',
    consent: /^Je signe ce texte/,
    news: /^Écrivez-moi quand/,
    sign: 'Je signe',
    signed: 'Regardez vos e-mails',
    confirm: 'Je confirme ma signature',
    confirmed: 'Merci, votre signature est confirmée',
    again: 'Votre signature est déjà confirmée',
    confirmMail: /^Confirmez votre signature/,
    alreadyMail: /^Votre signature est déjà confirmée/,
  },
  en: {
    form: 'Sign the petition',
    name: 'First and last name',
    email: 'E-mail address',
    postcode: 'Postcode',
    consent: /^I sign this text/,
    news: /^Write to me when/,
    sign: 'Sign',
    signed: 'Check your e-mail',
    confirm: 'Confirm my signature',
    confirmed: 'Thank you, your signature is confirmed',
    again: 'Your signature is already confirmed',
    confirmMail: /^Confirm your signature/,
    alreadyMail: /^Your signature is already confirmed/,
  },
} as const

export const confirmLink = (locale: Locale) => new RegExp(`/${locale}/confirm/[\\w-]+$`)

export const signForm = (page: Page, locale: Locale) => page.getByRole('form', { name: words[locale].form })

interface Signing {
  locale?: Locale
  news?: boolean
}

/** Fills the form as a person in Toulouse would, and sends it. */
export async function sign(page: Page, person: Person, { locale = 'fr', news = false }: Signing = {}): Promise<void> {
  const said = words[locale]
  await page.goto(`/${locale}/score`)
  const form = signForm(page, locale)
  await form.getByLabel(said.name, { exact: true }).fill(person.name)
  await form.getByLabel(said.email, { exact: true }).fill(person.email)
  await form.getByLabel(said.postcode, { exact: true }).fill('31000')
  await form.getByLabel(said.consent).check()
  if (news) await form.getByLabel(said.news).check()
  await form.getByRole('button', { name: said.sign, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.signed)
}

/** The link of the confirmation mail, as soon as it has come. */
export async function confirmationOf(house: House, { email }: Person, locale: Locale = 'fr'): Promise<string> {
  return linkIn(await waitForMail(house.inbox, { to: email, subject: words[locale].confirmMail }), confirmLink(locale))
}

export async function confirm(page: Page, link: string, locale: Locale = 'fr'): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: words[locale].confirm, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[locale].confirmed)
}

/** The number on the page, as a program reads it. */
export async function countOn(page: Page): Promise<number> {
  return Number(await page.getByTestId('signature-count').first().getAttribute('data-value'))
}

/** The number that the whole product agrees on. */
export async function confirmedCount({ url }: House): Promise<number> {
  const answer: unknown = await (await fetch(`${url}/api/v1/campaigns/score/count`)).json()
  return typeof answer === 'object' && answer !== null && 'confirmed' in answer ? Number(answer.confirmed) : Number.NaN
}

/** A form sent by a program, exactly as given. */
export const signAt = ({ url }: House, body: string | Buffer, headers: Record<string, string> = {}) =>
  ask(`${url}/fr/score/sign`, { method: 'POST', body, headers })
