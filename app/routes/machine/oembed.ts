import { findEmbedded } from '#app/features/embeds/embedded.server.ts'
import { asXml, describeEmbed } from '#app/features/embeds/oembed-answer.server.ts'
import { readOembed } from '#app/features/embeds/rules/oembed.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { machineLoader } from './machine-loader.server.ts'
import { methodNotAllowed, problem, reply, replyJson } from './reply.server.ts'

const notOurs = () =>
  problem({
    status: 404,
    kind: 'no-such-page',
    title: 'No such page',
    detail: 'The parameter "url" has to be the address of a campaign of this site.',
  })

const unknownFormat = () =>
  problem({
    status: 501,
    kind: 'unknown-format',
    title: 'Unknown format',
    detail: 'The parameter "format" is json (without it) or xml.',
    more: { parameter: 'format', allowed: ['json', 'xml'] },
  })

const noAddress = () =>
  problem({
    status: 400,
    kind: 'missing-parameter',
    title: 'Missing parameter',
    detail: 'The parameter "url" names the page to show.',
    more: { parameter: 'url' },
  })

/** oEmbed 1.0 (https://oembed.com): how a site shows a campaign of which somebody pasted the address. */
export const loader = machineLoader(async ({ request, context }) => {
  const site = publicUrl('')
  const asked = readOembed(new URL(request.url).searchParams, site)
  if (asked.outcome === 'unknown-format') return unknownFormat()
  if (asked.outcome === 'no-address') return noAddress()
  if (asked.outcome === 'not-ours') return notOurs()
  const { question } = asked
  const embedded = await findEmbedded(question.slug, question.locale, context.now)
  if (!embedded) return notOurs()
  const { title, campaign } = embedded
  const described = describeEmbed(question, { title, association: campaign.association, site })
  if (question.format === 'json') return replyJson(described)
  return reply({ body: asXml(described), type: 'text/xml; charset=utf-8' })
})

export const action = methodNotAllowed
