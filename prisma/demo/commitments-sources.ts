/** Until when the stored pages were looked at. */
export const SEEN_ON = '2026-07-03'
export const DECISION =
  'http://bo-pole-emploi.org/bulletinsofficiels/deliberation-n-2020-41-du-7-juillet-2020-bope-n2020-56.html?type=dossiers/2020/bope-n2020-056-du-10-juillet-2020'
export const REPORTED =
  'https://actuia.com/actualite/focus-sur-la-charte-de-pole-emploi-pour-une-utilisation-ethique-de-lintelligence-artificielle'
export const HEADINGS =
  'https://rh.newstank.fr/perspectives-cfa/980916/89c7b616ea677188291f20c8e1de63b1c7df8fb2281489ddce30892a4c4a501b/newsletter/252372/251234/pole-emploi-construit-ia-service-public-ethique-citoyenne-richard-ruot.html'
export const COMMITTEE =
  'https://www.pole-emploi.org/accueil/communiques/lancement-du-comite-dethique-sur-lintelligence-artificielle.html?type=article'
export const AUDIT =
  'https://program-evaluation.ccomptes.fr/fr/publications/france-travail-et-lintelligence-artificielle'
