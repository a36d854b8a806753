import type { GoalContent } from './content.ts'

/** Each goal opens a duty of the association alone: one that it can keep whatever the target answers. */
export const goals: GoalContent[] = [
  {
    threshold: 500,
    fr: `La liste complète des sources est publiée sous 15 jours, et France Travail est invité par écrit à la corriger.`,
    en: `The full list of sources is published within 15 days, and France Travail is invited in writing to correct it.`,
    done: {
      days: 9,
      fr: `La liste est publiée : chaque affirmation de cette page porte sa source et sa date. L’invitation à la corriger est partie le même jour. (Démonstration : rien n’a été envoyé à personne.)`,
      en: `The list is published: each claim on this page carries its source and its date. The invitation to correct it left the same day. (Demonstration: nothing was sent to anyone.)`,
    },
  },
  {
    threshold: 1000,
    fr: `Le texte et ses quatre demandes partent en lettre recommandée ; la date d’envoi et toute réponse paraissent ici.`,
    en: `The text and its four demands go out by registered letter; the date of sending and any reply appear here.`,
    done: {
      days: 3,
      fr: `La lettre recommandée est partie ce jour-là. Pas de réponse pour l’instant ; toute réponse paraîtra ici. (Démonstration : aucune lettre n’a été envoyée.)`,
      en: `The registered letter left on that day. No reply so far; any reply will appear here. (Demonstration: no letter was sent.)`,
    },
  },
  {
    threshold: 5000,
    fr: `Le collectif demande à France Travail les règles de chaque traitement et publie chaque réponse, refus compris.`,
    en: `The collective asks France Travail for the rules of each system and publishes every reply, refusals included.`,
  },
  {
    threshold: 20000,
    fr: `Le dossier est remis en main propre au siège de France Travail : les totaux, la carte et les témoignages autorisés.`,
    en: `The file is delivered by hand to France Travail’s head office: totals, map and the testimonies cleared for it.`,
  },
  {
    threshold: 100000,
    fr: `Le dossier est remis à chaque groupe parlementaire, et une réunion publique, où France Travail est invité, est tenue.`,
    en: `The file is handed to every parliamentary group, and a public meeting is held, to which France Travail is invited.`,
  },
]
