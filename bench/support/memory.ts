import { readFileSync } from 'node:fs'

/** Megabytes that a process holds in memory. */
export function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024
  } catch {
    return Number.NaN // this is no Linux
  }
}
