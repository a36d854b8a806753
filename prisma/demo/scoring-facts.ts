import type { Fact } from '#app/features/scoring/schema.ts'

const SEEN = '2026-07-03'

/** What sources say of real systems, told with who says it. */
export const scoringFacts: Fact[] = [
  {
    about: 'score',
    fr: `Selon La Quadrature du Net, qui le déduit d’une grille interne, des « robots » rangent en trois classes des dossiers déjà retenus pour un contrôle. France Travail a répondu le 23 mai 2025 : ils résument la situation des personnes, et « en aucun cas l’algorithme ne propose de sanctions ».`,
    en: `According to La Quadrature du Net, which infers it from an internal grid, “robots” place files already picked for a check into three classes. France Travail answered on 23 May 2025: they summarise people’s situations, and “in no case does the algorithm propose sanctions”.`,
    sourceFr: 'Product 2025, copie d’un article des 22 et 23 mai 2025',
    sourceEn: 'Product 2025, copy of an article of 22 and 23 May 2025',
    url: 'https://product2025.online/actualites/france-travail-est-soupconne-dutiliser-des-robots-pour-controler-les-chomeurs.html',
    seen: SEEN,
  },
  {
    about: 'score',
    fr: `Depuis janvier 2026, la CNAF publie un nouveau modèle avec la liste de ses variables : deux régressions logistiques. Une telle régression change les points en probabilité ; à points égaux, elle range les gens dans le même ordre qu’une simple somme.`,
    en: `Since January 2026 the family fund publishes a new model with the list of its variables: two logistic regressions. Such a regression turns points into a probability; with the same points it puts people in the same order as a plain sum.`,
    sourceFr: 'CNAF, « Modèle de datamining données entrantes »',
    sourceEn: 'CNAF (family fund), “Modèle de datamining données entrantes”',
    url: 'https://caf.fr/professionnels/etudes-et-international/donnees-et-outils/modele-de-datamining-donnees-entrantes',
    seen: SEEN,
  },
  {
    about: 'lot',
    fr: `Tout n’est pas ciblé : le Code du travail, article L. 5426‑1, demande qu’une part au moins des contrôles soit tirée au hasard.`,
    en: `Not everything is targeted: article L. 5426-1 of the French labour code requires that at least a part of the checks be random.`,
    sourceFr: 'Code du travail, L. 5426‑1',
    sourceEn: 'French labour code, L. 5426-1',
    url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000048590536',
    seen: SEEN,
  },
  {
    about: 'procedure',
    fr: `En Pologne, le service de l’emploi a rangé les gens en trois profils de 2014 à 2019. D’après l’enquête de la fondation Panoptykon, le profil calculé n’a été changé par une personne que dans 0,58 % des cas.`,
    en: `In Poland the employment service put people into three profiles from 2014 to 2019. According to the inquiry of the Panoptykon foundation, a person changed the computed profile in only 0.58% of cases.`,
    sourceFr: 'Pologne, pas la France. Fondation Panoptykon, « Profiling the Unemployed in Poland », 2015',
    sourceEn: 'Poland, not France. Panoptykon Foundation, “Profiling the Unemployed in Poland”, 2015',
    url: 'https://panoptykon.org/biblio/profiling-unemployed-poland-social-and-political-implications-algorithmic-decision-making',
    seen: SEEN,
  },
  {
    about: 'procedure',
    fr: `L’exemple contraire, il faut le dire aussi : en Autriche, un tribunal a levé le 1er septembre 2025 l’interdiction du score d’employabilité. Il a jugé que les conseillères et conseillers décidaient vraiment, formés et libres de corriger le résultat.`,
    en: `The opposite example must be told too: in Austria a court lifted the ban on the employability score on 1 September 2025. It found that the advisers really decided: trained, and free to correct the result.`,
    sourceFr: 'Autriche, pas la France. Tribunal administratif fédéral, W256 2235360-1, d’après PPC Land',
    sourceEn: 'Austria, not France. Federal Administrative Court, W256 2235360-1, quoted by PPC Land',
    url: 'https://ppc.land/austrian-court-rules-employment-algorithm-complies-with-gdpr-article-22',
    seen: SEEN,
  },
  {
    about: 'labels',
    fr: `D’après Basta!, repris par Halte au contrôle numérique, le journal de la recherche d’emploi faisait noter sa recherche par des visages et demandait candidatures, contacts, formations et projets.`,
    en: `According to Basta!, quoted by Halte au contrôle numérique, the job-search journal had people rate their search with faces, and asked for applications, contacts, training and plans.`,
    sourceFr: 'Halte au contrôle numérique, mai 2022',
    sourceEn: 'Halte au contrôle numérique, May 2022',
    url: 'https://halteaucontrolenumerique.fr/?p=1459',
    seen: SEEN,
  },
  {
    about: 'labels',
    fr: `Selon La Quadrature du Net, quatre étiquettes en sortaient pour les conseillères et conseillers. Nous n’avons pas trouvé comment elles étaient données.`,
    en: `According to La Quadrature du Net, four labels came out of it for the advisers. We have not found how they were given.`,
    sourceFr: 'La Quadrature du Net, juin 2024',
    sourceEn: 'La Quadrature du Net, June 2024',
    url: 'https://www.laquadrature.net/france-travail/',
    seen: SEEN,
  },
]
