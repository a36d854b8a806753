/** A step asks a question, or, when nothing answers it, is an end: a paragraph, letters and rules of time. */
export interface TreeStep {
  id: string
  fr: string
  en: string
  textFr: string
  textEn: string
  /** Slugs of letters and ids of rules, with blanks between: `l10 l12`, `D-OBS`. */
  letters: string
  rules: string
}

export interface TreeAnswer {
  at: string
  fr: string
  en: string
  to: string
}

export interface Tree {
  steps: readonly TreeStep[]
  /** The first step is where everybody begins. */
  answers: readonly TreeAnswer[]
}

/** A step with what can be answered to it. */
export interface Branch {
  step: TreeStep
  answers: { answer: TreeAnswer; branch: Branch }[]
}

export type TreeProblem =
  | 'deadlines.errors.treeTwice'
  | 'deadlines.errors.treeNowhere'
  | 'deadlines.errors.treeCircle'
  | 'deadlines.errors.treeUnreached'
  | 'deadlines.errors.treeLonely'
  | 'deadlines.errors.treeEnd'
  | 'deadlines.errors.treeLong'

/** Ways through the tree and questions on one way: more than that helps nobody who is in a hurry. */
export const mostWays = 80
export const mostQuestions = 6

export const wordsIn = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')

const answersAt = ({ answers }: Tree, id: string) => answers.filter((answer) => answer.at === id)

/** Whether one comes back to a step one has seen; stops at the first, so that a circle never runs for ever. */
function hasCircle(tree: Tree): boolean {
  const done = new Set<string>()
  const walk = (id: string, above: ReadonlySet<string>): boolean => {
    if (above.has(id)) return true
    if (done.has(id)) return false
    const here = new Set([...above, id])
    const found = answersAt(tree, id).some(({ to }) => walk(to, here))
    done.add(id)
    return found
  }
  return tree.steps.some(({ id }) => walk(id, new Set()))
}

function reached(tree: Tree): Set<string> {
  const found = new Set<string>()
  const next = [tree.steps[0]?.id ?? '']
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (found.has(id)) continue
    found.add(id)
    next.push(...answersAt(tree, id).map(({ to }) => to))
  }
  return found
}

/** How many ways lead on from each step, and the longest of them in answers. Only for a tree without a circle. */
function sizeOf(tree: Tree): { ways: number; longest: number } {
  const known = new Map<string, { ways: number; longest: number }>()
  const measure = (id: string): { ways: number; longest: number } => {
    const before = known.get(id)
    if (before) return before
    const below = answersAt(tree, id).map(({ to }) => measure(to))
    const size = {
      ways: below.length === 0 ? 1 : below.reduce((sum, { ways }) => sum + ways, 0),
      longest: below.reduce((most, { longest }) => (longest + 1 > most ? longest + 1 : most), 0),
    }
    known.set(id, size)
    return size
  }
  return measure(tree.steps[0]?.id ?? '')
}

/** An end helps: it says something in both languages and gives at least one letter or card. */
const helps = ({ textFr, textEn, letters }: TreeStep) =>
  textFr.trim() !== '' && textEn.trim() !== '' && wordsIn(letters).length > 0

/** What is wrong with a tree as a whole; `null` when every way through it ends in words and a letter or a card. */
export function treeProblem(tree: Tree): TreeProblem | null {
  const { steps, answers } = tree
  const ids = new Set(steps.map(({ id }) => id))
  if (ids.size < steps.length) return 'deadlines.errors.treeTwice'
  if (answers.some(({ at, to }) => !ids.has(at) || !ids.has(to))) return 'deadlines.errors.treeNowhere'
  if (steps.length === 0) return null
  if (hasCircle(tree)) return 'deadlines.errors.treeCircle'
  if (reached(tree).size < ids.size) return 'deadlines.errors.treeUnreached'
  if (steps.some(({ id }) => answersAt(tree, id).length === 1)) return 'deadlines.errors.treeLonely'
  if (steps.some((step) => answersAt(tree, step.id).length === 0 && !helps(step))) return 'deadlines.errors.treeEnd'
  const { ways, longest } = sizeOf(tree)
  return ways > mostWays || longest > mostQuestions ? 'deadlines.errors.treeLong' : null
}

/** The tree from its first step on, a step once for each way that leads to it. `null` when something is wrong with it. */
export function branchesOf(tree: Tree): Branch | null {
  const byId = new Map(tree.steps.map((step) => [step.id, step]))
  const grow = (step: TreeStep): Branch => ({
    step,
    answers: answersAt(tree, step.id).flatMap((answer) => {
      const next = byId.get(answer.to)
      return next ? [{ answer, branch: grow(next) }] : []
    }),
  })
  const [first] = tree.steps
  return first && treeProblem(tree) === null ? grow(first) : null
}
