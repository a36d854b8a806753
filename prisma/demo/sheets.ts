import { commitmentForm } from '#app/features/commitments/form.ts'
import { channelForm } from '#app/features/press/channel-form.ts'
import { pressForm } from '#app/features/press/press-form.ts'
import { lawForm } from '#app/features/remedies/law-form.ts'
import { letterForm } from '#app/features/remedies/letter-form.ts'
import { pathForm } from '#app/features/remedies/path-form.ts'
import { scoringForm } from '#app/features/scoring/form.ts'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { channelSheets } from './channels.ts'
import { commitments } from './commitments.ts'
import { laws } from './laws.ts'
import { letters } from './letters.ts'
import { paths } from './paths.ts'
import { scorings } from './scoring.ts'
import { pressSheets } from './press.ts'

interface Planting {
  campaignId: number
  now: Date
}

/**
 * The verified texts of the campaign `score`, kind by kind: what a campaign has already stays as the team left it.
 * @returns how many were planted
 */
export const plantSheets = async (planting: Planting): Promise<number> => {
  const planted: number[] = []
  for (const plant of kinds) planted.push(await plant(planting))
  return planted.reduce((sum, n) => sum + n, 0)
}

/** One line for each kind: `(at) => seedSheets(at, letterForm, letters)`. */
const kinds: readonly ((at: Planting) => Promise<number>)[] = [
  (at) => seedSheets(at, channelForm, channelSheets),
  (at) => seedSheets(at, pressForm, pressSheets),
  (at) => seedSheets(at, lawForm, laws),
  (at) => seedSheets(at, letterForm, letters),
  (at) => seedSheets(at, pathForm, paths),
  (at) => seedSheets(at, commitmentForm, commitments),
  (at) => seedSheets(at, scoringForm, scorings),
]
