import type { TestimonyContent } from './content.ts'
import { told } from './told.ts'

const deposited = { locale: 'fr', state: 'submitted', redacted: null, contentWarning: null } as const

/** What a moderator finds on opening the queue: identifying bits, all invented or public specimens, still stand in these. */
export const submitted: TestimonyContent[] = [
  {
    ...deposited,
    system: 'control',
    department: '13',
    period: '2026-06',
    title: `Contrôlé pendant mon arrêt maladie`,
    uses: ['internal', 'statistics', 'publish'],
    original: `J’étais en arrêt maladie déclaré quand le contrôle a commencé. Madame Exemple, de l’agence de Villefictive, m’a demandé mes candidatures du mois. Je lui ai envoyé l’arrêt, elle m’a répondu qu’elle ne le voyait pas dans le dossier. Mon numéro de sécurité sociale est le 2 69 05 49 588 157 80 si vous voulez vérifier. Le contrôle est toujours ouvert.`,
  },
  {
    ...deposited,
    system: 'suspicion',
    department: '44',
    period: '2026-05',
    title: `Mon compte bancaire demandé deux fois`,
    uses: ['internal', 'statistics'],
    original: `On m’a demandé un relevé bancaire, puis un second un mois après, sans dire ce qui manquait dans le premier. Mon IBAN n’a pas changé, c’est toujours FR14 2004 1010 0505 0001 3M02 606. J’ai fini par obtenir un rendez-vous. La personne a été aimable mais ne savait pas d’où venait la demande. Je préfère que mon histoire compte dans vos chiffres et ne soit pas publiée.`,
  },
  {
    ...deposited,
    system: 'label',
    department: '76',
    period: '2026-04',
    title: `« Dispersée », moi qui ai trois métiers`,
    uses: ['internal', 'statistics', 'quote', 'publish'],
    original: `Je suis couturière, aide à domicile et je fais les marchés l’été. Au rendez-vous, Monsieur Modèle m’a dit que mes recherches « partaient dans tous les sens ». J’ai répondu que c’est comme cela que je paie mon loyer depuis quinze ans. Il a ri et il a noté mes trois métiers. Vous pouvez m’écrire à couture@example.org si vous avez besoin de précisions.`,
  },
  {
    ...deposited,
    system: 'sanction',
    department: '38',
    period: '2026-06',
    contentWarning: `Détresse, perte de revenus`,
    title: `Je n’ouvrais plus mes messages`,
    uses: ['internal', 'publish'],
    original: `Je n’ouvrais plus mon espace personnel, j’avais trop peur de ce que j’allais y lire. Le message des dix jours y est resté. Quand j’ai appris la suspension, c’était par ma banque. Une voisine, Claude Spécimen, du 3 rue Inventée, m’a aidé à écrire au médiateur. J’attends. Je vais mieux, je tiens à le dire à ceux qui liront.`,
  },
  {
    ...deposited,
    system: 'employability',
    department: '63',
    period: '2026-03',
    title: `Deux dossiers, deux chemins`,
    uses: ['internal', 'statistics', 'publish'],
    original: `Mon frère et moi avons le même diplôme et la même année de naissance. Il a été orienté vers une formation, moi vers un suivi à distance. On nous a dit que c’était « selon le profil ». Il vit en centre-ville, moi à trente kilomètres. Je ne sais pas si c’est la raison. Ma conseillère, Madame Gabarit, n’a pas su me dire non plus, et elle a accepté de revoir mon orientation.`,
  },
  {
    ...deposited,
    system: 'control',
    department: '80',
    period: '2026-05',
    title: `Un contrôle utile`,
    uses: ['internal', 'statistics', 'quote', 'publish', 'press'],
    original: `Le contrôle m’a fait peur, puis il m’a servi : on a découvert qu’une ancienne adresse bloquait la moitié de mes offres. Tout a été corrigé à l’agence de Bourg-Inventé. Je ne vois pas pourquoi on cache les règles, puisque dans mon cas elles tombaient juste. Publiez-les, cela rassurera.`,
  },
  {
    ...deposited,
    system: 'other',
    department: '971',
    period: '2026-02',
    title: `Je suis conseillère et je signe`,
    uses: ['internal', 'quote'],
    original: `Je travaille à l’agence de Villefictive-Plage, merci de retirer ce nom. Nous voyons arriver des listes. Nous avons le droit de ne pas les suivre, on nous le répète, et je m’en sers. Mais plus les listes sont longues, moins on a le temps de s’en servir. Je ne parle au nom de personne d’autre.`,
  },
  {
    ...deposited,
    locale: 'en',
    system: 'sanction',
    department: '54',
    period: '2026-04',
    title: `The letter I could not read`,
    uses: ['internal', 'statistics', 'publish'],
    original: `My French is good enough for work, not for legal letters. The notice gave me ten days and I understood it on the eighth. A volunteer, Mr Placeholder of the Invented Street advice centre, helped me answer. In the end there was no sanction. A letter in plain words would have saved us all a week. You can reach me at reader@example.org.`,
  },
]

export const proposed: TestimonyContent[] = [
  {
    locale: 'fr',
    state: 'proposed',
    system: 'control',
    department: '87',
    period: '2026-05',
    title: `« On m’a expliqué, et tout a changé »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'publish'],
    ...told(
      `Premier contrôle en 2025 : un formulaire, aucune explication, trois semaines d’angoisse. Second contrôle en mai : {{Madame Patron, de l’agence de Villefictive|une contrôleuse}} m’appelle, me dit qu’une période sans activité apparaît et me demande ce qu’il en est. J’avais aidé ma mère après une chute. Elle a noté, elle a clos. La même règle, peut-être, mais cette fois quelqu’un l’a dite à voix haute.`,
    ),
  },
  {
    locale: 'fr',
    state: 'proposed',
    system: 'label',
    department: '34',
    period: '2026-04',
    title: `« Je soigne mes réponses »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'quote', 'publish'],
    ...told(
      `{{Sacha, de la promotion 2025 de l’école Fictive,|Une personne}} qui a suivi la même formation que moi m’a conseillé de ne jamais cocher le visage triste. Je ne sais pas s’il a raison. Depuis, je réponds toujours que tout va bien. Le jour où j’aurai vraiment besoin d’aide, je ne sais pas comment je le dirai.`,
    ),
  },
]

export const declined: TestimonyContent[] = [
  {
    ...deposited,
    state: 'declined',
    system: 'other',
    department: '06',
    period: '2026-01',
    title: `À propos d’un voisin`,
    uses: ['internal', 'publish'],
    original: `Mon voisin, Monsieur Gabarit, au 12 allée Inventée, travaille sans rien déclarer et personne ne le contrôle. Je voulais que cela se sache. Vous pouvez publier son nom.`,
  },
]
