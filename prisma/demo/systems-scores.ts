import type { SystemContent } from '#app/features/claims/schema/content.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { letters } from './fitting-letters.ts'

/** What is known of the systems that the debate names, as of this day. No weight and no threshold: we found none published. */
const DAYS = { verifiedOn: '2026-07-03', checkBy: '2027-07-03' }

export const systemsOfScores: SheetSeed<SystemContent>[] = [
  {
    slug: 'score-de-suspicion',
    ...DAYS,
    content: {
      fr: {
        title: `Le score de suspicion`,
        lead: `Selon La Quadrature du Net, un traitement donne aux dossiers un score de suspicion et déclenche des vérifications pour une possible « escroquerie ». Un score n’est pas une sanction, et une vérification ne prouve aucune fraude.`,
        remedy: `Un score n’est en général pas une décision que l’on conteste. Vous pouvez demander s’il existe et selon quelle logique, puis faire corriger les données fausses. Si une décision a suivi, vous pouvez demander les règles de l’algorithme telles qu’elles vous ont été appliquées, et contester cette décision. Le droit d’opposition ne s’applique pas au système d’information de France Travail (code du travail, article R. 5312-45).`,
      },
      en: {
        title: `The suspicion score`,
        lead: `According to La Quadrature du Net, a system gives files a suspicion score and triggers verifications for possible “swindling”. A score is not a sanction, and a verification proves no fraud.`,
        remedy: `A score is normally not a decision that one can contest. You can ask whether there is one and by what logic, and have wrong data corrected. If a decision followed, you can ask for the rules of the algorithm as they were applied to you, and contest that decision. The right to object does not apply to the information system of France Travail (French labour code, article R. 5312-45).`,
      },
      does: [
        {
          stage: 'score',
          fr: `Selon La Quadrature du Net, le traitement attribue un score à des dossiers et en signale certains comme une possible « escroquerie » : usurpation d’identité, emploi fictif, activité non déclarée.`,
          en: `According to La Quadrature du Net, the system gives files a score and flags some of them as possible “swindling”: identity theft, fictitious jobs, undeclared work.`,
        },
        {
          stage: 'check',
          fr: `Un dossier signalé peut être vérifié. Être vérifié ne prouve rien : un trop-perçu n’est pas une fraude, qui suppose une intention.`,
          en: `A file that was flagged may be verified. Being verified proves nothing: an overpayment is not a fraud, which supposes intent.`,
        },
        {
          stage: 'decision',
          fr: `Une sanction ou une demande de remboursement est une décision à part. Elle vous est notifiée, avec ses raisons, et vous pouvez la contester.`,
          en: `A sanction or a claim for repayment is a decision of its own. You are notified of it, with its reasons, and you can contest it.`,
        },
      ],
      known: [
        {
          fr: `Le traitement a été construit à partir de 2017 avec Cap Gemini et généralisé en 2018.`,
          en: `The system was built from 2017 with Cap Gemini and put into general use in 2018.`,
          sourceFr: `La Quadrature du Net, juin 2024`,
          sourceEn: `La Quadrature du Net, June 2024`,
          url: 'https://www.laquadrature.net/france-travail/',
        },
        {
          fr: `Il utiliserait la plupart des données détenues sur les personnes.`,
          en: `It is said to use most of the data held about people.`,
          sourceFr: `La Quadrature du Net, juin 2024`,
          sourceEn: `La Quadrature du Net, June 2024`,
          url: 'https://www.laquadrature.net/france-travail/',
        },
        {
          fr: `Le système d’information peut contenir, entre autres, des données bancaires et fiscales, la situation familiale, le logement, les dettes, les contraintes de santé, les échanges, les sanctions, les connexions et les traces.`,
          en: `The information system may hold, among others, bank and tax data, family situation, housing, debts, health constraints, exchanges, sanctions, connections and traces.`,
          sourceFr: `Code du travail, article R. 5312-42, lu dans sa version du 27 mars 2026`,
          sourceEn: `French labour code, article R. 5312-42, read in its version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000050943179',
        },
        {
          fr: `La prévention de la fraude figure parmi les objets de ce système d’information.`,
          en: `The prevention of fraud is among the purposes of that information system.`,
          sourceFr: `Code du travail, article R. 5312-38, II, 9°, lu dans sa version du 27 mars 2026`,
          sourceEn: `French labour code, article R. 5312-38, II, 9°, read in its version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000050943213',
        },
      ],
      unknown: [
        {
          fr: `Quels critères il utilise, et comment ils comptent.`,
          en: `Which criteria it uses, and how they count.`,
        },
        {
          fr: `Combien de personnes ont été signalées, et combien à tort.`,
          en: `How many people were flagged, and how many wrongly.`,
        },
        {
          fr: `Si la personne est prévenue qu’un score a conduit à la vérifier.`,
          en: `Whether people are told that a score led to a verification.`,
        },
      ],
      answers: [
        {
          fr: `Selon un article de septembre 2024, le directeur général, Thibaut Guilluy, indique que les algorithmes contribuent à aider les conseillers à mieux accompagner et orienter les personnes.`,
          en: `According to an article of September 2024, the director-general, Thibaut Guilluy, says that algorithms contribute to helping advisers support and guide people better.`,
          sourceFr: `ITG, septembre 2024`,
          sourceEn: `ITG, September 2024`,
          url: 'https://itg.fr/portage-salarial/actualites/2024-septembre/france-travail-accuse-fliquer-demandeurs-demploi',
        },
        {
          fr: `Il a exercé un droit de réponse le 12 juillet 2024. Il est à lire en entier à la suite de l’article mis en cause.`,
          en: `He used a right of reply on 12 July 2024. It is to be read in full below the article in question.`,
          sourceFr: `La Quadrature du Net, droit de réponse du 12 juillet 2024`,
          sourceEn: `La Quadrature du Net, right of reply of 12 July 2024`,
          url: 'https://www.laquadrature.net/france-travail/',
        },
      ],
      letters: letters('l01', 'l05', 'l02', 'l03'),
      testimonies: 'suspicion',
    },
  },
  {
    slug: 'score-employabilite',
    ...DAYS,
    content: {
      fr: {
        title: `Le score d’employabilité`,
        lead: `Selon La Quadrature du Net, un projet engagé en 2021 vise à estimer par un score les chances de retour à l’emploi, pour orienter l’accompagnement. Très peu d’éléments sont publics.`,
        remedy: `Un score n’est en général pas une décision que l’on conteste. Vous pouvez demander s’il existe et selon quelle logique, puis faire corriger les données fausses. Si une décision a suivi, vous pouvez demander les règles de l’algorithme telles qu’elles vous ont été appliquées, et contester cette décision. Le droit d’opposition ne s’applique pas au système d’information de France Travail (code du travail, article R. 5312-45).`,
      },
      en: {
        title: `The employability score`,
        lead: `According to La Quadrature du Net, a project begun in 2021 aims to estimate by a score the chances of returning to work, in order to steer support. Very little is public.`,
        remedy: `A score is normally not a decision that one can contest. You can ask whether there is one and by what logic, and have wrong data corrected. If a decision followed, you can ask for the rules of the algorithm as they were applied to you, and contest that decision. The right to object does not apply to the information system of France Travail (French labour code, article R. 5312-45).`,
      },
      does: [
        {
          stage: 'score',
          fr: `Selon La Quadrature du Net, un score estimerait les chances de retour à l’emploi. Nous ne savons pas s’il est en service.`,
          en: `According to La Quadrature du Net, a score would estimate the chances of returning to work. We do not know whether it is in service.`,
        },
        {
          stage: 'check',
          fr: `Ce n’est pas un contrôle. D’après la même source, il servirait à orienter l’accompagnement.`,
          en: `This is not a check. According to the same source, it would serve to steer support.`,
        },
        {
          stage: 'decision',
          fr: `Un tel score peut servir à aider davantage comme à aider moins. Ce que l’on attend de vous est écrit dans le contrat d’engagement, que vous élaborez avec la personne qui vous suit.`,
          en: `Such a score can serve to help more as well as to help less. What is expected of you is written in the engagement contract, which you draw up with your adviser.`,
        },
      ],
      known: [
        {
          fr: `Le projet, engagé en 2021, vise à prédire les chances de retour à l’emploi pour orienter l’accompagnement.`,
          en: `The project, begun in 2021, aims to predict the chances of returning to work in order to steer support.`,
          sourceFr: `La Quadrature du Net, juin 2024`,
          sourceEn: `La Quadrature du Net, June 2024`,
          url: 'https://www.laquadrature.net/france-travail/',
        },
        {
          fr: `Les heures d’activité du contrat d’engagement peuvent être abaissées ; elles peuvent être levées, sur demande, notamment pour raison de santé, de handicap, ou pour une personne seule sans garde d’enfant de moins de douze ans.`,
          en: `The hours of activity in the engagement contract can be lowered; they can be waived on request, among others for reasons of health or disability, or for a single parent without childcare for a child under twelve.`,
          sourceFr: `Code du travail, article L. 5411-6, lu dans sa version du 27 mars 2026`,
          sourceEn: `French labour code, article L. 5411-6, read in its version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000048590568',
        },
      ],
      unknown: [
        { fr: `Quelles données il utilise.`, en: `Which data it uses.` },
        { fr: `S’il est en service, et depuis quand.`, en: `Whether it is in service, and since when.` },
        {
          fr: `Ce qu’un score bas ou haut change pour la personne.`,
          en: `What a low or a high score changes for the person.`,
        },
      ],
      answers: [
        {
          fr: `Selon un article de septembre 2024, le directeur général, Thibaut Guilluy, indique que les algorithmes contribuent à aider les conseillers à mieux accompagner et orienter les personnes.`,
          en: `According to an article of September 2024, the director-general, Thibaut Guilluy, says that algorithms contribute to helping advisers support and guide people better.`,
          sourceFr: `ITG, septembre 2024`,
          sourceEn: `ITG, September 2024`,
          url: 'https://itg.fr/portage-salarial/actualites/2024-septembre/france-travail-accuse-fliquer-demandeurs-demploi',
        },
        {
          fr: `Au 3 juillet 2026, nous n’avons pas trouvé de réponse publique qui décrive ce score, ses données ou son usage.`,
          en: `As of 3 July 2026, we have found no public answer that describes this score, its data or its use.`,
          sourceFr: `Recherche de l’association, 3 juillet 2026`,
          sourceEn: `Research by the association, 3 July 2026`,
          url: '',
        },
      ],
      letters: letters('l01', 'l05', 'l03'),
      testimonies: 'employability',
    },
  },
]
