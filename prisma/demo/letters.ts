import { accessLetters } from './letters-access.ts'
import { algorithmLetters } from './letters-algorithm.ts'
import { bodiesLetters } from './letters-bodies.ts'
import { contestLetters } from './letters-contest.ts'
import { courtLetters } from './letters-court.ts'
import { limitsLetters } from './letters-limits.ts'
import { moneyLetters } from './letters-money.ts'
import { publicLetters } from './letters-public.ts'
import { observations } from './letters-sanction.ts'
import { silenceLetters } from './letters-silence.ts'

/** Every letter of the campaign, what is most urgent first, and the two that must not be sent. */
export const letters = [
  observations,
  ...contestLetters,
  ...moneyLetters,
  ...accessLetters,
  ...algorithmLetters,
  ...limitsLetters,
  ...silenceLetters,
  ...bodiesLetters,
  ...courtLetters,
  ...publicLetters,
]
