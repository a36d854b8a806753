import type { CampaignContent } from './content.ts'
import { goals } from './goals.ts'
import { questions } from './questions.ts'
import { english } from './score.en.ts'
import { french } from './score.fr.ts'
import { testimonies } from './testimonies.ts'
import { timeline } from './timeline.ts'
import { update } from './update.ts'

/** The demonstration campaign: a fictional association, invented testimonies, sourced facts. */
export const score: CampaignContent = {
  slug: 'score',
  association: `Collectif Sans Score (association fictive)`,
  targets: {
    fr: `la direction générale de France Travail et le ministère chargé du Travail`,
    en: `the general management of France Travail and the ministry in charge of labour`,
  },
  verifiedOn: '2026-07-03',
  texts: { fr: french, en: english },
  goals,
  timeline,
  questions,
  testimonies,
  update,
}
