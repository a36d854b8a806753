import { seenFrom } from '#app/features/numbers/data-package.ts'
import { dated, releaseLoader } from './release-answer.server.ts'
import { methodNotAllowed, reply } from './reply.server.ts'

/** The newest release, described from here: its files lie in the folder of its day. */
export const loader = releaseLoader(({ release }) =>
  dated(
    reply({
      body: seenFrom(release.manifest, `releases/${release.day}/`),
      type: 'application/json; charset=utf-8',
    }),
    release.madeAt,
  ),
)

export const action = methodNotAllowed
