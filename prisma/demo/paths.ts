import type { PathSeed } from './path-seed.ts'
import { decisionPaths } from './paths-decisions.ts'
import { pathNotes } from './paths-notes.ts'
import { requestPaths } from './paths-requests.ts'
import { pathTree } from './paths-tree.ts'

/** Ways to a letter in time: the tree, every rule of time in words, and how they are counted. */
export const paths: PathSeed[] = [pathTree, ...decisionPaths, ...requestPaths, ...pathNotes]
