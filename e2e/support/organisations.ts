import { expect, type Page } from '@playwright/test'
import type { House } from './house.ts'
import { linkIn, waitForMail } from './mails.ts'
import { unique } from './people.ts'

/** What the pages of organisations say, as a person reads it. */
export const said = {
  fr: {
    form: 'Signature d’une organisation',
    name: 'Nom de l’organisation',
    kind: 'Ce que c’est',
    scope: 'Ce qu’elle fait, et où',
    website: /^Site web/,
    logo: '#logo',
    personName: 'Votre prénom et votre nom',
    personRole: 'Votre fonction',
    email: 'Votre adresse e-mail',
    mandate: /^Je peux engager/,
    news: /^Écrivez à l’organisation/,
    send: 'Envoyer pour confirmation',
    sent: 'Regardez vos e-mails',
    mail: /^Confirmez pour votre organisation/,
    confirm: 'Je confirme au nom de l’organisation',
    confirmed: 'Merci, c’est confirmé',
    again: 'C’était déjà confirmé',
    shownMail: /^Votre organisation paraît/,
  },
  en: {
    form: 'An organisation’s signature',
    name: 'Name of the organisation',
    kind: 'What it is',
    scope: 'What it does, and where',
    website: /^Website/,
    logo: '#logo',
    personName: 'Your first and last name',
    personRole: 'Your role',
    email: 'Your e-mail address',
    mandate: /^I may commit/,
    news: /^Write to the organisation/,
    send: 'Send for confirmation',
    sent: 'Check your e-mail',
    mail: /^Confirm for your organisation/,
    confirm: 'I confirm for the organisation',
    confirmed: 'Thank you, it is confirmed',
    again: 'It was already confirmed',
    shownMail: /^Your organisation appears/,
  },
} as const

export interface Organisation {
  name: string
  email: string
  person: string
}

/** One that exists in one test only. */
export const anOrganisation = (): Organisation => {
  const mark = unique()
  return { name: `Ligue fictive ${mark}`, email: `contact.zq${mark}@example.org`, person: `Dominique Zq${mark}` }
}

interface Signing {
  locale?: 'fr' | 'en'
  logo?: Buffer
  /** Asks for news of the campaign as well. */
  news?: boolean
}

export async function fillOrganisation(
  page: Page,
  { name, email, person }: Organisation,
  { locale = 'fr', logo, news = false }: Signing = {},
): Promise<void> {
  const words = said[locale]
  const form = page.getByRole('form', { name: words.form })
  await form.getByLabel(words.name, { exact: true }).fill(name)
  await form.getByLabel(words.kind, { exact: true }).selectOption('association')
  await form.getByLabel(words.scope, { exact: true }).fill('Libertés publiques, partout en France.')
  await form.getByLabel(words.website).fill('www.example.org')
  if (logo) await form.locator(words.logo).setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo })
  await form.getByLabel(words.personName, { exact: true }).fill(person)
  await form.getByLabel(words.personRole, { exact: true }).fill('Présidence')
  await form.getByLabel(words.email, { exact: true }).fill(email)
  await form.getByLabel(words.mandate).check()
  const box = form.getByLabel(words.news)
  await expect(box, 'never ticked in advance').not.toBeChecked()
  await box.setChecked(news)
}

/** Sends the form. @returns the link of the mail that asks to confirm */
export async function signForOrganisation(
  page: Page,
  house: House,
  { organisation, locale = 'fr', logo, news }: Signing & { organisation: Organisation },
): Promise<string> {
  const words = said[locale]
  await page.goto(`/${locale}/score/organisations/sign`)
  await fillOrganisation(page, organisation, { locale, logo, news })
  await page.getByRole('button', { name: words.send, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.sent)
  const mail = await waitForMail(house.inbox, { to: organisation.email, subject: words.mail })
  return linkIn(mail, new RegExp(`/${locale}/confirm-organisation/[\\w-]+$`))
}

export async function confirmForOrganisation(page: Page, link: string, locale: 'fr' | 'en' = 'fr'): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: said[locale].confirm, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said[locale].confirmed)
}
