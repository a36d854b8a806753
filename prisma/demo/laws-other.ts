import { elsewhere, type LawSeed } from './law-seed.ts'

const mediationByDecree = 'https://www.legifrance.gouv.fr/codes/id/LEGISCTA000045414686'
const mediationByLaw = 'https://www.legifrance.gouv.fr/codes/id/LEGISCTA000044557270'
const adminCourts = 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070933'
const court = (article: string, url: string, confidence: 'seen' | 'unverified' = 'seen') => ({
  slug: `cja-${article.toLowerCase()}`,
  code: `Code de justice administrative`,
  article: article.replace(/^([LR])/, '$1.\u00a0'),
  url,
  confidence,
})

/** What letters rest on outside the two codes that were read. */
export const otherLaws: LawSeed[] = [
  elsewhere(court('L213-11', mediationByLaw), {
    fr: `Certains recours contre des décisions individuelles sont précédés d’une médiation obligatoire.`,
    en: `Certain actions against individual decisions must be preceded by mediation.`,
  }),
  elsewhere(
    court(
      'L213-12',
      'https://juriblio.fr/codes/code-de-justice-administrative/partie-legislative/livre-ii/titre-ier/chapitre-iii/section-4/article-l213-12',
    ),
    {
      fr: `Le coût de cette médiation est supporté par l’administration qui a pris la décision.`,
      en: `The cost of that mediation is borne by the public body that took the decision.`,
    },
  ),
  elsewhere(court('L213-13', mediationByLaw), {
    fr: `La médiation obligatoire interrompt le délai de recours au tribunal.`,
    en: `Compulsory mediation interrupts the time to go to court.`,
  }),
  elsewhere(court('L213-14', mediationByLaw), {
    fr: `Saisir le Défenseur des droits produit le même effet sur le délai que saisir le médiateur.`,
    en: `Turning to the Défenseur des droits has the same effect on the time limit as turning to the mediator.`,
  }),
  elsewhere(court('R213-10', mediationByDecree), {
    fr: `Le médiateur est saisi dans le délai de recours, avec la décision contestée ou, si elle est née du silence, la demande et son accusé de réception. Le délai ne court pas si la décision ne mentionne pas cette obligation et les coordonnées du médiateur.`,
    en: `The mediator is asked within the time to go to court, with the contested decision or, if it arose from silence, the request and its acknowledgement. Time does not run if the decision does not mention that duty and how to reach the mediator.`,
  }),
  elsewhere(court('R213-11', mediationByDecree), {
    fr: `Précise l’effet d’une saisine du Défenseur des droits sur la médiation obligatoire.`,
    en: `Specifies the effect on compulsory mediation of turning to the Défenseur des droits.`,
  }),
  elsewhere(court('R213-13', mediationByDecree), {
    fr: `Après la fin de la médiation, un nouveau recours gracieux n’interrompt plus le délai.`,
    en: `After the end of mediation, a further appeal to the same body no longer interrupts the time limit.`,
  }),
  elsewhere(court('R421-1', adminCourts), {
    fr: `Le tribunal administratif est saisi dans les deux mois qui suivent la décision.`,
    en: `The administrative court is asked within two months of the decision.`,
  }),
  elsewhere(court('R411-1', adminCourts, 'unverified'), {
    fr: `Dirait ce que contient une requête : les parties, les faits, les moyens, les conclusions. Article non relu : vérifiez-le avant de vous en servir.`,
    en: `Said to state what a petition contains: the parties, the facts, the grounds, the orders sought. Article not read: check it before relying on it.`,
  }),
  elsewhere(court('L521-1', adminCourts, 'unverified'), {
    fr: `Permettrait de demander en urgence la suspension d’une décision. Article non relu : vérifiez-le avant de vous en servir.`,
    en: `Said to allow an urgent request to suspend a decision. Article not read: check it before relying on it.`,
  }),
  elsewhere(
    {
      slug: 'casf-l262-47',
      code: `Code de l’action sociale et des familles`,
      article: 'L. 262-47',
      url: 'https://idcite.com/Juris-Departements-RSA-Amende-infligee-a-un-allocataire-Contestation-soumise-au-RAPO_a59746.amp.html',
      confidence: 'seen',
    },
    {
      fr: `Une réclamation contre une décision sur le RSA passe d’abord par un recours devant la présidence du conseil départemental.`,
      en: `A complaint against an RSA decision first goes as an appeal to the president of the département council.`,
    },
  ),
  elsewhere(
    {
      slug: 'casf-r262-88',
      code: `Code de l’action sociale et des familles`,
      article: 'R. 262-88',
      url: 'https://juriblio.fr/codes/code-de-l-action-sociale-et-des-familles/partie-reglementaire/livre-ii/titre-vi/chapitre-ii/section-4/paragraphe-4/article-r262-88',
      confidence: 'seen',
    },
    {
      fr: `Ce recours est formé dans les deux mois de la notification et motivé. Une association peut le présenter avec un mandat écrit.`,
      en: `That appeal is made within two months of notification, with reasons. An association may file it with a written mandate.`,
    },
  ),
  elsewhere(
    {
      slug: 'lil-47',
      code: `Loi n° 78-17 du 6 janvier 1978 (informatique et libertés)`,
      article: 'art. 47',
      url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000886460',
      confidence: 'seen',
    },
    {
      fr: `Encadre les décisions administratives individuelles prises sur le seul fondement d’un traitement automatisé : mention explicite, pas de données sensibles, recours, responsable capable d’expliquer le traitement en détail.`,
      en: `Frames individual administrative decisions based solely on automated processing: explicit mention, no sensitive data, remedies, a controller able to explain the processing in detail.`,
    },
  ),
  elsewhere(
    {
      slug: 'lo-2011-333',
      code: `Loi organique n° 2011-333 du 29 mars 2011`,
      article: 'Défenseur des droits',
      url: 'https://www.doctrine.fr/l/texts/lois/JORFTEXT000023781167',
      confidence: 'seen',
    },
    {
      fr: `Crée le Défenseur des droits, autorité indépendante que toute personne peut saisir, notamment à propos d’un service public ou d’une discrimination.`,
      en: `Creates the Défenseur des droits, an independent authority that anyone may turn to, about a public service or discrimination among others.`,
    },
  ),
]
