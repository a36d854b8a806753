/** A title without its asterisks, and which of its letters they mark. Spaces are none: where lines break they are lost. */
export interface Voiced {
  text: string
  /** One for each letter that is no space, in order. */
  voiced: boolean[]
}

export interface VoicedRun {
  text: string
  voiced: boolean
}

const isSpace = (letter: string) => /[\t\n\r ]/u.test(letter)

/** Reads a title as it is written: `L’algorithme *qui note*`. */
export function readVoiced(written: string): Voiced {
  const parts = written.split('*')
  const voiced = parts.flatMap((part, at) => [...part].filter((letter) => !isSpace(letter)).map(() => at % 2 === 1))
  return { text: parts.join(''), voiced }
}

/** The lines that a title was broken into, each in pieces of one colour. What was added to them (an ellipsis) is not voiced. */
export function voicedRuns(lines: readonly string[], voiced: readonly boolean[]): VoicedRun[][] {
  let at = 0
  return lines.map((line) => {
    const runs: VoicedRun[] = []
    for (const letter of line) {
      const last = runs.at(-1)
      const loud = isSpace(letter) ? (last?.voiced ?? false) : (voiced[at++] ?? false)
      if (last?.voiced === loud) last.text += letter
      else runs.push({ text: letter, voiced: loud })
    }
    return runs
  })
}
