import type { ScoringContent } from '#app/features/scoring/schema.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { scoringFacts } from './scoring-facts.ts'

const SEEN = '2026-07-03'

const LQDN = {
  sourceFr: 'La Quadrature du Net, d’après Clubic, mai 2025 : critères déduits d’une grille interne',
  sourceEn: 'La Quadrature du Net, quoted by Clubic, May 2025: criteria inferred from an internal grid',
  url: 'https://www.clubic.com/actualite-566592-france-travail-utiliserait-des-robots-pour-surveiller-les-chomeurs.html',
  seen: SEEN,
}
const TUTELLE = {
  sourceFr: 'La Quadrature du Net, d’après Tutelle au quotidien : modèle d’avant 2026',
  sourceEn: 'La Quadrature du Net, quoted by Tutelle au quotidien: model before 2026',
  url: 'https://www.tutelleauquotidien.fr/actualite/caf-notation-generalisee-des-allocataires.html',
  seen: SEEN,
}
const FAIRE_FACE = {
  sourceFr: 'Faire Face, octobre 2024 : modèle d’avant 2026',
  sourceEn: 'Faire Face, October 2024: model before 2026',
  url: 'https://faire-face.fr/?p=84880',
  seen: SEEN,
}
const LE_MONDE = {
  sourceFr: 'Le Monde, d’après Divertissons-nous, décembre 2024 : modèle d’avant 2026',
  sourceEn: 'Le Monde, quoted by Divertissons-nous, December 2024: model before 2026',
  url: 'https://divertissonsnous.com/actualites/8017-la-caf-prete-a-arreter-les-controles-anti-fraude-pour-le-rsa-et-les-apl-15122024',
  seen: SEEN,
}
const AUSTRIA = {
  sourceFr: 'Autriche, pas la France. Cour administrative autrichienne, Ro 2021/04/0010, d’après GDPRhub',
  sourceEn: 'Austria, not France. Supreme Administrative Court, Ro 2021/04/0010, after GDPRhub',
  url: 'https://gdprhub.eu/index.php?title=VwGH_-_Ro_2021/04/0010-11',
  seen: SEEN,
}

type Source = typeof LQDN

const from = (set: string, source: Source) => (key: string, fr: string, en: string) => ({
  set,
  key,
  fr,
  en,
  tied: false,
  ...source,
})
const tied = (criterion: ScoringContent['criteria'][number]) => ({ ...criterion, tied: true })

const check = from('controle', LQDN)
const benefit = from('caf', TUTELLE)
const chances = from('chances', AUSTRIA)

const criteria: ScoringContent['criteria'] = [
  check('sans-periode', 'Ni travail ni formation récemment', 'No recent work or training'),
  tied(check('sans-outils', 'N’utilise pas les outils en ligne du service', 'Does not use the service’s online tools')),
  check('sans-contact', 'Pas de contact avec la personne référente', 'No contact with the adviser'),
  check('controles-passes', 'Résultat de contrôles passés', 'Result of earlier checks'),
  tied(
    check(
      'sans-candidature',
      'Pas de candidature par le site du service',
      'No applications through the service’s site',
    ),
  ),
  check('quinze-heures', 'Moins de 15 heures d’activité par semaine', 'Fewer than 15 hours of activity a week'),
  tied(benefit('bas-revenus', 'Revenus faibles', 'Low income')),
  benefit('chomage', 'Au chômage', 'Unemployed'),
  tied(benefit('minima', 'Reçoit le RSA', 'Receives RSA')),
  benefit('quartier', 'Habite un quartier défavorisé', 'Lives in a disadvantaged district'),
  {
    ...benefit('aah-travail', 'Reçoit l’AAH et travaille', 'Receives the disability allowance and works'),
    ...FAIRE_FACE,
  },
  { ...benefit('demenagements', 'A déménagé récemment', 'Has moved recently'), ...LE_MONDE },
  chances('sexe', 'Sexe mal noté', 'Sex, rated low'),
  chances('age', 'Âge mal noté', 'Age, rated low'),
  tied(chances('proche', 'S’occupe d’un proche', 'Has care duties')),
  chances('sante', 'Santé qui limite', 'Health impairment'),
  chances('formation', 'Études mal notées', 'Education, rated low'),
  tied(chances('region', 'Région mal notée', 'Region, rated low')),
  chances('metier', 'Métier mal noté', 'Occupation, rated low'),
]

export const scoringSeed: ScoringContent = {
  fr: {
    intro: `Un score met les gens en file. Qui passe devant, et combien y sont par erreur ? Essayez, sur cent personnes qui n’existent pas, avec des critères que des sources nomment.`,
    disclaimer: `Ceci n’est pas le modèle de France Travail : ses poids ne sont pas publiés.`,
  },
  en: {
    intro: `A score makes people queue. Who comes first, and how many are there by mistake? Try it, on a hundred people who do not exist, with criteria that sources name.`,
    disclaimer: `This is not France Travail’s model: its weights are not published.`,
  },
  sets: [
    {
      key: 'controle',
      mode: 'suspicion',
      fr: 'Tri des contrôles, France Travail',
      en: 'Sorting for checks, France Travail',
      firstFr: 'connexion facile',
      firstEn: 'easy connection',
      secondFr: 'connexion difficile',
      secondEn: 'poor connection',
    },
    {
      key: 'caf',
      mode: 'suspicion',
      fr: 'Ancien score de la CAF',
      en: 'Earlier score of the family fund (CAF)',
      firstFr: 'vit en couple',
      firstEn: 'lives in a couple',
      secondFr: 'élève seul ses enfants',
      secondEn: 'raises children alone',
    },
    {
      key: 'chances',
      mode: 'chances',
      fr: 'Chances d’emploi, Autriche',
      en: 'Chances of a job, Austria',
      firstFr: 'ville',
      firstEn: 'town',
      secondFr: 'campagne',
      secondEn: 'country',
    },
  ],
  criteria,
  labels: [
    { key: 'drive', fr: 'Dynamique de recherche', en: 'Search momentum' },
    { key: 'confidence', fr: 'Perte de confiance', en: 'Loss of confidence' },
    { key: 'scatter', fr: 'Risque de dispersion', en: 'Risk of scattering' },
    { key: 'renewal', fr: 'Besoin de redynamisation', en: 'Need for new impetus' },
  ],
  facts: scoringFacts,
}

/** The explanation of scores, for the campaign that has systems to explain. */
export const scorings: SheetSeed<ScoringContent>[] = [
  { slug: 'score', content: scoringSeed, verifiedOn: SEEN, checkBy: '2027-06-30' },
]
