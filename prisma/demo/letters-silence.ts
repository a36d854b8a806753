import { field, letter, recipient, signing, who, type LetterSeed } from './letter-seed.ts'

const cada: LetterSeed = letter({
  code: 'L04',
  form: 'letter',
  situation: 'silence',
  fields: [
    ...who,
    field('administration', 'line', [
      ['L’administration qui n’a pas communiqué', 'The public body that did not disclose'],
      {
        hint: ['Par exemple : France Travail, direction générale.', 'For example: France Travail, direction générale.'],
      },
    ]),
    recipient,
    field('what', 'text', [['Les documents ou l’explication demandés', 'The documents or explanation you asked for']]),
    field('requestDate', 'day', [['Date de votre demande', 'Date of your request']]),
    field('refusal', 'choice', [
      ['Ce qui s’est passé', 'What happened'],
      {
        choices: [
          `silence: pas de réponse depuis un mois\nwritten: un refus écrit`,
          `silence: no reply for a month\nwritten: a written refusal`,
        ],
      },
    ]),
    field('refusalDate', 'day', [
      ['Jour du refus', 'Day of the refusal'],
      {
        hint: [
          'Sans réponse : un mois après la réception de votre demande.',
          'Without reply: one month after your request was received.',
        ],
      },
    ]),
    field('answer', 'text', [['Ce que vous répondez au refus', 'What you answer to the refusal'], { optional: true }]),
    field('registeredOn', 'day', [
      ['Jour d’enregistrement par la CADA', 'Day on which CADA registered it'],
      {
        optional: true,
        hint: [
          'À remplir plus tard, quand la CADA vous l’aura écrit. Il sert au délai et ne figure pas dans la lettre.',
          'To fill in later, once CADA has told you. It is used for the time limit and does not stand in the letter.',
        ],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Saisir la CADA`,
    purpose: `Pour une demande de documents ou d’explication refusée, ou restée un mois sans réponse. La CADA rend un avis. La saisir est gratuit, et obligatoire avant d’aller devant le tribunal.`,
    addressee: `Commission d’accès aux documents
administratifs (CADA)
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `saisine à la suite d’un refus de communication`,
    body: `Madame, Monsieur,

Le {{requestDate}}, j’ai demandé à {{administration}} la communication de ce qui suit :

{{what}}

[[if refusal=written]]
Un refus écrit m’a été opposé le {{refusalDate}}.
[[else]]
Ma demande est restée sans réponse. Un refus est né du silence le {{refusalDate}}.
[[end]]

[[if answer]]
Sur ce refus, voici mes observations :

{{answer}}
[[end]]

Je demande à la commission :
1. de constater que ces documents ou ces informations existent et peuvent m’être communiqués ;
2. à défaut, de dire quelles parties doivent être occultées et que le reste doit m’être communiqué ;
3. d’inviter l’administration à me répondre dans le format demandé.

Bases de cette saisine : articles L. 311-1, L. 311-3-1, L. 311-7, L. 342-1 et R. 343-1 du code des relations entre le public et l’administration.

Je souhaite recevoir l’avis par écrit. Mes nom, prénoms et domicile figurent en tête de cette lettre.

Si le refus est confirmé, je pourrai saisir le tribunal administratif.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `La CADA se saisit par lettre, télécopie ou voie électronique ; vérifiez l’adresse sur son site. Elle accuse réception et enregistre votre saisine lorsqu’elle est complète. Son avis est prévu dans le mois ; il peut venir plus tard. L’administration n’est pas obligée de le suivre, mais elle dit ce qu’elle en fera.

Deux mois après l’enregistrement, le silence de l’administration confirme le refus : le tribunal administratif peut alors être saisi.`,
  },
  en: {
    title: `Turn to CADA`,
    purpose: `For a request for documents or explanation that was refused, or left without reply for a month. CADA gives an opinion. It is free, and compulsory before going to court.`,
    addressee: `CADA, by letter, fax or electronically. Check the address on its official site first.`,
    explanation: `**What happened.** When you asked, whom, and for what; then whether you were refused in writing or by silence, and on which day.

**Your answer.** If reasons were given, what you say about them.

**What you ask.** That CADA find the documents can be given to you; otherwise say which parts are to be blacked out; and invite the public body to reply in the format you asked for.

**Legal basis and form.** The code on relations with the public. The law requires your surname, first names and home, which stand at the top, and a copy of your request or of the refusal.

**If the refusal is confirmed.** You may go to the administrative court.`,
    after: `CADA acknowledges and registers your request once it is complete. Its opinion is due within a month; it may come later. The public body need not follow it, but says what it will do.

Two months after registration, silence of the public body confirms the refusal: the administrative court may then be asked.`,
  },
  enclosures: [
    { fr: `Copie de la demande`, en: `Copy of the request` },
    { fr: `Preuve de son envoi`, en: `Proof that it was sent` },
    { fr: `Copie du refus, s’il est écrit`, en: `Copy of the refusal, if it was written` },
  ],
  law: [
    'crpa-l311-1',
    'crpa-l311-3-1',
    'crpa-l311-7',
    'crpa-l342-1',
    'crpa-r311-15',
    'crpa-r343-1',
    'crpa-r343-3',
    'crpa-r343-4',
    'crpa-r343-5',
  ],
  deadlines: [
    {
      rule: 'D-CADA2',
      from: 'refusalDate',
      fr: `Pour saisir la CADA : deux mois après le refus, écrit ou né du silence.`,
      en: `To turn to CADA: two months after the refusal, written or by silence.`,
    },
    {
      rule: 'D-CADA3',
      from: 'registeredOn',
      fr: `Deux mois après l’enregistrement par la CADA, le silence confirme le refus.`,
      en: `Two months after CADA registered the request, silence confirms the refusal.`,
    },
  ],
  next: ['l16'],
})

const reasons: LetterSeed = letter({
  code: 'L17',
  form: 'letter',
  situation: 'silence',
  fields: [
    ...who,
    field('administration', 'line', [
      ['L’administration qui n’a pas répondu', 'The public body that did not reply'],
      {
        hint: [
          'Par exemple : France Travail, direction régionale.',
          'For example: France Travail, direction régionale.',
        ],
      },
    ]),
    recipient,
    field('requestDate', 'day', [['Date de votre demande', 'Date of your request']]),
    field('asked', 'text', [['Ce que vous aviez demandé', 'What you had asked for']]),
    field('silenceDate', 'day', [
      ['Jour où le silence a valu refus', 'Day on which silence became a refusal'],
      {
        hint: [
          'Souvent deux mois après la réception de votre demande ou de votre recours.',
          'Often two months after your request or appeal was received.',
        ],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Demander les motifs d’un refus né du silence`,
    purpose: `Pour une demande ou un recours resté sans réponse, lorsque la décision aurait dû être motivée. Vous demandez les raisons, avant la fin du délai pour aller au tribunal.`,
    addressee: `{{administration}}
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `demande de communication des motifs d’une décision implicite de rejet`,
    body: `Madame, Monsieur,

Le {{requestDate}}, je vous ai adressé la demande suivante :

{{asked}}

Elle est restée sans réponse. Une décision implicite de rejet est née le {{silenceDate}}.

Je vous demande :
1. de me communiquer les motifs de cette décision, en droit et en fait ;
2. de me dire si un traitement algorithmique y a contribué, et lequel.

Bases de cette demande : articles L. 232-4, L. 211-2, L. 211-5 et L. 311-3-1 du code des relations entre le public et l’administration.

Je souhaite une réponse écrite dans le mois qui suit cette demande, comme le prévoit l’article L. 232-4. Le délai pour saisir le tribunal est prolongé jusqu’à deux mois après la communication des motifs.

Sans réponse, je pourrai faire valoir l’absence de motifs devant le médiateur ou le tribunal compétent.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `L’administration a un mois pour répondre. Quand les motifs arrivent, un délai de deux mois s’ouvre pour saisir le tribunal. S’ils n’arrivent pas, faites-vous conseiller : cette absence peut compter devant le juge.

Pour une décision de France Travail soumise à la médiation préalable, saisissez le médiateur dans le délai, sans attendre les motifs.`,
  },
  en: {
    title: `Ask for the reasons of a refusal by silence`,
    purpose: `For a request or appeal that got no reply, when the decision should have given reasons. You ask for them before the time to go to court ends.`,
    addressee: `The same public body you had written to. Copy its address from its letters.`,
    explanation: `**What happened.** What you asked, when, and the day on which silence became a refusal.

**What you ask.** The reasons in law and in fact; and whether an algorithm contributed.

**Legal basis, form and deadline.** Article L. 232-4: a reply within one month, and the time to go to court extended to two months after the reasons are given.

**If nothing comes.** You may rely on the lack of reasons before the mediator or the competent court.`,
    after: `The public body has one month to reply. When the reasons arrive, two months open to go to court. If they do not, take advice: that absence may count before the court.

For a France Travail decision that must go through mediation, turn to the mediator in time, without waiting for the reasons.`,
  },
  enclosures: [
    { fr: `Copie de la demande restée sans réponse`, en: `Copy of the request left without reply` },
    { fr: `Accusé de réception ou preuve de son envoi`, en: `Acknowledgement or proof that it was sent` },
  ],
  law: ['crpa-l232-4', 'crpa-l211-2', 'crpa-l211-5', 'crpa-l231-4', 'crpa-l311-3-1', 'crpa-l112-3', 'crpa-l112-6'],
  deadlines: [
    {
      rule: 'D-MOT',
      from: 'sent',
      fr: `Motifs attendus un mois après cette demande.`,
      en: `Reasons due one month after this request.`,
    },
    {
      rule: 'D-TA2',
      from: 'silenceDate',
      fr: `Pour envoyer cette demande : avant la fin du délai pour saisir le tribunal, en général deux mois après le refus.`,
      en: `To send this request: before the time to go to court ends, in general two months after the refusal.`,
    },
  ],
  next: ['l16', 'l15'],
})

export const silenceLetters: LetterSeed[] = [cada, reasons]
