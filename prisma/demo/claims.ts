import type { ClaimContent } from '#app/features/claims/schema/content.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { letters } from './fitting-letters.ts'

const SEEN_ON = '2026-07-03'
const DAYS = { verifiedOn: SEEN_ON, checkBy: '2027-07-03' }
/** The demonstration keeps no copies. */
const NO_COPY = { copyHash: '', copyBytes: '', copyOn: '' } as const
const LQDN = 'https://www.laquadrature.net/france-travail/'
const ITG = 'https://itg.fr/portage-salarial/actualites/2024-septembre/france-travail-accuse-fliquer-demandeurs-demploi'
const AUDIT_COURT =
  'https://program-evaluation.ccomptes.fr/fr/publications/france-travail-et-lintelligence-artificielle'

const suspicion: SheetSeed<ClaimContent> = {
  slug: 'score-de-suspicion',
  ...DAYS,
  content: {
    sourceUrl: LQDN,
    answerUrl: ITG,
    seenOn: SEEN_ON,
    state: 'reported',
    answerKind: 'partly',
    soughtOn: SEEN_ON,
    ...NO_COPY,
    systems: ['score-de-suspicion'],
    letters: letters('l01', 'l05'),
    fr: {
      saidBy: `La Quadrature du Net`,
      title: `Un « score de suspicion », généralisé en 2018`,
      body: `Selon La Quadrature du Net, un traitement construit à partir de 2017 avec Cap Gemini attribue aux dossiers un score de suspicion et déclenche des vérifications pour une possible « escroquerie » : usurpation d’identité, emploi fictif, activité non déclarée. Il utiliserait la plupart des données détenues. Nous n’avons trouvé publiés ni ses critères, ni leur poids. Être signalé à une vérification ne prouve aucune fraude.`,
      source: `La Quadrature du Net, juin 2024`,
      answerTitle: `« Mieux accompagner et orienter »`,
      answer: `Selon un article de septembre 2024, le directeur général, Thibaut Guilluy, indique que les algorithmes contribuent à aider les conseillers à mieux accompagner et orienter les personnes. Il a aussi exercé, le 12 juillet 2024, un droit de réponse, à lire en entier à la suite de l’article mis en cause. Nous n’avons pas trouvé de réponse publique qui porte sur les critères de ce score.`,
      answerSource: `ITG, septembre 2024 ; droit de réponse du 12 juillet 2024`,
    },
    en: {
      saidBy: `La Quadrature du Net`,
      title: `A “suspicion score”, in general use since 2018`,
      body: `According to La Quadrature du Net, a system built from 2017 with Cap Gemini gives files a suspicion score and triggers verifications for possible “swindling”: identity theft, fictitious jobs, undeclared work. It is said to use most of the data held. We have found no publication of its criteria or their weights. Being picked for verification proves no fraud.`,
      source: `La Quadrature du Net, June 2024`,
      answerTitle: `“Better support and guidance”`,
      answer: `According to an article of September 2024, the director-general, Thibaut Guilluy, says that algorithms contribute to helping advisers support and guide people better. On 12 July 2024 he also used a right of reply, to be read in full below the article in question. We have found no public answer about the criteria of this score.`,
      answerSource: `ITG, September 2024; right of reply of 12 July 2024`,
    },
  },
}

const robots: SheetSeed<ClaimContent> = {
  slug: 'robots-de-controle',
  ...DAYS,
  content: {
    sourceUrl:
      'https://www.clubic.com/actualite-566592-france-travail-utiliserait-des-robots-pour-surveiller-les-chomeurs.html',
    answerUrl: 'https://www.generation-nt.com/actualites/france-travail-surveillance-chomeurs-algorithme-2058402',
    seenOn: SEEN_ON,
    state: 'reported',
    answerKind: 'answered',
    soughtOn: SEEN_ON,
    ...NO_COPY,
    systems: ['tri-des-controles'],
    letters: letters('l10', 'l01', 'l02'),
    fr: {
      saidBy: `La Quadrature du Net`,
      title: `Des « robots » trient les dossiers à contrôler`,
      body: `Selon La Quadrature du Net, des « robots d’aide à l’analyse » rangent en trois classes des dossiers déjà retenus pour un contrôle de la recherche d’emploi, afin de guider la personne qui contrôle. L’association en déduit des critères d’une grille interne : absence de contact avec la personne référente, de période récente de travail ou de formation, d’usage des outils numériques. Nous n’avons pas trouvé les règles exactes.`,
      source: `Clubic, mai 2025, d’après La Quadrature du Net`,
      answerTitle: `« En aucun cas l’algorithme ne propose de sanctions »`,
      answer: `France Travail a confirmé le 23 mai 2025 utiliser des robots dont la fonction principale est de résumer la situation des personnes, et assure qu’ils ne proposent aucune sanction. L’établissement ajoute que la nouvelle procédure de contrôle n’entraîne pas de hausse du taux de sanction et que les sanctions sont moins « mécaniques » qu’avant.`,
      answerSource: `Génération-NT, mai 2025 ; Libération, 31 mai 2025`,
    },
    en: {
      saidBy: `La Quadrature du Net`,
      title: `“Robots” sort the files to be checked`,
      body: `According to La Quadrature du Net, “analysis-support robots” place files already picked for a check on job search into three classes, to guide the person who carries it out. From an internal grid the association infers criteria: no contact with the adviser, no recent period of work or training, no use of the digital tools. We have not found the exact rules.`,
      source: `Clubic, May 2025, after La Quadrature du Net`,
      answerTitle: `“In no case does the algorithm propose sanctions”`,
      answer: `France Travail confirmed on 23 May 2025 that it uses robots whose main function is to summarise people’s situations, and states that they propose no sanction. It adds that the new check procedure does not raise the rate of sanctions, and that sanctions are less “mechanical” than before.`,
      answerSource: `Génération-NT, May 2025; Libération, 31 May 2025`,
    },
  },
}

const employability: SheetSeed<ClaimContent> = {
  slug: 'score-employabilite',
  ...DAYS,
  content: {
    sourceUrl: LQDN,
    answerUrl: ITG,
    seenOn: SEEN_ON,
    state: 'reported',
    answerKind: 'partly',
    soughtOn: SEEN_ON,
    ...NO_COPY,
    systems: ['score-employabilite'],
    letters: letters('l01'),
    fr: {
      saidBy: `La Quadrature du Net`,
      title: `Un projet de score d’« employabilité »`,
      body: `Selon La Quadrature du Net, un projet engagé en 2021 vise à estimer par un score les chances de retour à l’emploi, pour orienter l’accompagnement. Très peu d’éléments sont publics. Nous ne savons ni quelles données il utilise, ni s’il est en service. Un tel score peut servir à aider davantage comme à aider moins : tout dépend de règles que nous n’avons pas pu lire.`,
      source: `La Quadrature du Net, juin 2024`,
      answerTitle: `Des outils pour personnaliser l’aide`,
      answer: `France Travail présente ses algorithmes comme une aide apportée aux conseillers pour mieux accompagner et orienter chaque personne tout au long de son parcours. Sa charte de 2020 couvre tous les algorithmes dont l’établissement définit la conception et l’usage. Nous n’avons pas trouvé de réponse publique qui décrive ce score, ses données ou son usage.`,
      answerSource: `ITG, septembre 2024 ; ActuIA`,
    },
    en: {
      saidBy: `La Quadrature du Net`,
      title: `A planned “employability” score`,
      body: `According to La Quadrature du Net, a project begun in 2021 aims to estimate by a score the chances of returning to work, in order to steer support. Very little is public. We do not know which data it uses, nor whether it is in service. Such a score can serve to help more as well as to help less: it all depends on rules we have not been able to read.`,
      source: `La Quadrature du Net, June 2024`,
      answerTitle: `Tools to make support personal`,
      answer: `France Travail presents its algorithms as help given to advisers, so that they support and guide each person better throughout their search. Its charter of 2020 covers every algorithm whose design and use the service itself defines. We have found no public answer that describes this score, its data or its use.`,
      answerSource: `ITG, September 2024; ActuIA`,
    },
  },
}

const labels: SheetSeed<ClaimContent> = {
  slug: 'etiquettes-journal',
  ...DAYS,
  content: {
    sourceUrl: 'https://halteaucontrolenumerique.fr/?p=1459',
    answerUrl:
      'https://www.lci.fr/emploi/dans-deux-regions-test-les-chomeurs-vont-devoir-tenir-un-journal-de-bord-a-partir-de-vendredi-1er-novembre-2136302.html',
    seenOn: SEEN_ON,
    state: 'reported',
    answerKind: 'partly',
    soughtOn: SEEN_ON,
    ...NO_COPY,
    systems: ['etiquettes-du-journal'],
    letters: letters('l01', 'l05'),
    fr: {
      saidBy: `Basta ! et La Quadrature du Net`,
      title: `Des étiquettes tirées du journal de recherche`,
      body: `Le Journal de la recherche d’emploi se remplit lors de l’actualisation : démarches, contacts, formation, et une appréciation de sa propre progression. Basta ! a décrit en mai 2022 quatre catégories montrées aux conseillers. La Quadrature du Net en donne les noms : « dynamique de recherche », « perte de confiance », « besoin de redynamisation », « risque de dispersion ».`,
      source: `Basta !, 24 mai 2022, repris par Halte au contrôle numérique`,
      answerTitle: `Accompagner au plus près`,
      answer: `Au lancement de l’expérimentation, en novembre 2019, le journal a été présenté comme un moyen d’accompagner les personnes au plus près ; des syndicats y craignaient un outil de contrôle. Nous n’avons pas trouvé de réponse publique de France Travail sur la façon dont les quatre catégories sont calculées.`,
      answerSource: `LCI, octobre 2019`,
    },
    en: {
      saidBy: `Basta! and La Quadrature du Net`,
      title: `Labels drawn from the job-search journal`,
      body: `The job-search journal is filled in at the monthly update: steps taken, contacts, training, and a rating of one’s own progress. In May 2022 Basta! described four categories shown to advisers. La Quadrature du Net gives their names: “search momentum”, “loss of confidence”, “need for new impetus”, “risk of scattering”.`,
      source: `Basta!, 24 May 2022, republished by Halte au contrôle numérique`,
      answerTitle: `Closer support`,
      answer: `When the trial began in November 2019, the journal was presented as a way to support people as closely as possible; trade unions feared a tool for control. We have found no public answer from France Travail on how the four categories are computed.`,
      answerSource: `LCI, October 2019`,
    },
  },
}

const auditCourt: SheetSeed<ClaimContent> = {
  slug: 'cour-des-comptes',
  ...DAYS,
  content: {
    sourceUrl: AUDIT_COURT,
    answerUrl: '',
    seenOn: SEEN_ON,
    state: 'documented',
    answerKind: 'partly',
    soughtOn: SEEN_ON,
    ...NO_COPY,
    systems: ['charte-ethique'],
    letters: letters('l03'),
    fr: {
      saidBy: `la Cour des comptes`,
      title: `La Cour des comptes relève un « retard important »`,
      body: `D’après le rapport de la Cour des comptes du 8 janvier 2026, l’usage de l’intelligence artificielle à France Travail expose à des risques élevés en matière de données personnelles, de transparence et de biais. L’établissement accuse un retard important dans la conformité au RGPD et au règlement européen, notamment pour des outils à haut risque. La Cour formule huit recommandations.`,
      source: `Cour des comptes, 8 janvier 2026`,
      answerTitle: `Du temps rendu aux conseillers`,
      answer: `Nous n’avons pas trouvé de réponse publique de France Travail à ces constats précis. L’établissement fait valoir que l’intelligence artificielle libère du temps pour les conseillers et que sa charte et son comité externe l’encadrent. La Cour note elle-même que les gains visaient à libérer ce temps.`,
      answerSource: `Cour des comptes, 8 janvier 2026 ; LeMagIT`,
    },
    en: {
      saidBy: `the Cour des comptes`,
      title: `The audit court notes a “serious delay”`,
      body: `According to the report of the Cour des comptes of 8 January 2026, the use of artificial intelligence at France Travail carries high risks for personal data, transparency and bias. The service is seriously behind in complying with the GDPR and the European AI regulation, including for high-risk tools. The court makes eight recommendations.`,
      source: `Cour des comptes, 8 January 2026`,
      answerTitle: `Time given back to advisers`,
      answer: `We have found no public answer from France Travail to these precise findings. The service argues that artificial intelligence frees time for advisers, and that its charter and external committee frame it. The court itself notes that the gains were meant to free that time.`,
      answerSource: `Cour des comptes, 8 January 2026; LeMagIT`,
    },
  },
}

const charter: SheetSeed<ClaimContent> = {
  slug: 'charte-ethique',
  ...DAYS,
  content: {
    sourceUrl: AUDIT_COURT,
    answerUrl:
      'https://actuia.com/actualite/focus-sur-la-charte-de-pole-emploi-pour-une-utilisation-ethique-de-lintelligence-artificielle',
    seenOn: SEEN_ON,
    state: 'documented',
    answerKind: 'answered',
    soughtOn: SEEN_ON,
    ...NO_COPY,
    systems: ['charte-ethique'],
    letters: letters('l03'),
    fr: {
      saidBy: `la Cour des comptes`,
      title: `Une charte d’éthique, suivie en partie`,
      body: `D’après la Cour des comptes, 18 des 87 cas d’usage recensés en avril 2025 ont fait l’objet d’un suivi éthique, et ce suivi est partiel ; certains outils sont utilisés hors du cadre. Une charte est un engagement. Elle n’ouvre pas, par elle-même, de recours à une personne qui s’estimerait mal classée.`,
      source: `Cour des comptes, 8 janvier 2026`,
      answerTitle: `Des engagements écrits, un comité externe`,
      answer: `Le conseil d’administration a approuvé la charte le 7 juillet 2020. Elle s’engage notamment à servir les intérêts des agents et des usagers et à limiter les biais. Un comité externe de onze membres, au rôle consultatif, a été lancé le 15 février 2021 pour émettre des avis et des recommandations. Parce que ces engagements sont écrits, ils peuvent aujourd’hui être suivis un par un.`,
      answerSource: `Délibération n° 2020-41 ; ActuIA`,
    },
    en: {
      saidBy: `the Cour des comptes`,
      title: `An ethics charter, followed in part`,
      body: `According to the Cour des comptes, 18 of the 87 uses listed in April 2025 had been followed under the ethics framework, and then only in part; some tools are used outside it. A charter is a commitment. It does not in itself give a remedy to a person who believes they were wrongly ranked.`,
      source: `Cour des comptes, 8 January 2026`,
      answerTitle: `Written commitments, an external committee`,
      answer: `The board approved the charter on 7 July 2020. Among other things it undertakes to serve the interests of staff and users and to limit bias. An external committee of eleven members, with an advisory role, was launched on 15 February 2021 to issue opinions and recommendations. Because these commitments are in writing, they can now be followed one by one.`,
      answerSource: `Board decision no. 2020-41; ActuIA`,
    },
  },
}

export const claims: SheetSeed<ClaimContent>[] = [suspicion, robots, employability, labels, auditCourt, charter]
