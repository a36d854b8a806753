import type { SystemContent } from '#app/features/claims/schema/content.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { letters } from './fitting-letters.ts'

/** What is known of the systems that the debate names, as of this day. No weight and no threshold: we found none published. */
const DAYS = { verifiedOn: '2026-07-03', checkBy: '2027-07-03' }

export const systemsOfControl: SheetSeed<SystemContent>[] = [
  {
    slug: 'tri-des-controles',
    ...DAYS,
    content: {
      fr: {
        title: `Le tri des contrôles de recherche d’emploi`,
        lead: `Selon La Quadrature du Net, des « robots d’aide à l’analyse » rangent en trois classes des dossiers déjà retenus pour un contrôle de la recherche d’emploi. France Travail répond qu’ils résument la situation et ne proposent aucune sanction.`,
        remedy: `Le résultat du tri n’est pas une sanction. Si l’on vous annonce une sanction, vous avez dix jours à compter de la réception pour répondre par écrit ou demander à être entendu (code du travail, article R. 5412-7) ; demandez alors votre dossier et tout résultat de tri. Avant cela, vous pouvez demander ce que l’on détient sur vous et la logique suivie.`,
      },
      en: {
        title: `The triage of job-search checks`,
        lead: `According to La Quadrature du Net, “analysis-support robots” place files already picked for a job-search check into three classes. France Travail answers that they summarise situations and propose no sanction.`,
        remedy: `The result of the triage is not a sanction. If a sanction is announced to you, you have ten days from receipt to answer in writing or to ask to be heard (French labour code, article R. 5412-7); then ask for your file and for any result of triage. Before that, you can ask what is held about you and by what logic.`,
      },
      does: [
        {
          stage: 'score',
          fr: `Selon La Quadrature du Net, le tri range les dossiers en trois classes : clôture, clôture potentielle, contrôle potentiel.`,
          en: `According to La Quadrature du Net, the triage places files into three classes: closure, potential closure, potential check.`,
        },
        {
          stage: 'check',
          fr: `Les dossiers triés sont déjà retenus pour un contrôle. Le tri guiderait la personne qui contrôle. Nous ne savons pas dans quelle mesure elle s’en écarte.`,
          en: `The files that are sorted were already picked for a check. The triage is said to guide whoever carries it out. We do not know how far they depart from it.`,
        },
        {
          stage: 'decision',
          fr: `Une sanction suit une procédure à part : annonce des faits, dix jours pour répondre, décision écrite avec ses raisons.`,
          en: `A sanction follows a procedure of its own: notice of the facts, ten days to answer, a written decision with its reasons.`,
        },
      ],
      known: [
        {
          fr: `D’une grille interne, La Quadrature du Net déduit des critères : absence de période récente de travail ou de formation, d’usage des outils numériques, de contact avec la personne référente, de candidatures par le site ; résultats de contrôles antérieurs ; quinze heures d’activité non atteintes.`,
          en: `From an internal grid, La Quadrature du Net infers criteria: no recent period of work or training, no use of the digital tools, no contact with the adviser, no applications through the site; results of earlier checks; fifteen hours of activity not met.`,
          sourceFr: `Clubic, mai 2025, d’après La Quadrature du Net`,
          sourceEn: `Clubic, May 2025, after La Quadrature du Net`,
          url: 'https://www.clubic.com/actualite-566592-france-travail-utiliserait-des-robots-pour-surveiller-les-chomeurs.html',
        },
        {
          fr: `Selon un article de presse, France Travail refuse de communiquer le code source.`,
          en: `According to a press article, France Travail refuses to disclose the source code.`,
          sourceFr: `Mac4Ever, d’après La Quadrature du Net`,
          sourceEn: `Mac4Ever, after La Quadrature du Net`,
          url: 'https://www.mac4ever.com/ia/189449',
        },
        {
          fr: `La loi impose qu’une part minimale des contrôles soit tirée au hasard : tous ne sont pas ciblés.`,
          en: `The law requires that a minimum share of checks be drawn at random: not all are targeted.`,
          sourceFr: `Code du travail, article L. 5426-1, IV, lu dans sa version du 27 mars 2026`,
          sourceEn: `French labour code, article L. 5426-1, IV, read in its version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000048590536',
        },
        {
          fr: `Le contrôle du contrat d’engagement figure parmi les objets du système d’information.`,
          en: `The control of the engagement contract is among the purposes of the information system.`,
          sourceFr: `Code du travail, article R. 5312-38, II, 3° bis, lu dans sa version du 27 mars 2026`,
          sourceEn: `French labour code, article R. 5312-38, II, 3° bis, read in its version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000050943213',
        },
      ],
      unknown: [
        {
          fr: `Les règles exactes du tri, et ce que pèse chaque critère.`,
          en: `The exact rules of the triage, and what each criterion weighs.`,
        },
        {
          fr: `Combien de fois la personne qui contrôle s’écarte du tri.`,
          en: `How often whoever carries out the check departs from the triage.`,
        },
        {
          fr: `Si la personne contrôlée apprend dans quelle classe elle a été rangée.`,
          en: `Whether the person checked learns into which class they were placed.`,
        },
      ],
      answers: [
        {
          fr: `France Travail a confirmé le 23 mai 2025 utiliser des robots dont la fonction principale est de résumer la situation des personnes, et assure qu’ils ne proposent aucune sanction.`,
          en: `France Travail confirmed on 23 May 2025 that it uses robots whose main function is to summarise people’s situations, and states that they propose no sanction.`,
          sourceFr: `Génération-NT, mai 2025`,
          sourceEn: `Génération-NT, May 2025`,
          url: 'https://www.generation-nt.com/actualites/france-travail-surveillance-chomeurs-algorithme-2058402',
        },
        {
          fr: `L’établissement ajoute que la nouvelle procédure de contrôle n’entraîne pas de hausse du taux de sanction.`,
          en: `It adds that the new check procedure does not raise the rate of sanctions.`,
          sourceFr: `Libération, 31 mai 2025`,
          sourceEn: `Libération, 31 May 2025`,
          url: '',
        },
      ],
      letters: letters('l10', 'l01', 'l02', 'l03'),
      testimonies: 'control',
    },
  },
  {
    slug: 'etiquettes-du-journal',
    ...DAYS,
    content: {
      fr: {
        title: `Les étiquettes du journal de recherche`,
        lead: `Le Journal de la recherche d’emploi se remplit lors de l’actualisation. Selon La Quadrature du Net, il en sort une étiquette montrée à la personne qui conseille : « dynamique de recherche », « perte de confiance », « besoin de redynamisation » ou « risque de dispersion ».`,
        remedy: `Un score n’est en général pas une décision que l’on conteste. Vous pouvez demander s’il existe et selon quelle logique, puis faire corriger les données fausses. Si une décision a suivi, vous pouvez demander les règles de l’algorithme telles qu’elles vous ont été appliquées, et contester cette décision. Le droit d’opposition ne s’applique pas au système d’information de France Travail (code du travail, article R. 5312-45).`,
      },
      en: {
        title: `The labels of the job-search journal`,
        lead: `The job-search journal is filled in at the monthly update. According to La Quadrature du Net, a label comes out of it and is shown to the adviser: “search momentum”, “loss of confidence”, “need for new impetus” or “risk of scattering”.`,
        remedy: `A score is normally not a decision that one can contest. You can ask whether there is one and by what logic, and have wrong data corrected. If a decision followed, you can ask for the rules of the algorithm as they were applied to you, and contest that decision. The right to object does not apply to the information system of France Travail (French labour code, article R. 5312-45).`,
      },
      does: [
        {
          stage: 'score',
          fr: `Selon La Quadrature du Net, vos réponses donnent l’une de quatre étiquettes, qui parlent de votre état d’esprit autant que de vos démarches.`,
          en: `According to La Quadrature du Net, your answers give one of four labels, which speak of your state of mind as much as of your steps.`,
        },
        {
          stage: 'check',
          fr: `Ce n’est pas un contrôle. Des syndicats ont dit craindre, au lancement, qu’il en devienne un.`,
          en: `This is not a check. At the launch, trade unions said they feared that it would become one.`,
        },
        {
          stage: 'decision',
          fr: `Nous n’avons trouvé aucune source qui dise qu’une étiquette décide d’une sanction.`,
          en: `We have found no source that says that a label decides on a sanction.`,
        },
      ],
      known: [
        {
          fr: `L’expérimentation a commencé le 1er novembre 2019 en Bourgogne-Franche-Comté et en Centre-Val de Loire.`,
          en: `The trial began on 1 November 2019 in Bourgogne-Franche-Comté and Centre-Val de Loire.`,
          sourceFr: `LCI, octobre 2019`,
          sourceEn: `LCI, October 2019`,
          url: 'https://www.lci.fr/emploi/dans-deux-regions-test-les-chomeurs-vont-devoir-tenir-un-journal-de-bord-a-partir-de-vendredi-1er-novembre-2136302.html',
        },
        {
          fr: `Le journal demande une appréciation de sa propre progression, par des visages souriants ou non, les démarches, les contacts, les formations et les projets ; quatre catégories sont montrées à la personne qui conseille.`,
          en: `The journal asks for a rating of one’s own progress, by faces that smile or do not, steps taken, contacts, training and plans; four categories are shown to the adviser.`,
          sourceFr: `Basta !, 24 mai 2022, repris par Halte au contrôle numérique`,
          sourceEn: `Basta!, 24 May 2022, republished by Halte au contrôle numérique`,
          url: 'https://halteaucontrolenumerique.fr/?p=1459',
        },
        {
          fr: `Les quatre catégories portent les noms « dynamique de recherche », « perte de confiance », « besoin de redynamisation » et « risque de dispersion ».`,
          en: `The four categories are called “search momentum”, “loss of confidence”, “need for new impetus” and “risk of scattering”.`,
          sourceFr: `La Quadrature du Net, juin 2024`,
          sourceEn: `La Quadrature du Net, June 2024`,
          url: 'https://www.laquadrature.net/france-travail/',
        },
        {
          fr: `Le système d’information peut contenir des données sur la « confiance » et le « pouvoir d’agir » des personnes.`,
          en: `The information system may hold data on people’s “confidence” and “capacity to act”.`,
          sourceFr: `Code du travail, article R. 5312-42, lu dans sa version du 27 mars 2026`,
          sourceEn: `French labour code, article R. 5312-42, read in its version of 27 March 2026`,
          url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000050943179',
        },
      ],
      unknown: [
        { fr: `Comment les réponses deviennent une étiquette.`, en: `How answers become a label.` },
        { fr: `Ce que l’étiquette change dans l’accompagnement.`, en: `What the label changes in the support given.` },
        { fr: `Combien de temps elle est gardée.`, en: `How long it is kept.` },
      ],
      answers: [
        {
          fr: `Au lancement, en 2019, le journal a été présenté comme un moyen d’accompagner les personnes au plus près.`,
          en: `At the launch in 2019, the journal was presented as a way to support people as closely as possible.`,
          sourceFr: `LCI, octobre 2019`,
          sourceEn: `LCI, October 2019`,
          url: 'https://www.lci.fr/emploi/dans-deux-regions-test-les-chomeurs-vont-devoir-tenir-un-journal-de-bord-a-partir-de-vendredi-1er-novembre-2136302.html',
        },
        {
          fr: `Au 3 juillet 2026, nous n’avons pas trouvé de réponse publique de France Travail sur la façon dont les quatre catégories sont calculées.`,
          en: `As of 3 July 2026, we have found no public answer from France Travail on how the four categories are computed.`,
          sourceFr: `Recherche de l’association, 3 juillet 2026`,
          sourceEn: `Research by the association, 3 July 2026`,
          url: '',
        },
      ],
      letters: letters('l01', 'l05'),
      testimonies: 'label',
    },
  },
]
