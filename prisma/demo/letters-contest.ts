import { field, ftId, letter, received, recipient, signing, who, type LetterSeed } from './letter-seed.ts'

const complaint: LetterSeed = letter({
  code: 'L11',
  form: 'letter',
  situation: 'received',
  fields: [
    ...who,
    ftId,
    recipient,
    field('facts', 'text', [
      ['Ce qui s’est passé', 'What happened'],
      { hint: ['Des faits et des dates.', 'In French: facts and dates.'] },
    ]),
    field('wish', 'text', [['Ce que vous demandez', 'What you ask for']]),
    ...signing,
  ],
  fr: {
    title: `Faire une réclamation`,
    purpose: `Pour un désaccord avec le service qui n’est pas encore une décision à contester : un conseil, un retard, un rendez-vous, une étiquette dans le dossier. C’est aussi la première démarche à faire avant une médiation ordinaire.`,
    addressee: `France Travail
Direction de l’agence
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `réclamation`,
    body: `Madame, Monsieur,

J’ai un dossier à France Travail. Voici ce qui s’est passé :

{{facts}}

Je vous demande :

{{wish}}

Je vous prie aussi :
1. de me répondre par écrit, avec le nom et la qualité de la personne qui répond ;
2. de me dire si un score, un classement ou un profil a compté dans cette situation.

Bases de cette réclamation : article L. 5312-12-1 du code du travail ; articles L. 112-3 et L. 212-1 du code des relations entre le public et l’administration.

Je souhaite une réponse écrite.

Sans réponse, ou si la réponse ne règle pas la difficulté, je pourrai m’adresser au médiateur régional ou au Défenseur des droits.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Gardez la preuve de l’envoi. La réponse n’a pas de délai propre ; deux mois de silence sur une réclamation valent rejet.

Une réclamation n’arrête pas le délai pour contester une décision. Si vous avez reçu une radiation, une suspension ou une pénalité, saisissez directement le médiateur.`,
  },
  en: {
    title: `Make a complaint`,
    purpose: `For a disagreement with the service that is not yet a decision to contest: advice, a delay, an appointment, a label in your file. It is also the first step before ordinary mediation.`,
    addressee: `The management of your France Travail office, through your personal account or at the address on its letters.`,
    explanation: `**What happened, and what you ask.** Facts and dates in your words, then what you would like.

**Also.** A written reply with the name and office of who replies; and whether a score, ranking or profile counted.

**Legal basis.** The article on mediators, which requires a first approach to the service; the articles on acknowledgements and on who signs.

**If nothing comes.** You may turn to the regional mediator or the Défenseur des droits.`,
    after: `Keep the proof of sending. There is no time limit of its own for the reply; two months of silence on a complaint mean refusal.

A complaint does not stop the time to contest a decision. If you received a removal, suspension or penalty, turn straight to the mediator.`,
  },
  enclosures: [{ fr: `Copie des échanges utiles`, en: `Copy of the messages that matter` }],
  law: ['ct-l5312-12-1', 'crpa-l112-3', 'crpa-l212-1', 'crpa-l231-4'],
  deadlines: [],
  next: ['l12', 'l15'],
})

const mediation: LetterSeed = letter({
  code: 'L12',
  form: 'letter',
  situation: 'received',
  fields: [
    ...who,
    ftId,
    recipient,
    field('decision', 'line', [
      ['La décision', 'The decision'],
      {
        hint: ['Par exemple : une radiation de quatre mois.', 'In French, for example: une radiation de quatre mois.'],
      },
    ]),
    field('decisionDate', 'day', [['Date de la décision', 'Date of the decision']]),
    received,
    field('reference', 'line', [['Référence du courrier', 'Reference of the letter'], { optional: true }]),
    field('grounds', 'text', [
      ['Pourquoi vous la contestez', 'Why you contest it'],
      {
        hint: [
          'Faits inexacts, motif légitime, pas de préavis de dix jours, pas de motifs, sanction trop lourde…',
          'In French: wrong facts, legitimate reason, no ten-day notice, no reasons, too heavy…',
        ],
      },
    ]),
    field('wish', 'choice', [
      ['Ce que vous demandez', 'What you ask for'],
      {
        choices: [
          `withdraw: que la décision soit retirée\nreduce: qu’elle soit réduite`,
          `withdraw: that the decision be withdrawn\nreduce: that it be reduced`,
        ],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Saisir le médiateur régional`,
    purpose: `Pour contester une radiation, une suspension, une suppression, un avertissement, un changement de catégorie ou une pénalité de France Travail. Cette médiation est gratuite, et obligatoire avant le tribunal administratif. Vous avez deux mois.`,
    addressee: `Médiation régionale de France Travail
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `saisine au titre de la médiation préalable obligatoire`,
    body: `Madame, Monsieur,

J’ai reçu le {{receivedOn}} la décision suivante, datée du {{decisionDate}} : {{decision}}.

[[if reference]]
Elle porte la référence {{reference}}.
[[end]]

Je la conteste pour les raisons suivantes :

{{grounds}}

Je demande :
[[if wish=withdraw]]
1. que cette décision soit retirée et que mes droits soient rétablis à la date où ils ont cessé ;
[[else]]
1. que cette décision soit réduite, en tenant compte du nombre et de la nature des obligations en cause ;
[[end]]
2. que me soient communiqués les éléments du contrôle et tout résultat d’un traitement algorithmique qui y a contribué, avec l’explication prévue par la loi ;
3. qu’une réponse écrite et motivée me soit adressée.

Bases de cette saisine : articles R. 5312-47, R. 5312-48, L. 5412-1 et R. 5412-1 du code du travail ; articles L. 213-11 et R. 213-10 du code de justice administrative ; articles L. 211-2 et L. 311-3-1 du code des relations entre le public et l’administration.

Je joins la décision contestée ou, si elle est née du silence, ma demande et son accusé de réception. Je vous prie de m’informer par écrit de la fin de la médiation.

Si la médiation n’aboutit pas, je pourrai saisir le tribunal administratif.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `La saisine interrompt le délai pour aller au tribunal. En principe, elle ne suspend pas la décision : la mesure peut continuer pendant ce temps.

Quand la médiation se termine, gardez le courrier qui le dit : vous avez alors deux mois pour saisir le tribunal administratif. Un nouveau recours auprès de France Travail n’allonge plus ce délai.

Si la décision ne parle pas du médiateur ou ne dit pas comment le joindre, le délai ne court pas ; écrivez quand même sans attendre. Saisir le Défenseur des droits a le même effet sur le délai et met fin à la médiation.`,
  },
  en: {
    title: `Turn to the regional mediator`,
    purpose: `To contest a removal, suspension, withdrawal, warning, change of category or penalty by France Travail. This mediation is free, and compulsory before the administrative court. You have two months.`,
    addressee: `The regional mediator of France Travail. How to reach the mediator must be stated on the decision: copy it from there.`,
    explanation: `**What happened.** The decision, its date and reference, and the day you received it.

**Why you contest it.** In your words: wrong facts, a legitimate reason, no ten days to answer, no reasons given, too heavy.

**What you ask.** 1. That it be withdrawn and your rights restored, or reduced. 2. The material of the check and any algorithmic result, with the explanation the law provides for. 3. A written answer with reasons.

**Legal basis.** The Labour Code lists the decisions that must go through mediation; the code of administrative justice says how.

**Enclosure.** A copy of the decision is required. If the decision arose from silence: a copy of the request and of its acknowledgement.

**What comes next.** If mediation fails you may go to the administrative court.`,
    after: `Turning to the mediator interrupts the time to go to court. In principle it does not suspend the decision: the measure may go on meanwhile.

When mediation ends, keep the letter that says so: you then have two months to go to the administrative court. A further appeal to France Travail no longer extends that time.

If the decision does not mention the mediator or how to reach them, time does not run; write anyway without waiting. Turning to the Défenseur des droits has the same effect on time and ends the mediation.`,
  },
  enclosures: [
    {
      fr: `Copie de la décision contestée ; si elle est née du silence, de la demande et de son accusé de réception`,
      en: `Copy of the contested decision; if it arose from silence, of the request and of its acknowledgement`,
    },
    { fr: `Justificatifs utiles`, en: `Evidence that matters` },
  ],
  law: [
    'ct-r5312-47',
    'ct-r5312-48',
    'ct-l5412-1',
    'ct-r5412-1',
    'ct-r5411-18',
    'ct-r5426-17-1',
    'cja-l213-11',
    'cja-l213-12',
    'cja-l213-13',
    'cja-l213-14',
    'cja-r213-10',
    'cja-r213-13',
    'crpa-l211-2',
    'crpa-l311-3-1',
  ],
  deadlines: [
    {
      rule: 'D-MPO',
      from: 'receivedOn',
      fr: `Pour saisir le médiateur : deux mois après la notification de la décision.`,
      en: `To turn to the mediator: two months after the decision was notified.`,
    },
  ],
  next: ['l16', 'l15'],
})

export const contestLetters: LetterSeed[] = [mediation, complaint]
