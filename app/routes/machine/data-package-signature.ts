import { seenFrom } from '#app/features/numbers/data-package.ts'
import { releaseLoader, signatureOf } from './release-answer.server.ts'
import { methodNotAllowed, reply } from './reply.server.ts'

export const loader = releaseLoader(({ campaign, release }) =>
  reply({
    body: signatureOf(campaign.slug, release, seenFrom(release.manifest, `releases/${release.day}/`)),
    type: 'text/plain; charset=utf-8',
  }),
)

export const action = methodNotAllowed
