import { createReadableStreamFromReadable } from '@remix-run/node'
import { csvType } from '#app/features/numbers/counts-file.ts'
import { releaseArchive } from '#app/features/numbers/release-archive.server.ts'
import { filesOfRelease, releasedFile } from '#app/features/numbers/queries/releases.server.ts'
import { dated, final, releaseLoader, signatureOf, unknownFile } from './release-answer.server.ts'
import { methodNotAllowed, reply } from './reply.server.ts'

const described = ['datapackage.json', 'datapackage.json.sig', 'package.zip'] as const

export const loader = releaseLoader(async ({ campaign, release, file }) => {
  const { day, madeAt, manifest } = release
  const name = `${campaign.slug}-${day}-${file}`
  if (file === 'datapackage.json')
    return final(dated(reply({ body: manifest, type: 'application/json; charset=utf-8' }), madeAt))
  const signature = () => signatureOf(campaign.slug, release, manifest)
  if (file === 'datapackage.json.sig') return reply({ body: signature(), type: 'text/plain; charset=utf-8' })
  if (file === 'package.zip') {
    const zip = await releaseArchive(campaign.id, release, signature())
    const answer = reply({ body: '', type: 'application/zip', name: `${campaign.slug}-${day}.zip` })
    return dated(new Response(createReadableStreamFromReadable(zip), answer), madeAt)
  }
  const body = await releasedFile(campaign.id, day, file)
  if (body !== null) return final(dated(reply({ body, type: csvType, name }), madeAt))
  const files = await filesOfRelease(campaign.id, day)
  return unknownFile([...files.map((one) => one.name), ...described])
})

export const action = methodNotAllowed
