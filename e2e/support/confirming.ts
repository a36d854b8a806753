import { expect, type Page } from '@playwright/test'
import type { House } from './house.ts'
import { linkIn, waitForMail, type Mail } from './mails.ts'
import { aPerson, type Person } from './people.ts'
import { confirmLink, signAt, words, type Locale } from './signing.ts'

/** What the pages between the form and the count say. */
export const said = {
  fr: {
    codeForm: 'Confirmer avec le code',
    email: 'Adresse e-mail donnée en signant',
    code: 'Code à six chiffres',
    codeButton: 'Confirmer avec ce code',
    refused: 'Ce code ne va pas avec cette adresse',
    shape: 'Tapez les six chiffres',
    nothing: 'Rien n’arrive ?',
    again: 'Envoyer l’e-mail de nouveau',
    sent: 'C’est noté',
    gesture: 'Touchez cette page où vous voulez',
    stop: 'Ne pas confirmer toute seule',
    stopped: 'Cette page ne confirmera plus votre signature d’elle-même.',
    notMe: 'Ce n’était pas moi',
    notMeTitle: 'Ce n’était pas vous ?',
    notMeButton: 'Ce n’était pas moi, tout effacer',
    blocked: 'C’est effacé',
    allow: 'Autoriser de nouveau cette adresse',
    gone: 'Cette adresse peut signer',
  },
  en: {
    codeForm: 'Confirm with the code',
    email: 'E-mail address you signed with',
    code: 'Six-digit code',
    codeButton: 'Confirm with this code',
    refused: 'This code does not go with this address',
    shape: 'Type the six digits',
    nothing: 'Nothing arrives?',
    again: 'Send the e-mail again',
    sent: 'Noted',
    gesture: 'Touch this page anywhere',
    stop: 'Do not confirm by itself',
    stopped: 'This page will no longer confirm your signature by itself.',
    notMe: 'It was not me',
    notMeTitle: 'Was this not you?',
    notMeButton: 'It was not me, delete everything',
    blocked: 'It is deleted',
    allow: 'Allow this address again',
    gone: 'This address may sign',
  },
} as const

export const mailOf = (house: House, { email }: Person, locale: Locale = 'fr'): Promise<Mail> =>
  waitForMail(house.inbox, { to: email, subject: words[locale].confirmMail })

export const notMeIn = (mail: Mail): string => linkIn(mail, /\/not-me\/[\w-]+$/)

/** The code as a person would type it. */
export const codeIn = (mail: Pick<Mail, 'text'>): string =>
  (/^ {4}(\d{3}\u00A0\d{3})$/m.exec(mail.text)?.[1] ?? '').replace('\u00A0', ' ')

export const wrongCode = (code: string): string =>
  String((Number(code.replace(' ', '')) + 1) % 1_000_000).padStart(6, '0')

export interface Signed {
  person: Person
  mail: Mail
  /** That confirms. */
  link: string
}

/** Somebody who signed without a browser: for stories that begin at the mail. */
export async function signed(house: House): Promise<Signed> {
  const person = aPerson()
  const fields = new URLSearchParams({ ...person, postcode: '31000', country: 'FR', consent: 'on' })
  expect((await signAt(house, fields.toString())).status).toBe(303)
  const mail = await mailOf(house, person)
  return { person, mail, link: linkIn(mail, confirmLink('fr')) }
}

/** In which state the signature behind a link is; `undefined` when it is gone. */
export async function stateOf(house: House, link: string): Promise<unknown> {
  const id = Buffer.from(link.split('/').at(-1) ?? '', 'base64url').toString('hex', 4, 20)
  const [row] = await house.sql('select state::text from signature where id = $1::uuid', [id])
  return row?.['state']
}

/** Resolves when a page has not moved for a moment: a finger that stops it is no press. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const rest = () => setTimeout(resolve, 200)
        let timer = rest()
        addEventListener('scroll', () => {
          clearTimeout(timer)
          timer = rest()
        })
      }),
  )
