import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** Everyone may read the association's name: if the search does not find it, it looks in the wrong place and proves nothing. */
const inEveryDatabase = Buffer.from('Collectif Sans Score')

/** Files of a data directory that hold these words: in the tables, the write-ahead log or any other log of the database. */
export const filesHolding = (dataDir: string, words: string): string[] => [
  ...(search(dataDir, { words: Buffer.from(words) })['words'] ?? []),
]

/** The same for many things at once, each by its name. */
export function search(dataDir: string, needles: Readonly<Record<string, Buffer>>): Record<string, string[]> {
  const found = Object.fromEntries(Object.keys(needles).map((name): [string, string[]] => [name, []]))
  // The database may live behind a link, which a walk of the folder does not follow.
  const files = new Set([dataDir, path.join(dataDir, 'postgres')].flatMap((folder) => filesUnder(realpathSync(folder))))
  let looked = false
  for (const file of files) {
    const bytes = readIfThere(file)
    looked ||= bytes.includes(inEveryDatabase)
    for (const [name, needle] of Object.entries(needles)) if (bytes.includes(needle)) found[name]?.push(file)
  }
  if (!looked) throw new Error(`nothing is found in ${dataDir}`)
  return found
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
