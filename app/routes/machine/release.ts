import { toTheSecond } from '#app/features/numbers/campaign-facts.server.ts'
import { licence } from '#app/features/numbers/data-package.ts'
import { filesOfRelease } from '#app/features/numbers/queries/releases.server.ts'
import { dated, releaseLoader } from './release-answer.server.ts'
import { methodNotAllowed, replyJson } from './reply.server.ts'

export const loader = releaseLoader(async ({ campaign, release }) => {
  const { day, madeAt, confirmed } = release
  const files = await filesOfRelease(campaign.id, day)
  return dated(
    replyJson({
      campaign: campaign.slug,
      date: day,
      madeAt: toTheSecond(madeAt),
      confirmed,
      licence: licence.name,
      datapackage: `${day}/datapackage.json`,
      signature: `${day}/datapackage.json.sig`,
      archive: `${day}/package.zip`,
      files: files.map((file) => ({ ...file, path: `${day}/${file.name}` })),
    }),
    madeAt,
  )
})

export const action = methodNotAllowed
