import { crpaLaws } from './laws-crpa.ts'
import { europeanLaws } from './laws-europe.ts'
import { labourLaws } from './laws-labour.ts'
import { otherLaws } from './laws-other.ts'

/** Every text that a letter rests on, with what it says in a sentence. */
export const laws = [...labourLaws, ...crpaLaws, ...europeanLaws, ...otherLaws]
