import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export interface Process {
  pid: number
  command: string
  /** Bytes in memory now. */
  memory: number
}

/** A file or folder of /proc; nothing when the process is gone meanwhile. */
function told(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
function listed(pid: number, name: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/${name}`)
  } catch {
    return []
  }
}

const childrenOf = (pid: number): number[] =>
  listed(pid, 'task').flatMap((task) => told(pid, `task/${task}/children`).split(' ').filter(Boolean).map(Number))

/** A process and all that descend from it, as Linux sees them. */
export function familyOf(pid: number): Process[] {
  const command = told(pid, 'cmdline').replaceAll('\0', ' ')
  const memory = 1024 * Number(/VmRSS:\s+(\d+)/.exec(told(pid, 'status'))?.[1] ?? 0)
  return [{ pid, command, memory }, ...childrenOf(pid).flatMap(familyOf)]
}

/** Files on a disk that a process has open to write into, those without a name included. */
export const writesInto = (pid: number): string[] =>
  listed(pid, 'fd').flatMap((fd) => {
    try {
      const file = readlinkSync(`/proc/${pid}/fd/${fd}`)
      const flags = Number.parseInt(/flags:\s+(\d+)/.exec(told(pid, `fdinfo/${fd}`))?.[1] ?? '0', 8)
      const isOnDisk = file.startsWith('/') && !/^\/(?:dev|proc|sys)\//.test(file)
      return isOnDisk && (flags & 3) !== 0 ? [file] : []
    } catch {
      return []
    }
  })
