import { PassThrough, type Readable } from 'node:stream'
import yazl from 'yazl'

/** Files in one archive, while it is being made. The same files of the same time always give the same bytes. */
export function zipStream(files: readonly { name: string; body: string | Uint8Array }[], at: Date): Readable {
  const zip = new yazl.ZipFile()
  for (const { name, body } of files)
    zip.addBuffer(typeof body === 'string' ? Buffer.from(body) : Buffer.from(body), name, { mtime: at })
  zip.end()
  return zip.outputStream.pipe(new PassThrough())
}
