import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** Everyone may read the association's name: if the search does not find it, it looks in the wrong place and proves nothing. */
const inEveryDatabase = Buffer.from('Collectif Sans Score')

/** Files of a data directory that hold these words: in the tables, the write-ahead log or any other log of the database. */
export function filesHolding(dataDir: string, words: string): string[] {
  // The database may live behind a link, which a walk of the folder does not follow.
  const files = new Set([dataDir, path.join(dataDir, 'postgres')].flatMap((folder) => filesUnder(realpathSync(folder))))
  const contents = [...files].map((file) => ({ file, bytes: readIfThere(file) }))
  if (!contents.some(({ bytes }) => bytes.includes(inEveryDatabase))) throw new Error(`nothing is found in ${dataDir}`)
  return contents.filter(({ bytes }) => bytes.includes(words)).map(({ file }) => file)
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** The database removes files while it works. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
