import { field, ftId, letter, received, recipient, signing, who, type LetterSeed } from './letter-seed.ts'

const rsa: LetterSeed = letter({
  code: 'L13',
  form: 'letter',
  situation: 'received',
  fields: [
    ...who,
    recipient,
    field('department', 'line', [
      ['Département', 'Département'],
      {
        hint: [
          'Avec son article : du Nord, de la Loire, des Landes…',
          'With its article, in French: du Nord, de la Loire, des Landes…',
        ],
      },
    ]),
    field('decision', 'line', [
      ['La décision', 'The decision'],
      { hint: ['Par exemple : la suspension de mon RSA.', 'In French, for example: la suspension de mon RSA.'] },
    ]),
    field('decisionDate', 'day', [['Date de la décision', 'Date of the decision']]),
    received,
    field('reference', 'line', [['Numéro de dossier', 'File number'], { optional: true }]),
    field('grounds', 'text', [['Pourquoi vous la contestez', 'Why you contest it']]),
    field('mandate', 'choice', [
      ['Qui envoie cette lettre ?', 'Who sends this letter?'],
      {
        choices: [
          `self: moi\nassociation: une association, avec mon mandat écrit`,
          `self: I do\nassociation: an association, with my written mandate`,
        ],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Contester une décision sur le RSA`,
    purpose: `Pour une suspension, une réduction, une radiation ou un trop-perçu de RSA. Ce recours auprès du conseil départemental est obligatoire avant le tribunal. Vous avez deux mois. Il ne passe pas par le médiateur de France Travail.`,
    addressee: `Conseil départemental {{department}}
À l’attention de sa présidence
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `recours administratif préalable contre une décision relative au RSA`,
    body: `Madame, Monsieur,

J’ai reçu le {{receivedOn}} la décision suivante, datée du {{decisionDate}} : {{decision}}.

[[if reference]]
Mon numéro de dossier est le suivant : {{reference}}.
[[end]]

Je conteste cette décision pour les raisons suivantes :

{{grounds}}

[[if mandate=association]]
Ce recours est présenté par une association, à laquelle je donne mandat d’agir en mon nom. Ma lettre de mandat est jointe.
[[end]]

Je vous demande :
1. de retirer cette décision, ou de la réduire, et de rétablir mes droits à la date où ils ont cessé ;
2. de me communiquer les éléments du contrôle et tout résultat d’un traitement algorithmique qui y a contribué, avec l’explication prévue par la loi ;
3. de m’adresser une réponse écrite et motivée.

Bases de ce recours : articles L. 262-47 et R. 262-88 du code de l’action sociale et des familles ; articles L. 211-2 et L. 311-3-1 du code des relations entre le public et l’administration.

Je joins la décision contestée et souhaite un accusé de réception.

Deux mois de silence valent rejet ; je pourrai alors saisir le tribunal administratif.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Gardez l’accusé de réception : il prouve le jour de réception, d’où partent les deux mois au bout desquels le silence vaut rejet. Vous avez ensuite deux mois pour saisir le tribunal administratif.

Une association peut présenter le recours pour vous, à condition de joindre une lettre de mandat que vous avez signée.`,
  },
  en: {
    title: `Contest a decision on RSA`,
    purpose: `For a suspension, reduction, removal or overpayment of RSA. This appeal to the département council is compulsory before going to court. You have two months. It does not go through France Travail’s mediator.`,
    addressee: `The president of the département council, at the address on the decision.`,
    explanation: `**What happened.** The decision, its date, the day you received it, your file number if you wish.

**Why you contest it.** In your words. If an association files the appeal for you, it encloses your written mandate.

**What you ask.** 1. Withdraw or reduce the decision and restore your rights. 2. The material of the check and any algorithmic result, with its explanation. 3. A written answer with reasons.

**Legal basis, form and deadline.** The code of social action; an acknowledgement of receipt. Two months of silence mean refusal.

**If nothing comes.** You may go to the administrative court.`,
    after: `Keep the acknowledgement: it proves the day of receipt, from which run the two months after which silence means refusal. You then have two months to go to the administrative court.

An association may file the appeal for you, provided it encloses a mandate that you signed.`,
  },
  enclosures: [
    { fr: `Copie de la décision contestée`, en: `Copy of the contested decision` },
    {
      fr: `Lettre de mandat, si une association agit pour moi`,
      en: `Letter of mandate, if an association acts for me`,
    },
  ],
  law: ['casf-l262-47', 'casf-r262-88', 'crpa-l211-2', 'crpa-l231-4', 'crpa-l311-3-1', 'crpa-l411-7', 'crpa-l112-3'],
  deadlines: [
    {
      rule: 'D-RSA',
      from: 'receivedOn',
      fr: `Pour ce recours : deux mois après la notification de la décision.`,
      en: `For this appeal: two months after the decision was notified.`,
    },
  ],
  next: ['l17', 'l16'],
})

const overpaid: LetterSeed = letter({
  code: 'L14',
  form: 'letter',
  situation: 'received',
  fields: [
    ...who,
    ftId,
    field('kind', 'choice', [
      ['Ce que vous avez reçu', 'What you received'],
      {
        choices: [
          `notice: une notification de trop-perçu d’allocation chômage\norder: une contrainte`,
          `notice: notice of an overpayment of unemployment benefit\norder: an enforceable payment order (contrainte)`,
        ],
      },
    ]),
    field('court', 'line', [
      ['Tribunal nommé dans la contrainte', 'Court named in the payment order'],
      { optional: true, hint: ['Seulement pour une contrainte.', 'Only for a payment order.'] },
    ]),
    recipient,
    field('noticeDate', 'day', [['Date du courrier', 'Date of the letter']]),
    received,
    field('reference', 'line', [['Référence', 'Reference'], { optional: true }]),
    field('amount', 'amount', [['Montant réclamé', 'Amount claimed']]),
    field('period', 'line', [
      ['Période concernée', 'Period concerned'],
      { hint: ['Par exemple : de mars à mai 2026.', 'In French, for example: de mars à mai 2026.'] },
    ]),
    field('grounds', 'text', [
      ['Pourquoi vous contestez', 'Why you contest it'],
      {
        hint: [
          'Période travaillée déclarée, erreur de calcul, somme déjà rendue…',
          'In French: work that was declared, wrong sum, already paid back…',
        ],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Contester un trop-perçu ou une contrainte`,
    purpose: `Pour une somme que France Travail vous réclame. Un trop-perçu d’allocation chômage se conteste d’abord auprès de la direction générale, dans les deux mois. Une contrainte est plus pressée : quinze jours pour former opposition devant le tribunal. Un trop-perçu n’est pas une fraude.`,
    addressee: `[[if kind=notice]]
France Travail
Direction générale
[[else]]
Greffe du tribunal
[[end]]
[[if court]]
{{court}}
[[end]]
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `contestation d’une somme réclamée par France Travail`,
    body: `Madame, Monsieur,

[[if kind=notice]]
J’ai reçu le {{receivedOn}} une notification de trop-perçu datée du {{noticeDate}}. Je forme contre elle un recours gracieux.
[[else]]
J’ai reçu le {{receivedOn}} une contrainte datée du {{noticeDate}}, dont je joins une copie. Je forme opposition à cette contrainte.
[[end]]

[[if reference]]
Elle porte la référence {{reference}}.
[[end]]

La somme réclamée est de {{amount}}, pour la période suivante : {{period}}.

Je la conteste pour les raisons suivantes :

{{grounds}}

Je demande :
1. que cette somme soit annulée ou réduite ;
2. que me soient communiqués le détail du calcul et les données sur lesquelles il repose ;
3. que me soit indiqué si un traitement algorithmique a conduit à cette réclamation ;
4. que la récupération soit arrêtée pendant l’examen.

[[if kind=notice]]
Bases de ce recours : articles R. 5426-19 et L. 5312-12 du code du travail ; articles L. 123-1, L. 311-3-1 et L. 411-7 du code des relations entre le public et l’administration. Je souhaite une réponse écrite. Deux mois de silence valent rejet ; je pourrai alors saisir le juge compétent.
[[else]]
Bases de cette opposition : article R. 5426-22 du code du travail. Cette opposition suspend la mise en œuvre de la contrainte. Je souhaite présenter mes explications à l’audience.
[[end]]

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Recours gracieux : deux mois sans réponse valent rejet. Il reste le juge compétent, qui est le juge judiciaire pour l’allocation chômage d’assurance ; faites-vous conseiller.

Opposition à contrainte : envoyez-la en recommandé avec avis de réception, ou déposez-la au tribunal. Elle suspend la contrainte jusqu’à ce que le tribunal se prononce.

Certaines autres sommes passent par le médiateur régional : lisez les voies de recours écrites sur votre courrier.`,
  },
  en: {
    title: `Contest an overpayment or a payment order`,
    purpose: `For a sum that France Travail claims from you. An overpayment of unemployment benefit is first contested with the director-general, within two months. A payment order (contrainte) is more urgent: fifteen days to oppose it in court. An overpayment is not fraud.`,
    addressee: `For a notice: the general directorate of France Travail. For a payment order: the registry of the court named in it. Addresses are on the letter you received.`,
    explanation: `**What happened.** What you received, its date, the day it arrived, its reference, the sum and the period.

**Why you contest it.** In your words.

**What you ask.** 1. Cancel or reduce the sum. 2. The detail of the computation and its data. 3. Whether an algorithm led to the claim. 4. Stop recovery meanwhile.

**Legal basis and form.** For a notice: an appeal to the director-general; two months of silence mean refusal, then the competent court. For a payment order: an opposition with reasons and a copy of the order, which suspends it.`,
    after: `Appeal to the director-general: two months without reply mean refusal. Then remains the competent court, which for unemployment insurance is a civil one; take advice.

Opposition to a payment order: send it by registered post with proof of delivery, or hand it in at the court. It suspends the order until the court has ruled.

Some other sums go through the regional mediator: read the remedies written on your letter.`,
  },
  enclosures: [
    { fr: `Copie du courrier ou de la contrainte`, en: `Copy of the notice or payment order` },
    { fr: `Justificatifs : attestations, relevés, déclarations`, en: `Proof: certificates, statements, declarations` },
  ],
  law: ['ct-r5426-19', 'ct-r5426-22', 'ct-l5312-12', 'ct-r5312-47', 'crpa-l123-1', 'crpa-l311-3-1', 'crpa-l411-7'],
  deadlines: [
    {
      rule: 'D-CTR',
      from: 'receivedOn',
      when: 'kind=order',
      fr: `Contrainte : quinze jours après la notification pour former opposition.`,
      en: `Payment order: fifteen days after it was notified to oppose it.`,
    },
    {
      rule: 'D-INDU',
      from: 'receivedOn',
      when: 'kind=notice',
      fr: `Trop-perçu d’allocation chômage : deux mois après la notification.`,
      en: `Overpayment of unemployment benefit: two months after notification.`,
    },
  ],
  next: ['l17', 'l15'],
})

export const moneyLetters: LetterSeed[] = [rsa, overpaid]
