import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { confirmOrganisation } from '#app/features/organisations/commands/confirm-organisation.server.ts'
import { signAsOrganisation } from '#app/features/organisations/commands/sign-as-organisation.server.ts'
import type { OrganisationForm } from '#app/features/organisations/schema.ts'
import type { Logo } from '#app/features/organisations/logo.server.ts'
import { personalAddress } from '#app/features/signatures/whose.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'

let made = 0

/** What a representative types. */
export function anOrganisationForm(given: Partial<OrganisationForm> = {}): OrganisationForm {
  made += 1
  return {
    name: `Collectif fictif ${made}`,
    kind: 'collective',
    scope: 'Droits numériques, partout en France.',
    town: 'Lyon',
    country: 'FR',
    website: `https://collectif-${made}.example.org/`,
    personName: 'Dominique Exemple',
    personRole: 'Présidence',
    email: `contact@collectif-${made}.example.org`,
    mandate: 'on',
    news: false,
    ...given,
  }
}

interface Given {
  campaign: CampaignSummary
  form?: Partial<OrganisationForm>
  logo?: Logo | null
  now?: Date
}

const noon = new Date('2026-02-01T12:00:00Z')

type Sent = Omit<Given, 'form'> & { form: OrganisationForm }

/** A representative sends this form. */
export const anOrganisationSigns = ({ campaign, form, logo = null, now = noon }: Sent) => {
  const personal = personalAddress(form.email)
  return signAsOrganisation(form, { campaign, locale: 'fr', textVersion: 1, logo, personal, now })
}

/** An organisation whose representative has sent the form. */
export async function aPendingOrganisation({ campaign, form, logo = null, now = noon }: Given) {
  const filled = anOrganisationForm(form)
  await anOrganisationSigns({ campaign, form: filled, logo, now })
  const { id } = await db().organisation.findFirstOrThrow({
    where: { campaignId: campaign.id, name: filled.name },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return { id, form: filled, token: linkToken('confirm-organisation', { campaignId: campaign.id, id }) }
}

/** An organisation whose representative has confirmed. */
export async function aConfirmedOrganisation(given: Given) {
  const pending = await aPendingOrganisation(given)
  await confirmOrganisation(pending.token, given.now ?? noon)
  return pending
}
