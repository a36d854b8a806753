import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether a process of that number lives, ours or not. */
export const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A database is asked for by several processes at once (web, worker, an operator's command): one starts it, the last to leave stops it. */
export function users(dataDir: string) {
  const folder = path.resolve(dataDir, 'postgres.users')
  mkdirSync(folder, { recursive: true })
  const mine = path.join(folder, String(process.pid))
  return {
    join: () => writeFileSync(mine, ''),
    leave: () => rmSync(mine, { force: true }),
    others: () =>
      readdirSync(folder)
        .map(Number)
        .filter((pid) => pid !== process.pid && isAlive(pid)),
  }
}

/** Held while the cluster is started or stopped, so that two processes do not do both at once. */
export async function withLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const file = path.resolve(dataDir, 'postgres.lock')
  for (let tries = 0; ; tries += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch {
      const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
      if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true })
      if (tries > 600) throw new Error(`${file} is held by process ${holder}`)
      await pause(100)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
