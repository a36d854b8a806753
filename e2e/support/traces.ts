import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files under a folder that hold these words: in the tables, the write-ahead log or any other log of the database. */
export function filesHolding(folder: string, words: string): string[] {
  const wanted = Buffer.from(words)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readIfThere(file).includes(wanted))
}

/** The database removes files while it works. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
