import { campaignStates } from '#app/features/campaigns/schema.ts'
import { campaign, count } from './campaign-examples.ts'
import {
  address,
  code,
  found,
  instant,
  json,
  list,
  looked,
  maybe,
  object,
  refused,
  schema,
  slug,
  text,
  whole,
  type Part,
} from './parts.ts'

const both = (description: string) => object({ fr: text('French.'), en: text('English.') }, { description })
const pages = (description: string) => object({ fr: address('French.'), en: address('English.') }, { description })

export const campaignSchemas: Part = {
  Campaign: object({
    slug: text('Its name in addresses.'),
    state: code(campaignStates, 'A draft is not shown.'),
    open: { type: 'boolean', description: 'It takes signatures now.' },
    association: text('Who answers for it.'),
    demonstration: { type: 'boolean', description: 'Its signatures and testimonies are invented.' },
    title: both('In plain words.'),
    opensAt: instant('When it opened or opens.'),
    closesAt: maybe(instant('When it closes; `null` when that is not known.')),
    confirmed: whole('Confirmed signatures, of now.'),
    goals: list(
      object({
        threshold: whole('Signatures.'),
        duty: both('What the association has to do then.'),
        reachedAt: maybe(instant('`null` while it is not reached.')),
      }),
    ),
    links: object({
      self: address('This.'),
      count: address('The live count.'),
      counts: address('Counts by day and place.'),
      releases: address('Every release of the numbers.'),
      datapackage: address('The newest release, described.'),
      page: pages('The campaign, to read and sign.'),
      numbers: pages('The numbers, to read.'),
    }),
  }),
  Count: object({
    campaign: text('Its name in addresses.'),
    confirmed: whole('People who signed and confirmed it from their mailbox.'),
    asOf: instant('When that was true.'),
  }),
}

const tag = 'campaigns'

export const campaignPaths: Part = {
  '/api/v1/campaigns': looked(
    { id: 'listCampaigns', tag, summary: 'Every campaign', description: 'The newest first, without drafts.' },
    {
      responses: {
        ...found({ description: 'The campaigns.', content: json(list(schema('Campaign')), [campaign]) }),
        ...refused(405, 503),
      },
    },
  ),
  '/api/v1/campaigns/{slug}': looked(
    { id: 'getCampaign', tag, summary: 'One campaign', description: 'Its title, dates, goals and where to go on.' },
    {
      parameters: [slug],
      responses: {
        ...found({ description: 'The campaign.', content: json(schema('Campaign'), campaign) }),
        ...refused(404, 405, 503),
      },
    },
  ),
  '/api/v1/campaigns/{slug}/count': looked(
    {
      id: 'getCount',
      tag,
      summary: 'How many?',
      description: 'The live count. Ask as often as you like: it is kept in memory and may be kept for a second.',
    },
    {
      parameters: [slug],
      responses: {
        ...found({ description: 'The count.', content: json(schema('Count'), count) }),
        ...refused(404, 405, 500, 503),
      },
    },
  ),
}
