import { answered } from './answers.ts'
import { further } from './further-answers.ts'
import { lettersInOtherWords } from './letters-in-other-words.ts'
import { lettersOfMailboxes } from './letters-of-mailboxes.ts'
import { lettersOfOddShape } from './letters-of-odd-shape.ts'
import { lettersOfProviders } from './letters-of-providers.ts'
import { lettersOfServers } from './letters-of-servers.ts'
import { moreAnswers } from './more-answers.ts'
import { reports } from './reports.ts'

/** Every specimen, with invented addresses. */
export const corpus = [
  ...answered,
  ...further,
  ...reports,
  ...lettersOfServers,
  ...lettersOfProviders,
  ...lettersOfMailboxes,
  ...moreAnswers,
  ...lettersOfOddShape,
  ...lettersInOtherWords,
]
