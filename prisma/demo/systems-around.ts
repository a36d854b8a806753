import type { SystemContent } from '#app/features/claims/schema/content.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { letters } from './fitting-letters.ts'

/** What is known of the systems that the debate names, as of this day. No weight and no threshold: we found none published. */
const DAYS = { verifiedOn: '2026-07-03', checkBy: '2027-07-03' }

export const systemsAround: SheetSeed<SystemContent>[] = [
  {
    slug: 'suspension-remobilisation',
    ...DAYS,
    content: {
      fr: {
        title: `La suspension-remobilisation`,
        lead: `La sanction en vigueur depuis le 1er juin 2025 : au moins 30 % de l’allocation est suspendue, et la suspension cesse quand la personne se conforme à tout ou partie de ses obligations. C’est une décision, que le texte confie à la direction régionale, et que vous pouvez contester.`,
        remedy: `Avant la sanction : dix jours à compter de la réception de l’annonce pour répondre par écrit ou demander à être entendu, avec l’aide de la personne de votre choix. Après : la médiation préalable obligatoire dans les deux mois, puis le tribunal administratif. Pour le RSA, la décision est celle du département, et le recours se fait devant lui. N’attendez pas la fin des délais.`,
      },
      en: {
        title: `Suspension-remobilisation`,
        lead: `The sanction in force since 1 June 2025: at least 30% of the benefit is suspended, and the suspension ends when the person complies with all or part of their obligations. It is a decision, which the text entrusts to the regional directorate, and which you can contest.`,
        remedy: `Before the sanction: ten days from receipt of the notice to answer in writing or to ask to be heard, assisted by whomever you choose. After it: compulsory prior mediation within two months, then the administrative court. For the RSA, the decision is the département’s, and the appeal goes to it. Do not wait for the end of the time limits.`,
      },
      does: [
        {
          stage: 'score',
          fr: `La sanction n’est pas un score. Les textes ne disent pas qu’un score y conduit ; nous n’avons pas trouvé non plus de source qui l’exclue.`,
          en: `The sanction is not a score. The law does not say that a score leads to it; nor have we found a source that rules it out.`,
        },
        {
          stage: 'check',
          fr: `Un contrôle de la recherche d’emploi ou du contrat d’engagement peut précéder. Il peut aussi se clore sans rien.`,
          en: `A check on job search or on the engagement contract may come first. It may also be closed with nothing.`,
        },
        {
          stage: 'decision',
          fr: `Annonce des faits et de la sanction envisagée, dix jours pour répondre, puis décision écrite avec ses raisons, sa durée et les recours. Elle relève de la direction régionale de France Travail ; pour le RSA, du conseil départemental.`,
          en: `Notice of the facts and of the sanction in view, ten days to answer, then a written decision with its reasons, its length and the remedies. It is taken by the regional director of France Travail; for the RSA, by the conseil départemental.`,
        },
      ],
      known: [
        {
          fr: `Pour un manquement aux engagements du contrat : suspension d’au moins 30 % pendant un à deux mois. Pour des manquements répétés ou persistants : suspension ou suppression d’au moins 30 % pendant un à quatre mois.`,
          en: `For a breach of the commitments of the contract: suspension of at least 30% for one to two months. For repeated or persistent breaches: suspension or withdrawal of at least 30% for one to four months.`,
          sourceFr: `Code du travail, articles R. 5412-1 et suivants, lus dans leur version du 27 mars 2026`,
          sourceEn: `French labour code, articles R. 5412-1 and following, read in their version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000051679596',
        },
        {
          fr: `La proportion tient compte du nombre et de la nature des manquements.`,
          en: `Proportion takes account of the number and nature of the breaches.`,
          sourceFr: `Code du travail, article R. 5412-1, lu dans sa version du 27 mars 2026`,
          sourceEn: `French labour code, article R. 5412-1, read in its version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000051679596',
        },
        {
          fr: `La personne a dix jours pour présenter des observations écrites ou demander à être entendue, assistée de qui elle veut.`,
          en: `The person has ten days to present written observations or to ask to be heard, assisted by whomever they want.`,
          sourceFr: `Code du travail, article R. 5412-7, lu dans sa version du 27 mars 2026`,
          sourceEn: `French labour code, article R. 5412-7, read in its version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000051679604',
        },
        {
          fr: `Les propositions de sanction figurent parmi les objets du système d’information.`,
          en: `Proposals of sanctions are among the purposes of the information system.`,
          sourceFr: `Code du travail, article R. 5312-38, II, 3° ter, lu dans sa version du 27 mars 2026`,
          sourceEn: `French labour code, article R. 5312-38, II, 3° ter, read in its version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000050943213',
        },
      ],
      unknown: [
        {
          fr: `Si le résultat d’un tri est montré à la personne qui propose ou décide la sanction.`,
          en: `Whether the result of a triage is shown to whoever proposes or decides the sanction.`,
        },
        {
          fr: `Ce que deviendra la suspension conservatoire discutée au Parlement en 2026.`,
          en: `What will become of the precautionary suspension discussed in Parliament in 2026.`,
        },
      ],
      answers: [
        {
          fr: `France Travail assure que les robots d’analyse ne proposent aucune sanction.`,
          en: `France Travail states that the analysis robots propose no sanction.`,
          sourceFr: `Génération-NT, mai 2025`,
          sourceEn: `Génération-NT, May 2025`,
          url: 'https://www.generation-nt.com/actualites/france-travail-surveillance-chomeurs-algorithme-2058402',
        },
        {
          fr: `Selon l’établissement, les contrôles renouvelés n’entraînent pas de hausse du taux de sanction, et les sanctions sont moins « mécaniques » qu’avant.`,
          en: `According to the service, the renewed checks do not raise the rate of sanctions, and sanctions are less “mechanical” than before.`,
          sourceFr: `Libération, 31 mai 2025`,
          sourceEn: `Libération, 31 May 2025`,
          url: '',
        },
      ],
      letters: letters('l10', 'l12', 'l11', 'l13'),
      testimonies: 'sanction',
    },
  },
  {
    slug: 'charte-ethique',
    ...DAYS,
    content: {
      fr: {
        title: `La charte d’éthique`,
        lead: `Une charte approuvée en 2020 engage l’établissement sur l’usage des algorithmes et de l’intelligence artificielle. C’est un engagement écrit, que l’on peut suivre ; ce n’est pas un recours.`,
        remedy: `La charte n’ouvre pas, par elle-même, de recours à une personne. Pour votre cas, utilisez les lettres sur vos données, sur une décision ou sur une sanction. Pour savoir comment la charte est appliquée, tout le monde peut demander des documents : règles, avis du comité, analyses d’impact.`,
      },
      en: {
        title: `The ethics charter`,
        lead: `A charter approved in 2020 commits the service on the use of algorithms and artificial intelligence. It is a written commitment that can be followed; it is not a remedy.`,
        remedy: `The charter does not in itself give a person a remedy. For your own case, use the letters about your data, a decision or a sanction. To know how the charter is applied, anyone can ask for documents: rules, opinions of the committee, impact assessments.`,
      },
      does: [
        {
          stage: 'score',
          fr: `La charte ne note personne. Elle dit comment l’établissement entend concevoir et employer ses algorithmes.`,
          en: `The charter scores nobody. It says how the service means to design and use its algorithms.`,
        },
        {
          stage: 'check',
          fr: `Un comité externe, au rôle consultatif, rend des avis et des recommandations.`,
          en: `An external committee, with an advisory role, gives opinions and recommendations.`,
        },
        {
          stage: 'decision',
          fr: `Un engagement non tenu ne suffit pas, à lui seul, à annuler une décision prise à votre égard.`,
          en: `A commitment that is not kept is not, on its own, enough to annul a decision about you.`,
        },
      ],
      known: [
        {
          fr: `Le conseil d’administration a approuvé la charte le 7 juillet 2020.`,
          en: `The board approved the charter on 7 July 2020.`,
          sourceFr: `Délibération n° 2020-41`,
          sourceEn: `Board decision no. 2020-41`,
          url: '',
        },
        {
          fr: `Un comité externe de onze membres, au rôle consultatif, a été lancé le 15 février 2021.`,
          en: `An external committee of eleven members, with an advisory role, was launched on 15 February 2021.`,
          sourceFr: `ActuIA, février 2021`,
          sourceEn: `ActuIA, February 2021`,
          url: 'https://actuia.com/actualite/retour-sur-le-comite-ethique-sur-lintelligence-artificielle-de-pole-emploi',
        },
        {
          fr: `18 des 87 cas d’usage recensés en avril 2025 ont fait l’objet d’un suivi éthique, et ce suivi est partiel ; certains outils sont utilisés hors du cadre.`,
          en: `18 of the 87 uses listed in April 2025 had been followed under the ethics framework, and then only in part; some tools are used outside it.`,
          sourceFr: `Cour des comptes, 8 janvier 2026`,
          sourceEn: `Cour des comptes, 8 January 2026`,
          url: 'https://program-evaluation.ccomptes.fr/fr/publications/france-travail-et-lintelligence-artificielle',
        },
      ],
      unknown: [
        { fr: `Les avis que le comité a rendus.`, en: `The opinions that the committee has given.` },
        {
          fr: `Quels cas d’usage ont été suivis, et avec quel résultat.`,
          en: `Which uses were followed, and with what result.`,
        },
      ],
      answers: [
        {
          fr: `L’établissement fait valoir que sa charte et son comité externe encadrent l’intelligence artificielle, qui libère du temps pour les conseillers.`,
          en: `The service argues that its charter and external committee frame artificial intelligence, which frees time for advisers.`,
          sourceFr: `LeMagIT`,
          sourceEn: `LeMagIT`,
          url: '',
        },
        {
          fr: `La charte s’engage notamment à servir les intérêts des agents et des usagers et à limiter les biais.`,
          en: `The charter undertakes, among other things, to serve the interests of staff and users and to limit bias.`,
          sourceFr: `ActuIA`,
          sourceEn: `ActuIA`,
          url: 'https://actuia.com/actualite/focus-sur-la-charte-de-pole-emploi-pour-une-utilisation-ethique-de-lintelligence-artificielle',
        },
      ],
      letters: letters('l03'),
      testimonies: '',
    },
  },
]
