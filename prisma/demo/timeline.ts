import type { TimelineContent } from './content.ts'

export const timeline: TimelineContent[] = [
  {
    day: '2019-11-01',
    sourceUrl:
      'https://www.lci.fr/emploi/dans-deux-regions-test-les-chomeurs-vont-devoir-tenir-un-journal-de-bord-a-partir-de-vendredi-1er-novembre-2136302.html',
    fr: `Le Journal de la recherche d’emploi est expérimenté en Bourgogne-Franche-Comté et en Centre-Val de Loire.`,
    en: `The job-search journal is tried out in Bourgogne-Franche-Comté and Centre-Val de Loire.`,
  },
  {
    day: '2020-07-07',
    sourceUrl: null,
    fr: `Le conseil d’administration de Pôle emploi approuve une charte d’éthique pour les algorithmes et l’intelligence artificielle (délibération n° 2020-41).`,
    en: `The board of Pôle emploi, as the service was then called, approves an ethics charter for algorithms and artificial intelligence (decision no. 2020-41).`,
  },
  {
    day: '2021-02-15',
    sourceUrl:
      'https://www.pole-emploi.org/accueil/communiques/lancement-du-comite-dethique-sur-lintelligence-artificielle.html?type=article',
    fr: `Pôle emploi lance un comité d’éthique externe sur l’intelligence artificielle. Son rôle est consultatif.`,
    en: `Pôle emploi launches an external ethics committee on artificial intelligence. Its role is advisory.`,
  },
  {
    day: '2024-06',
    sourceUrl: 'https://www.laquadrature.net/france-travail/',
    fr: `La Quadrature du Net décrit un score de suspicion, un projet de score d’employabilité et des étiquettes de profilage.`,
    en: `La Quadrature du Net describes a suspicion score, a planned employability score and profiling labels.`,
  },
  {
    day: '2024-07-12',
    sourceUrl: 'https://www.laquadrature.net/france-travail/',
    fr: `Le directeur général de France Travail exerce son droit de réponse, publié à la suite de l’article.`,
    en: `The director-general of France Travail uses his right of reply, published below the article.`,
  },
  {
    day: '2025-01-01',
    sourceUrl: null,
    fr: `La loi pour le plein emploi s’applique : les personnes au RSA sont inscrites à France Travail, avec un contrat d’engagement.`,
    en: `The full-employment law takes effect: people on minimum income (RSA) are registered with France Travail, with an engagement contract.`,
  },
  {
    day: '2025-05-22',
    sourceUrl:
      'https://www.clubic.com/actualite-566592-france-travail-utiliserait-des-robots-pour-surveiller-les-chomeurs.html',
    fr: `La Quadrature du Net révèle l’usage de « robots d’aide à l’analyse » dans le contrôle de la recherche d’emploi.`,
    en: `La Quadrature du Net reveals the use of “analysis-support robots” in checks on job search.`,
  },
  {
    day: '2025-05-23',
    sourceUrl: 'https://www.generation-nt.com/actualites/france-travail-surveillance-chomeurs-algorithme-2058402',
    fr: `France Travail confirme des robots qui résument les situations et dément qu’ils proposent des sanctions.`,
    en: `France Travail confirms robots that summarise situations and denies that they propose sanctions.`,
  },
  {
    day: '2025-06-01',
    sourceUrl: null,
    fr: `Un nouveau régime de sanctions, dit « suspension-remobilisation », entre en vigueur. France Travail indique que la nouvelle procédure de contrôle n’augmente pas le taux de sanction.`,
    en: `A new scheme of sanctions, called “suspend and remobilise”, takes effect. France Travail says that the new check procedure does not raise the rate of sanctions.`,
  },
  {
    day: '2026-01-08',
    sourceUrl: 'https://program-evaluation.ccomptes.fr/fr/publications/france-travail-et-lintelligence-artificielle',
    fr: `La Cour des comptes publie son rapport sur l’intelligence artificielle à France Travail : 87 cas d’usage recensés, huit recommandations.`,
    en: `The Cour des comptes publishes its report on artificial intelligence at France Travail: 87 uses listed, eight recommendations.`,
  },
]
