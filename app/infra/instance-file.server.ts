import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A data directory as it knows itself. Copied or moved, it is another one. */
export interface InstancePlace {
  id: string
  /** Where it is, in the file system's own words. */
  folder: string
  /** How often its database was written to from here, as far as the folder knows. */
  generation: bigint
}

const generationFile = (dataDir: string) => path.join(dataDir, 'instance-generation')

function keptGeneration(dataDir: string): bigint {
  try {
    return BigInt(readFileSync(generationFile(dataDir), 'utf8').trim())
  } catch {
    return 0n // never written, or cut off: then it says nothing
  }
}

/** The file is never written again: its number in the file system tells the original from a copy at the same place. */
export function instancePlace(dataDir: string): InstancePlace {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'instance')
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${randomUUID()}\n`, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if (!existsSync(file)) throw error // two processes that start together agree on the file that came first
    }
  }
  return {
    id: readFileSync(file, 'utf8').trim().slice(0, 64),
    folder: `${realpathSync(dataDir)}#${statSync(file).ino}`.slice(-400),
    generation: keptGeneration(dataDir),
  }
}

export function keepGeneration(dataDir: string, generation: bigint): void {
  if (generation > keptGeneration(dataDir)) writeFileSync(generationFile(dataDir), `${generation}\n`)
}
