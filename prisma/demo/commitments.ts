import type { Commitment } from '#app/features/commitments/content.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { byHeading } from './commitments-headings.ts'
import { AUDIT, COMMITTEE, DECISION, REPORTED, SEEN_ON } from './commitments-sources.ts'

const VERIFY_BY = '2027-06-30'

const purpose: Commitment = {
  fr: {
    title: `Servir les intérêts des agents et des usagers`,
    promise: `Selon ActuIA, qui présente la charte en mai 2022, l’établissement s’y engage à ne mettre en œuvre que des algorithmes et des outils d’intelligence artificielle conçus pour servir les intérêts des agents et des usagers. L’intitulé, selon News Tank, est « Finalité et légitimité des algorithmes ». Par la même délibération, le conseil d’administration vise notamment de meilleurs services et de meilleures conditions de travail.`,
    source: `Délibération n° 2020-41 du 7 juillet 2020 ; ActuIA, mai 2022`,
    shown: `Pour chaque traitement, la liste publiée de ses buts, de qui en profite et de ses effets mesurés sur les personnes ; un traitement dont les effets leur nuisent est arrêté ou corrigé.`,
    why: `Nous n’avons trouvé aucune mesure publiée des effets de ces traitements sur les personnes. La lutte contre la fraude et le contrôle sont des buts autorisés par le code du travail : dire s’ils servent aussi les usagers est un débat, pas un constat.`,
  },
  en: {
    title: `Serving the interests of staff and users`,
    promise: `According to ActuIA, which presents the charter in May 2022, the service undertakes in it to put to work only algorithms and artificial-intelligence tools designed to serve the interests of staff and users. The heading, according to News Tank, is “Finalité et légitimité des algorithmes” (purpose and legitimacy of algorithms). In the same decision the board aims, among other things, at better services and better working conditions.`,
    source: `Board decision no. 2020-41 of 7 July 2020; ActuIA, May 2022`,
    shown: `For each system, a published list of its purposes, of who benefits and of its measured effects on people; a system whose effects harm them is stopped or corrected.`,
    why: `We have found no published measure of the effects of these systems on people. Fighting fraud and checking are purposes that the labour code allows: whether they also serve users is a debate, not a finding.`,
  },
  wording: 'reported',
  sourceUrl: REPORTED,
  promisedOn: '2020-07-07',
  documents: [
    {
      fr: `Le conseil d’administration approuve la charte et fixe les buts du recours à l’intelligence artificielle (délibération n° 2020-41).`,
      en: `The board approves the charter and sets the purposes for using artificial intelligence (decision no. 2020-41).`,
      url: DECISION,
      day: '2020-07-07',
    },
    {
      fr: `D’après la Cour des comptes, les gains ont visé à libérer du temps pour les conseillers ; les effets sur les métiers et les conditions de travail sont insuffisamment suivis et évalués.`,
      en: `According to the Cour des comptes, the gains were meant to free time for advisers; effects on occupations and working conditions are insufficiently followed and evaluated.`,
      url: AUDIT,
      day: '2026-01-08',
    },
  ],
  answers: [
    {
      fr: `Selon un article de septembre 2024, le directeur général indique que les algorithmes contribuent à aider les conseillers à mieux accompagner et orienter les personnes.`,
      en: `According to an article of September 2024, the director-general says that algorithms contribute to helping advisers support and guide people better.`,
      url: 'https://itg.fr/portage-salarial/actualites/2024-septembre/france-travail-accuse-fliquer-demandeurs-demploi',
      day: '2024-09',
    },
  ],
  soughtOn: SEEN_ON,
  system: 'employability',
  state: 'unknown',
  stateOn: SEEN_ON,
}

const scope: Commitment = {
  fr: {
    title: `Suivre tous les algorithmes dans un cadre éthique`,
    promise: `Selon ActuIA, la charte concerne tous les algorithmes, services et outils d’intelligence artificielle dont l’établissement définit la conception, l’usage et les règles, sauf texte particulier. Le suivi de chaque usage dans ce cadre en découle.`,
    source: `ActuIA, mai 2022, sur la charte approuvée le 7 juillet 2020`,
    shown: `La liste publiée de tous les usages, avec pour chacun l’examen au regard de la charte et sa date ; aucun usage hors du cadre.`,
    why: `D’après la Cour des comptes, 18 des 87 cas d’usage recensés en avril 2025 ont eu un suivi, et ce suivi est partiel ; certains outils sont utilisés hors du cadre éthique. Une part est donc faite, une autre ne l’est pas.`,
  },
  en: {
    title: `Following every algorithm within an ethics framework`,
    promise: `According to ActuIA, the charter covers every algorithm, service and artificial-intelligence tool whose design, use and rules the service defines, unless a specific text says otherwise. Following each use within that framework ensues.`,
    source: `ActuIA, May 2022, on the charter approved on 7 July 2020`,
    shown: `A published list of every use, each with its examination against the charter and the date; no use outside the framework.`,
    why: `According to the Cour des comptes, 18 of the 87 uses listed in April 2025 were followed, and only in part; some tools are used outside the ethics framework. So a part is done, and another is not.`,
  },
  wording: 'reported',
  sourceUrl: REPORTED,
  promisedOn: '2020-07-07',
  documents: [
    {
      fr: `D’après la Cour des comptes, le cadre éthique reste lacunaire : 18 des 87 cas d’usage ont fait l’objet d’un suivi partiel, et certains outils sont utilisés hors de ce cadre.`,
      en: `According to the Cour des comptes, the ethics framework remains incomplete: 18 of the 87 uses were followed in part, and some tools are used outside it.`,
      url: AUDIT,
      day: '2026-01-08',
    },
  ],
  answers: [],
  soughtOn: SEEN_ON,
  system: 'none',
  state: 'partly',
  stateOn: '2026-01-08',
}

const committee: Commitment = {
  fr: {
    title: `Installer un comité d’éthique externe`,
    promise: `Par un communiqué du 16 février 2021, l’établissement annonce un comité externe d’experts indépendants, placé auprès de la direction, qui peut émettre des avis et des recommandations.`,
    source: `Pôle emploi, communiqué du 16 février 2021`,
    shown: `Le comité existe et sa composition est publique. Qu’il soit entendu se verrait à ses avis publiés, et à ce que l’établissement en fait.`,
    why: `La promesse était d’installer ce comité : il l’a été le 15 février 2021, avec onze membres dont les noms sont publics. Cet état ne dit rien de ce que le comité a obtenu : nous n’avons pas trouvé ses avis.`,
  },
  en: {
    title: `Setting up an external ethics committee`,
    promise: `In a press release of 16 February 2021 the service announces an external committee of independent experts, placed beside its management, which may issue opinions and recommendations.`,
    source: `Pôle emploi, press release of 16 February 2021`,
    shown: `The committee exists and its membership is public. That it is heard would show in its published opinions, and in what the service does with them.`,
    why: `The promise was to set up this committee: that was done on 15 February 2021, with eleven members whose names are public. This state says nothing of what the committee achieved: we have not found its opinions.`,
  },
  wording: 'read',
  sourceUrl: COMMITTEE,
  promisedOn: '2021-02-15',
  documents: [
    {
      fr: `Le communiqué donne la composition du comité, lancé le lundi 15 février 2021.`,
      en: `The press release gives the members of the committee, launched on Monday 15 February 2021.`,
      url: COMMITTEE,
      day: '2021-02-16',
    },
    {
      fr: `ActuIA nomme les onze membres, indépendants de l’établissement.`,
      en: `ActuIA names the eleven members, independent of the service.`,
      url: 'https://actuia.com/actualite/retour-sur-le-comite-ethique-sur-lintelligence-artificielle-de-pole-emploi',
      day: '2021',
    },
  ],
  answers: [
    {
      fr: `En avril 2022, l’établissement publie un entretien avec le président du comité, pour qui l’humain doit rester au centre.`,
      en: `In April 2022 the service publishes an interview with the president of the committee, for whom people must stay at the centre.`,
      url: 'https://francetravail.org/accueil/actualites/2022/le-comite-consultatif-ethique-de-pole-emploi-sur-lintelligence-artificielle-veille-a-enrichir-les-reflexions.html?type=article',
      day: '2022-04-29',
    },
  ],
  soughtOn: SEEN_ON,
  system: 'none',
  state: 'kept',
  stateOn: '2021-02-15',
}

const seed = (slug: string, content: Commitment): SheetSeed<Commitment> => ({
  slug,
  content,
  verifiedOn: SEEN_ON,
  checkBy: VERIFY_BY,
})

/** The ethics charter, promise by promise: what pages that can be read say, and no more. */
export const commitments: readonly SheetSeed<Commitment>[] = [
  seed('interets', purpose),
  seed('suivi', scope),
  seed('comite', committee),
  ...Object.entries(byHeading).map(([slug, content]) => seed(slug, content)),
]
