import type { Commitment } from '#app/features/commitments/content.ts'
import { AUDIT, HEADINGS, SEEN_ON } from './commitments-sources.ts'

/** Of these the heading alone is known: none can be judged before somebody has read the words. */
interface Known {
  /** As the source gives it. */
  heading: string
  inEnglish: string
  fr: { title: string; shown: string; why: string }
  en: { title: string; shown: string; why: string }
  documents?: Commitment['documents']
  answers?: Commitment['answers']
  system?: Commitment['system']
}

const known = ({ heading, inEnglish, fr, en, documents = [], answers = [], system = 'none' }: Known): Commitment => ({
  fr: {
    ...fr,
    promise: `« ${heading} » : c’est l’intitulé d’un des sept engagements que l’établissement a donnés en mai 2022, selon News Tank. Ses mots exacts sont à vérifier dans la charte.`,
    source: `News Tank RH, 10 mai 2022`,
  },
  en: {
    ...en,
    promise: `“${heading}” (${inEnglish}): the heading of one of the seven commitments that the service gave in May 2022, according to News Tank. Its exact words are to be verified in the charter.`,
    source: `News Tank RH, 10 May 2022`,
  },
  wording: 'title',
  sourceUrl: HEADINGS,
  promisedOn: '2022-05-10',
  documents,
  answers,
  soughtOn: SEEN_ON,
  system,
  state: 'unknown',
  stateOn: SEEN_ON,
})

const people = known({
  heading: `L’humain au centre`,
  inEnglish: `people at the centre`,
  fr: {
    title: `L’humain au centre`,
    shown: `Pour chaque décision : qui l’a prise, ce que la machine avait indiqué, et combien de fois une personne s’en est écartée.`,
    why: `Les mots de la promesse ne sont pas connus. Et nous n’avons trouvé aucun chiffre sur le nombre de fois où une personne s’écarte de ce qu’indique un outil.`,
  },
  en: {
    title: `People at the centre`,
    shown: `For each decision: who took it, what the machine had indicated, and how often a person departed from it.`,
    why: `The words of the promise are not known. And we have found no figure on how often a person departs from what a tool indicates.`,
  },
  documents: [
    {
      fr: `Dans son rapport du 13 novembre 2024 sur les services publics en général, la Défenseure des droits demande que l’intervention humaine soit réelle.`,
      en: `In a report of 13 November 2024 on public services in general, the Défenseure des droits asks that human intervention be real.`,
      url: 'https://www.defenseurdesdroits.fr/algorithmes-intelligence-artificielle-et-services-publics-2024',
      day: '2024-11-13',
    },
  ],
  answers: [
    {
      fr: `Le 23 mai 2025, France Travail confirme utiliser des robots qui résument la situation des personnes, et assure qu’aucun algorithme ne propose de sanction.`,
      en: `On 23 May 2025 France Travail confirms that it uses robots that summarise people’s situations, and states that no algorithm proposes a sanction.`,
      url: 'https://www.generation-nt.com/actualites/france-travail-surveillance-chomeurs-algorithme-2058402',
      day: '2025-05-23',
    },
  ],
  system: 'control',
})

const fairness = known({
  heading: `Équité et non discrimination`,
  inEnglish: `fairness and non-discrimination`,
  fr: {
    title: `Équité et non-discrimination`,
    shown: `Des mesures publiées, groupe par groupe, des erreurs de chaque outil, et ce qui a été corrigé.`,
    why: `Selon ActuIA, la charte engage à limiter les biais ; ses mots exacts ne sont pas connus. Nous n’avons trouvé aucune mesure publiée des biais de ces outils.`,
  },
  en: {
    title: `Fairness and non-discrimination`,
    shown: `Published measures, group by group, of the errors of each tool, and what was corrected.`,
    why: `According to ActuIA the charter undertakes to limit bias; its exact words are not known. We have found no published measure of the bias of these tools.`,
  },
  documents: [
    {
      fr: `D’après la Cour des comptes, l’usage de ces outils expose à des risques élevés en matière de biais.`,
      en: `According to the Cour des comptes, using these tools carries high risks of bias.`,
      url: AUDIT,
      day: '2026-01-08',
    },
  ],
  system: 'suspicion',
})

const choice = known({
  heading: `Liberté de choix`,
  inEnglish: `freedom of choice`,
  fr: {
    title: `Liberté de choix`,
    shown: `Une façon simple de refuser un outil sans rien y perdre, et le nombre de personnes qui l’ont fait.`,
    why: `Les mots de la promesse ne sont pas connus : nous ne savons pas quel choix elle laisse, ni à qui. Le code du travail écarte le droit d’opposition pour le système d’information ; cela ne dit pas ce que la charte promettait.`,
  },
  en: {
    title: `Freedom of choice`,
    shown: `A simple way to decline a tool and lose nothing by it, and how many people did.`,
    why: `The words of the promise are not known: we do not know which choice it leaves, nor to whom. The labour code excludes the right to object for the information system; that does not say what the charter promised.`,
  },
  documents: [
    {
      fr: `L’article R. 5312-45 du code du travail écarte le droit d’opposition pour le système d’information de France Travail (version lue au 27 mars 2026).`,
      en: `Article R. 5312-45 of the labour code excludes the right to object for the information system of France Travail (version read as of 27 March 2026).`,
      url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000050943165',
      day: '2026-03-27',
    },
  ],
})

const openness = known({
  heading: `Transparence`,
  inEnglish: `transparency`,
  fr: {
    title: `Transparence`,
    shown: `La liste de tous les traitements, leurs règles publiées, et une explication donnée à chaque personne qui la demande.`,
    why: `Les mots de la promesse ne sont pas connus. Nous n’avons trouvé publiés ni les critères ni les poids des scores et des tris dont parle cette campagne.`,
  },
  en: {
    title: `Transparency`,
    shown: `The list of every system, its published rules, and an explanation given to each person who asks for one.`,
    why: `The words of the promise are not known. We have found neither criteria nor weights published for the scores and the sorting that this campaign is about.`,
  },
  documents: [
    {
      fr: `D’après la Cour des comptes, l’usage de ces outils expose à des risques élevés en matière de transparence.`,
      en: `According to the Cour des comptes, using these tools carries high risks for transparency.`,
      url: AUDIT,
      day: '2026-01-08',
    },
  ],
  system: 'suspicion',
})

const security = known({
  heading: `Sécurité`,
  inEnglish: `security`,
  fr: {
    title: `Sécurité`,
    shown: `Des mesures décidées et appliquées, vérifiées par d’autres, et des fuites annoncées à temps.`,
    why: `Les mots de la promesse ne sont pas connus. L’amende de la CNIL porte sur le système d’information, pas sur un algorithme : elle ne suffit pas à juger cet engagement.`,
  },
  en: {
    title: `Security`,
    shown: `Measures decided and applied, verified by others, and leaks announced in time.`,
    why: `The words of the promise are not known. The fine of the CNIL is about the information system, not about an algorithm: it is not enough to judge this commitment.`,
  },
  documents: [
    {
      fr: `Par une délibération du 22 janvier 2026, la CNIL inflige à France Travail une amende de 5 millions d’euros : des risques étaient connus, et les mesures prévues n’étaient pas appliquées.`,
      en: `By a decision of 22 January 2026 the CNIL fines France Travail 5 million euros: risks were known, and the measures planned were not applied.`,
      url: 'https://mdc-avocat.fr/sanction-cnil-france-travail-5-me',
      day: '2026-01-22',
    },
  ],
})

const environment = known({
  heading: `Impact environnemental`,
  inEnglish: `environmental impact`,
  fr: {
    title: `Impact environnemental`,
    shown: `La consommation mesurée et publiée de ces outils, et les choix faits pour la réduire.`,
    why: `Les mots de la promesse ne sont pas connus, et nous n’avons trouvé aucune mesure publiée.`,
  },
  en: {
    title: `Environmental impact`,
    shown: `The measured and published consumption of these tools, and the choices made to reduce it.`,
    why: `The words of the promise are not known, and we have found no published measure.`,
  },
})

export const byHeading = {
  humain: people,
  equite: fairness,
  'liberte-de-choix': choice,
  transparence: openness,
  securite: security,
  environnement: environment,
}
