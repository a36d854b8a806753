/** What the monthly journal is said to ask, as we ask it of an invented person. */
export interface Answers {
  /** How the search goes, as a face would say it: 1 badly, 4 very well. */
  spirits: number
  applications: number
  contacts: number
  /** Trades that are looked for at the same time. */
  trades: number
}

/** The four labels that were published; how they are given was not. */
export const labels = ['drive', 'confidence', 'scatter', 'renewal'] as const
export type Label = (typeof labels)[number]
export type Sentence = Exclude<Label, 'drive'>

/** Our own sentences, one for each label but the first, which is for whoever none of them is about. */
const holds: Record<Sentence, (answers: Answers) => boolean> = {
  confidence: ({ spirits }) => spirits <= 2,
  scatter: ({ trades }) => trades >= 3,
  renewal: ({ applications, contacts }) => applications + contacts < 3,
}

/** Three ways to read the same sentences: each begins with another one. */
export const orders = [
  ['confidence', 'scatter', 'renewal'],
  ['scatter', 'renewal', 'confidence'],
  ['renewal', 'confidence', 'scatter'],
] as const satisfies readonly (readonly Sentence[])[]

export const isTrueOf = (sentence: Sentence, answers: Answers): boolean => holds[sentence](answers)

/** The first sentence that is true of the answers gives the label. */
export const labelOf = (answers: Answers, order: readonly Sentence[]): Label =>
  order.find((sentence) => holds[sentence](answers)) ?? 'drive'

export const firstAnswers: Answers = { spirits: 2, applications: 1, contacts: 1, trades: 3 }
