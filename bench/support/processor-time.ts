import { readdirSync, readFileSync } from 'node:fs'

/** Kernel ticks are hundredths of a second on every Linux that Node runs on (`getconf CLK_TCK`). */
const millisecondsPerTick = 10

interface Spent {
  parent: number
  own: number
  /** Of children that have ended. */
  children: number
}

function spentBy(pid: number | 'self'): Spent | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name may hold spaces and brackets: count from its last bracket (proc_pid_stat(5)).
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
    return {
      parent,
      own: (user + system) * millisecondsPerTick,
      children: (childUser + childSystem) * millisecondsPerTick,
    }
  } catch {
    return null // it has just ended, or this is no Linux
  }
}

/** Milliseconds of processor time a process has used. */
export const processTime = (pid: number | 'self') => (): number => spentBy(pid)?.own ?? 0

/** Milliseconds used by a process, its living children and those that have ended: PostgreSQL and its sessions. */
export const familyTime = (pid: number) => (): number => {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => spentBy(Number(name)))
    .filter((spent) => spent?.parent === pid)
  const head = spentBy(pid)
  return children.reduce((sum, child) => sum + (child?.own ?? 0), (head?.own ?? 0) + (head?.children ?? 0))
}
