import { findText } from '#app/features/campaigns/queries.server.ts'
import { confirmedTotal } from '#app/features/signatures/queries.server.ts'
import { translator } from '#app/i18n/t.ts'
import { addresseeLetter, addresseeParts } from '#emails/addressee-letter.tsx'
import { knownNow } from './letter-values.server.ts'
import { addresseeSamples, sampleTold, type AddresseeSample } from './rules/addressee-samples.ts'
import { checkAddressee, type AddresseeFinding } from './rules/checks/check-addressee.ts'
import { stopsIn } from './rules/checks/check-texts.ts'
import type { DripSettings } from './rules/drip.ts'
import { gatherForAddressee } from './write-to-addressee.server.ts'

export type AddresseeText = Pick<DripSettings, 'locale' | 'subject' | 'words' | 'names'>

/** A part of a letter for a page: harmless HTML without styles, or words. */
export type ShownPart = { kind: 'body'; html: string } | { kind: 'paragraph' | 'button'; text: string }

export interface AddresseePreview {
  sample: AddresseeSample
  subject: string
  parts: ShownPart[]
  footer: string[]
  /** The whole text part. */
  text: string
}

export interface AddresseeLook {
  locale: AddresseeText['locale']
  previews: AddresseePreview[]
  findings: AddresseeFinding[]
}

/** What is wrong with the letters of a campaign, kept or not. */
export async function checkForAddressee(campaignId: number, settings: AddresseeText): Promise<AddresseeFinding[]> {
  const { locale, words } = settings
  const nothing = { subject: '', body: '' }
  const [known, text] = await Promise.all([
    knownNow(campaignId, { fr: { subject: '', body: words }, en: nothing }),
    findText(campaignId, locale),
  ])
  // A picture is not enclosed there: whichever it is, it is not known.
  return checkAddressee(settings, { ...known, pictures: new Map(), hasText: text !== null })
}

/** Only what must be mended before anything goes out. */
export const faultsForAddressee = async (campaignId: number, settings: AddresseeText): Promise<AddresseeFinding[]> =>
  stopsIn(await checkForAddressee(campaignId, settings))

/** How the letters of a campaign look to the addressee, of people who do not exist, and what is wrong with them. Nothing is kept or sent. */
export async function lookAtAddressee(campaignId: number, settings: AddresseeText): Promise<AddresseeLook> {
  const { locale } = settings
  const [gathered, total, findings] = await Promise.all([
    gatherForAddressee(campaignId, settings),
    confirmedTotal(campaignId),
    checkForAddressee(campaignId, settings),
  ])
  if (!gathered) return { locale, previews: [], findings }
  const t = translator(locale)
  const show = async (sample: AddresseeSample): Promise<AddresseePreview> => {
    const props = { ...gathered.props, ...sampleTold(sample, settings.names), total }
    const { subject, parts, footer } = addresseeParts(props, t)
    return {
      sample,
      subject,
      parts: parts.flatMap((part): ShownPart[] => {
        if (part.kind === 'body') return [{ kind: 'body', html: part.body.siteHtml }]
        if (part.kind === 'paragraph') return [{ kind: 'paragraph', text: part.text }]
        return part.kind === 'button' ? [{ kind: 'button', text: part.label }] : []
      }),
      footer: footer.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : [])),
      text: (await addresseeLetter(props, t)).text,
    }
  }
  return { locale, previews: await Promise.all(addresseeSamples.map(show)), findings }
}

/** The HTML of a letter as it would be sent; `null` when it cannot be written. */
export async function showToAddressee(
  campaignId: number,
  { sample, settings }: { sample: AddresseeSample; settings: AddresseeText },
): Promise<string | null> {
  const gathered = await gatherForAddressee(campaignId, settings)
  if (!gathered) return null
  const told = { ...sampleTold(sample, settings.names), total: await confirmedTotal(campaignId) }
  return (await addresseeLetter({ ...gathered.props, ...told }, translator(settings.locale))).html
}
