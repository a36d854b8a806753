import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'

/** The project's own tools come first, as in an npm script. */
const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)

const running = new Set<number>()

function endAll() {
  for (const pid of running) {
    try {
      process.kill(-pid, 'SIGTERM')
    } catch {
      running.delete(pid) // it ended by itself in between
    }
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endAll()
    process.exitCode = 130
    process.exit()
  })
}

/**
 * Runs a command with its output in ours and answers its exit code.
 * One that outlives its minutes is ended together with everything it started: 124.
 */
export function runCommand(command: string, minutes: number): Promise<number> {
  return new Promise((answer) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: path },
      detached: true,
    })
    const { pid } = child
    if (pid !== undefined) running.add(pid)
    let late = false
    const timer = setTimeout(() => {
      late = true
      console.error(`\n${command} took more than ${minutes} minutes and was ended.`)
      if (pid !== undefined) process.kill(-pid, 'SIGKILL')
    }, minutes * 60_000)
    const ended = (code: number) => {
      clearTimeout(timer)
      if (pid !== undefined) running.delete(pid)
      answer(late ? 124 : code)
    }
    child.once('error', () => ended(127))
    child.once('close', (code) => ended(code ?? 1))
  })
}
