import { claimForm, systemForm } from '#app/features/claims/claim-form.ts'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { claims } from './claims.ts'
import { systemsAround } from './systems-around.ts'
import { systemsOfControl } from './systems-control.ts'
import { systemsOfScores } from './systems-scores.ts'

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
  (at) => seedSheets(at, claimForm, claims),
  (at) => seedSheets(at, systemForm, [...systemsOfScores, ...systemsOfControl, ...systemsAround]),
]
