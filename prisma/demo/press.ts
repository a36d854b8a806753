import type { PressContent } from '#app/features/press/schema.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'

const verified = { verifiedOn: '2026-07-03', checkBy: '2027-06-30' }
const noContact = { email: '', phone: '' }

/** The press kit of the demonstration. Its association is fictional; what it says of the case is attributed. */
export const pressSheets: readonly SheetSeed<PressContent>[] = [
  {
    slug: 'in-short',
    ...verified,
    content: {
      role: 'text',
      ...noContact,
      fr: {
        title: `En bref`,
        text: `Une pétition demande à France Travail de dire quels scores sont calculés sur les personnes sans emploi, à quoi ils servent, et comment les contester.

Selon La Quadrature du Net, un score de suspicion généralisé en 2018 sert à déclencher des contrôles, et des outils attribuent des profils comme « perte de confiance » ou « risque de dispersion ». En mai 2025, l’association a décrit des « robots » qui trient les dossiers contrôlés.

France Travail répond que ses outils aident les conseillères et les conseillers sans les remplacer, que les « robots » résument des situations, et qu’aucun algorithme ne propose de sanction.

D’après le rapport de la Cour des comptes du 8 janvier 2026, 87 cas d’usage de l’intelligence artificielle étaient recensés en avril 2025, dont 27 déployés à grande échelle ; 18 avaient fait l’objet d’un suivi éthique, partiel.`,
      },
      en: {
        title: `In short`,
        text: `A petition asks France Travail to say which scores are computed about people without a job, what they are used for, and how to contest them.

According to La Quadrature du Net, a suspicion score generalised in 2018 is used to trigger checks, and tools give people profiles such as “loss of confidence” or “risk of scattering”. In May 2025 the association described “robots” that sort the files being checked.

France Travail answers that its tools help advisers and do not replace them, that the “robots” summarise situations, and that no algorithm proposes a sanction.

According to the report of the Cour des comptes of 8 January 2026, 87 uses of artificial intelligence were listed in April 2025, 27 of them deployed at scale; 18 had been followed under the ethics framework, in part.`,
      },
    },
  },
  {
    slug: 'words',
    ...verified,
    content: {
      role: 'text',
      ...noContact,
      fr: {
        title: `Les mots justes`,
        text: `Un score n’est pas une sanction, et un contrôle n’en est pas une non plus. Un score peut conduire à un contrôle ; une décision peut suivre, ou non.

Un trop-perçu (« indu ») n’est pas une fraude : la fraude suppose une intention.

Des poids et des seuils de ces outils, nous n’en avons trouvé aucun publié. Toute valeur chiffrée d’un poids est une supposition.

Nous écrivons « les personnes notées par un algorithme » ou « les personnes sans emploi ».`,
      },
      en: {
        title: `The right words`,
        text: `A score is not a sanction, and neither is a check. A score may lead to a check; a decision may follow, or not.

An overpayment (“indu”) is not fraud: fraud means intent.

Of the weights and thresholds of these tools we have found none published. Any figure given for a weight is a guess.

We write “people scored by an algorithm” or “people without a job”.`,
      },
    },
  },
  {
    slug: 'about-us',
    ...verified,
    content: {
      role: 'boilerplate',
      ...noContact,
      fr: {
        title: `Qui sommes-nous`,
        text: `Le Collectif Sans Score (association fictive, pour la démonstration) réunit des personnes sans emploi et des associations. Il recueille des signatures dont le compte peut être vérifié par toute personne, et des témoignages relus et approuvés par celles et ceux qui les ont écrits.`,
      },
      en: {
        title: `About us`,
        text: `The Collectif Sans Score (a fictional association, for the demonstration) brings together people without a job and associations. It collects signatures whose count anyone can check, and testimonies read again and approved by those who wrote them.`,
      },
    },
  },
  {
    slug: 'contact',
    ...verified,
    content: {
      role: 'contact',
      email: 'presse@example.org',
      phone: '',
      fr: {
        title: `Contact presse`,
        text: `Nous répondons aux rédactions et aux relais. Aucun embargo : tout ce qui est sur cette page peut être repris dès maintenant, avec la source et la date.`,
      },
      en: {
        title: `Press contact`,
        text: `We answer newsrooms and allies. No embargo: everything on this page may be used from now on, with its source and date.`,
      },
    },
  },
]
