import type { Readable } from 'node:stream'
import { zipStream } from '#app/infra/files/zip.server.ts'
import { filesOfRelease, releasedFile, type Release } from './queries/releases.server.ts'

/** A whole release in one archive, its description and the signature of that beside the files. */
export async function releaseArchive(campaignId: number, release: Release, signature: string): Promise<Readable> {
  const files = await filesOfRelease(campaignId, release.day)
  const bodies = await Promise.all(
    files.map(async ({ name }) => ({ name, body: (await releasedFile(campaignId, release.day, name)) ?? '' })),
  )
  return zipStream(
    [
      { name: 'datapackage.json', body: release.manifest },
      { name: 'datapackage.json.sig', body: signature },
      ...bodies,
    ],
    release.madeAt,
  )
}
