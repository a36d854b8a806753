import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export interface Process {
  pid: number
  command: string
  /** Bytes in memory now. */
  memory: number
}

const told = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return '' // gone meanwhile
  }
}

/** Every process that descends from this one, as Linux sees them; with itself. */
export function familyOf(pid: number): Process[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const [, parent] = /\) \S (\d+)/.exec(told(Number(name), 'stat')) ?? []
    if (/^\d+$/.test(name) && parent) parents.set(Number(name), Number(parent))
  }
  const family = new Set([pid])
  for (let before = 0; before !== family.size;) {
    before = family.size
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child)
  }
  return [...family].map((one) => ({
    pid: one,
    command: told(one, 'cmdline').replaceAll('\0', ' '),
    memory: 1024 * Number(/VmRSS:\s+(\d+)/.exec(told(one, 'status'))?.[1] ?? 0),
  }))
}

/** Files on a disk that a process has open to write into, those without a name included. */
export function writesInto(pid: number): string[] {
  let open: string[] = []
  try {
    open = readdirSync(`/proc/${pid}/fd`)
  } catch {
    return []
  }
  return open.flatMap((fd) => {
    try {
      const file = readlinkSync(`/proc/${pid}/fd/${fd}`)
      const flags = Number.parseInt(/flags:\s+(\d+)/.exec(told(pid, `fdinfo/${fd}`))?.[1] ?? '0', 8)
      const onDisk = file.startsWith('/') && !/^\/(?:dev|proc|sys)\//.test(file)
      return onDisk && (flags & 3) !== 0 ? [file] : []
    } catch {
      return []
    }
  })
}
