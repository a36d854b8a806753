import { answer, step, tree, type PathSeed } from './path-seed.ts'
import { treeSteps } from './paths-tree-steps.ts'

/** Where to begin: a letter came, nothing came, or one wants to know. */
export const pathTree: PathSeed = tree({
  fr: {
    title: 'Par où commencer ?',
    text: 'Quelques questions mènent à la lettre qui convient et à son délai. Vos réponses restent sur cette page : rien n’est envoyé ni gardé.',
  },
  en: {
    title: 'Where to begin?',
    text: 'A few questions lead to the letter that fits and its time limit. Your answers stay on this page: nothing is sent or kept.',
  },
  steps: [step('start', ['Que vous arrive-t-il ?', 'What is happening?']), ...treeSteps],
  answers: [
    answer('start', 'received', ['J’ai reçu une lettre', 'I received a letter']),
    answer('start', 'nothing', ['Je n’ai rien reçu', 'I received nothing']),
    answer('start', 'know', ['Je veux savoir', 'I want to know']),

    answer('received', 'intended', [
      'Une sanction ou une pénalité est envisagée, on me demande mes explications',
      'A sanction or a penalty is intended; I am asked to explain',
    ]),
    answer('received', 'decided', ['Une décision est prise', 'A decision was taken']),
    answer('received', 'money', ['On me réclame de l’argent', 'I am asked for money']),
    answer('received', 'refused', ['On refuse ce que j’avais demandé', 'What I had asked for is refused']),

    answer('intended', 'observations', [
      'Une sanction : suspension, suppression, radiation',
      'A sanction: suspension, withdrawal, removal',
    ]),
    answer('intended', 'penalty', ['Une pénalité financière', 'A money penalty']),

    answer('decided', 'mediation', [
      'Par France Travail : radiation, suspension, suppression, avertissement, pénalité, catégorie',
      'By France Travail: removal, suspension, withdrawal, warning, penalty, category',
    ]),
    answer('decided', 'rsa', ['Par le département, sur mon RSA', 'By the département, about my RSA (minimum income)']),
    answer('decided', 'automatic', [
      'Une décision qui me semble venir d’un algorithme',
      'A decision that seems to come from an algorithm',
    ]),
    answer('decided', 'mediated', ['La médiation est déclarée terminée', 'The mediation is declared over']),

    answer('money', 'overpaid', [
      'Un trop-perçu d’allocation chômage (ARE)',
      'An overpayment of unemployment benefit (ARE)',
    ]),
    answer('money', 'rsa', ['Un trop-perçu de RSA', 'An overpayment of RSA']),
    answer('money', 'mediation', [
      'Un trop-perçu d’une autre aide, si le courrier renvoie au médiateur',
      'An overpayment of another benefit, if the letter refers you to the mediator',
    ]),
    answer('money', 'order', ['Une contrainte', 'A payment order (contrainte)']),

    answer('refused', 'data-refused', [
      'Mes données, une correction, un effacement',
      'My data, a correction, an erasure',
    ]),
    answer('refused', 'documents-refused', [
      'Des documents, ou l’explication de l’algorithme',
      'Documents, or the explanation of the algorithm',
    ]),
    answer('refused', 'after-cada', [
      'Des documents encore, alors que j’ai déjà saisi la CADA',
      'Documents again, although I already turned to the CADA',
    ]),

    answer('nothing', 'not-yet', ['Je n’ai encore rien demandé', 'I have not asked for anything yet']),
    answer('nothing', 'stopped', [
      'Mon allocation ou mon inscription a changé sans courrier',
      'My benefit or registration changed without a letter',
    ]),
    answer('nothing', 'silent', [
      'J’ai demandé quelque chose et personne ne répond',
      'I asked for something and nobody answers',
    ]),

    answer('silent', 'data-refused', [
      'Mes données, une correction, un effacement, il y a plus d’un mois',
      'My data, a correction, an erasure, over a month ago',
    ]),
    answer('silent', 'documents-refused', [
      'Des documents ou l’explication de l’algorithme, il y a plus d’un mois',
      'Documents or the explanation of the algorithm, over a month ago',
    ]),
    answer('silent', 'reasons', ['Autre chose, il y a plus de deux mois', 'Something else, over two months ago']),
    answer('silent', 'not-yet', ['Moins longtemps que cela', 'Less long ago than that']),

    answer('know', 'own-data', [
      'Si j’ai un score, et d’où il vient',
      'Whether I have a score, and where it comes from',
    ]),
    answer('know', 'wrong-data', ['Comment corriger une donnée fausse', 'How to correct wrong data']),
    answer('know', 'object', ['Si je peux m’opposer au traitement', 'Whether I can object to the processing']),
    answer('know', 'rules', [
      'Quelles règles l’algorithme suit, en général',
      'Which rules the algorithm follows, in general',
    ]),
    answer('know', 'together', ['Comment agir au-delà de mon cas', 'How to act beyond my own case']),
  ],
})
