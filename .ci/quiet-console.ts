import { afterEach, beforeEach, vi } from 'vitest'

/** A test that warns on the console has not passed: in production that line is noise or a bug. */
const noise: string[] = []

beforeEach(() => {
  noise.length = 0
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => {
      noise.push(`console.${method}: ${words.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  if (noise.length > 0) throw new Error(`The console was not quiet:\n${noise.join('\n')}`)
})
