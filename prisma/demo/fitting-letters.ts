import type { FittingLetter } from '#app/features/claims/schema/content.ts'

/** What each letter is for, in a few words. */
const labels = {
  l01: { fr: `Demander vos données, vos scores et leur logique`, en: `Ask for your data, your scores and their logic` },
  l02: {
    fr: `Demander les règles de l’algorithme derrière une décision`,
    en: `Ask for the rules of the algorithm behind a decision`,
  },
  l03: {
    fr: `Demander des documents : règles, grilles, code source`,
    en: `Ask for documents: rules, grids, source code`,
  },
  l05: { fr: `Faire corriger ou compléter une donnée`, en: `Have a piece of data corrected or completed` },
  l10: { fr: `Répondre avant une sanction, sous dix jours`, en: `Answer before a sanction, within ten days` },
  l11: { fr: `Déposer une réclamation`, en: `File a complaint with the service` },
  l12: { fr: `Saisir la médiation préalable obligatoire`, en: `Begin the compulsory prior mediation` },
  l13: { fr: `Contester une décision sur le RSA`, en: `Contest a decision about the RSA` },
} as const

type Code = keyof typeof labels

/** Letters that fit a claim or a system, the most useful first. */
export const letters = (...codes: Code[]): FittingLetter[] => codes.map((letter) => ({ letter, ...labels[letter] }))
