import { step } from './path-seed.ts'

const decided = 'D-MPO'

/** Questions first, then the ends: what the person can do now, in one paragraph. */
export const treeSteps = [
  step('received', ['Que dit cette lettre ?', 'What does the letter say?']),
  step('intended', ['Qu’est-ce qui est envisagé ?', 'What is intended?']),
  step('decided', ['Quelle décision, et de qui ?', 'Which decision, and whose?']),
  step('money', ['Que vous réclame-t-on ?', 'What are you asked for?']),
  step('refused', ['Qu’aviez-vous demandé ?', 'What had you asked for?']),
  step('nothing', ['Où en êtes-vous ?', 'Where do you stand?']),
  step('silent', ['Qu’aviez-vous demandé, et quand ?', 'What had you asked for, and when?']),
  step('know', ['Que voulez-vous savoir ?', 'What do you want to know?']),

  step('observations', ['Répondez avant la décision', 'Answer before the decision'], {
    text: [
      'Rien n’est encore décidé. Vous pouvez écrire ce qui s’est passé, demander un entretien, venir avec la personne de votre choix, et demander votre dossier.',
      'Nothing is decided yet. You can write what happened, ask for a hearing, come with a person of your choice, and ask for your file.',
    ],
    letters: 'l10',
    rules: 'D-OBS',
  }),
  step('penalty', ['Répondez avant la pénalité', 'Answer before the penalty'], {
    text: [
      'Rien n’est encore décidé. Vous pouvez écrire ce qui s’est passé ou demander un entretien. Une erreur de bonne foi n’est pas une fraude.',
      'Nothing is decided yet. You can write what happened or ask for a hearing. A mistake made in good faith is not fraud.',
    ],
    letters: 'l10',
    rules: 'D-PEN',
  }),
  step('mediation', ['Saisissez le médiateur régional', 'Turn to the regional mediator'], {
    text: [
      'Avant le tribunal, la médiation est obligatoire et gratuite. En principe, elle ne suspend pas la décision. Demandez en même temps si un algorithme a compté, et comment.',
      'Before the court, mediation is compulsory and free. In principle it does not suspend the decision. Ask at the same time whether an algorithm counted, and how.',
    ],
    letters: 'l12 l02',
    rules: decided,
  }),
  step('rsa', ['Écrivez au conseil départemental', 'Write to the département council'], {
    text: [
      'Pour le RSA, un recours auprès du président du conseil départemental est obligatoire avant le tribunal. Une association peut le former avec un mandat écrit de votre part.',
      'For RSA, an appeal to the president of the département council is compulsory before the court. An association may file it with a written mandate from you.',
    ],
    letters: 'l13',
    rules: 'D-RSA',
  }),
  step(
    'automatic',
    ['Demandez l’explication, sans laisser passer le délai', 'Ask for the explanation, without missing the deadline'],
    {
      text: [
        'Vous pouvez demander comment l’algorithme a compté dans votre cas, et qu’une personne réexamine la décision. Ces demandes n’arrêtent pas le temps pour contester : faites les deux.',
        'You can ask how the algorithm counted in your case, and that a person looks at the decision again. These requests do not stop the time to contest: do both.',
      ],
      letters: 'l02 l08 l12',
      rules: 'D-CADA1 D-MPO',
    },
  ),
  step('mediated', ['Le tribunal administratif est ouvert', 'The administrative court is open'], {
    text: [
      'Si la médiation n’a pas suffi, vous pouvez saisir le tribunal administratif. L’aide juridictionnelle peut aider selon vos ressources.',
      'If mediation was not enough, you can turn to the administrative court. Legal aid may help, depending on your means.',
    ],
    letters: 'l16 l15',
    rules: 'D-TA1',
  }),
  step('overpaid', ['Contestez le trop-perçu', 'Contest the overpayment'], {
    text: [
      'Un trop-perçu n’est pas une fraude. Si vous le contestez, un recours auprès du directeur général de France Travail vient d’abord.',
      'An overpayment is not fraud. If you contest it, an appeal to the director-general of France Travail comes first.',
    ],
    letters: 'l14',
    rules: 'D-INDU',
  }),
  step('order', ['Formez opposition', 'Oppose it'], {
    text: [
      'Le délai est court. L’opposition se fait auprès du tribunal indiqué sur la contrainte, avec vos raisons et une copie. Elle suspend l’exécution.',
      'The time is short. The opposition goes to the court named on the order, with your reasons and a copy. It suspends enforcement.',
    ],
    letters: 'l14',
    rules: 'D-CTR',
  }),
  step('data-refused', ['La CNIL peut intervenir', 'The CNIL can step in'], {
    text: [
      'Un refus, ou un mois sans réponse, ouvre la plainte à la CNIL. C’est gratuit. Joignez votre demande et la preuve de son envoi.',
      'A refusal, or a month without an answer, opens the complaint to the CNIL. It is free. Enclose your request and the proof that you sent it.',
    ],
    letters: 'l09',
    rules: 'D-GDPR',
  }),
  step('documents-refused', ['La CADA donne son avis', 'The CADA gives its opinion'], {
    text: [
      'Un refus, ou un mois de silence, ouvre la saisine de la CADA. Elle est obligatoire avant le tribunal.',
      'A refusal, or a month of silence, opens the way to the CADA. It is compulsory before the court.',
    ],
    letters: 'l04',
    rules: 'D-CADA2',
  }),
  step('after-cada', ['Le tribunal administratif est ouvert', 'The administrative court is open'], {
    text: [
      'Après la saisine de la CADA, deux mois de silence de l’administration confirment le refus. Le tribunal administratif se saisit dans les deux mois qui suivent.',
      'After turning to the CADA, two months of silence of the administration confirm the refusal. The administrative court is open for the two months that follow.',
    ],
    letters: 'l16',
    rules: 'D-CADA3 D-TA2',
  }),
  step(
    'not-yet',
    ['Rien à contester pour l’instant, mais vous pouvez demander', 'Nothing to contest yet, but you can ask'],
    {
      text: [
        'Un score n’est normalement pas une décision que l’on conteste. Vous pouvez demander s’il existe, ce qu’il vaut, d’où il vient et à quoi il a servi.',
        'A score is normally not a decision one can contest. You can ask whether it exists, what it is, where it comes from and what it was used for.',
      ],
      letters: 'l01',
      rules: 'D-GDPR',
    },
  ),
  step('stopped', ['Demandez ce qui a été décidé', 'Ask what was decided'], {
    text: [
      'Une réclamation demande à l’agence la décision et ses raisons. Une décision qui ne dit pas que la médiation est obligatoire, ni comment joindre le médiateur, ne fait pas courir son délai.',
      'A complaint asks the agency for the decision and its reasons. A decision that does not say that mediation is compulsory, and how to reach the mediator, does not start its delay.',
    ],
    letters: 'l11 l12',
    rules: decided,
  }),
  step('reasons', ['Demandez les motifs du refus', 'Ask for the reasons of the refusal'], {
    text: [
      'Deux mois de silence valent le plus souvent refus. Si ce refus devait être motivé, vous pouvez en demander les raisons, dans le délai pour saisir le tribunal.',
      'Two months of silence are mostly a refusal. If that refusal needed reasons, you can ask for them, within the time to turn to the court.',
    ],
    letters: 'l17',
    rules: 'D-MOT D-TA2',
  }),
  step('own-data', ['Demandez vos données et leur logique', 'Ask for your data and their logic'], {
    text: [
      'Vous pouvez demander vos données, les scores et la logique suivie. La demande va au délégué à la protection des données.',
      'You can ask for your data, the scores and the logic followed. The request goes to the data protection officer.',
    ],
    letters: 'l01 l02',
    rules: 'D-GDPR',
  }),
  step('wrong-data', ['Faites corriger la donnée', 'Have the data corrected'], {
    text: [
      'Une donnée fausse ou incomplète se fait corriger, avec une preuve si vous en avez. L’effacement est plus souvent refusé.',
      'Data that is wrong or incomplete can be corrected, with a proof if you have one. Erasure is refused more often.',
    ],
    letters: 'l05 l06',
    rules: 'D-GDPR',
  }),
  step('object', ['Ce droit ne s’applique pas ici', 'This right does not apply here'], {
    text: [
      'Le droit d’opposition est écarté par un texte pour ce système. La fiche dit lequel, et ce que vous pouvez demander à la place.',
      'A text sets the right to object aside for this system. The card says which one, and what you can ask for instead.',
    ],
    letters: 'l07 l08',
  }),
  step('rules', ['Demandez les documents', 'Ask for the documents'], {
    text: [
      'Toute personne peut demander les règles, le code et les études d’un algorithme public, sans donner de raison. Certains refus sont prévus par la loi : la lettre y répond.',
      'Anyone can ask for the rules, the code and the studies of a public algorithm, without giving a reason. The law provides for some refusals: the letter answers them.',
    ],
    letters: 'l03 l18',
    rules: 'D-CADA1',
  }),
  step('together', ['Écrivez à qui peut changer les règles', 'Write to those who can change the rules'], {
    text: [
      'Le Défenseur des droits examine les discriminations et les atteintes aux droits. Votre députée, votre sénateur peuvent interroger le gouvernement.',
      'The Défenseur des droits looks into discrimination and breaches of rights. Your member of parliament can question the government.',
    ],
    letters: 'l15 l19',
    rules: 'D-DDD',
  }),
]
