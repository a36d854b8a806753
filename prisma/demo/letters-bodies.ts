import { field, ftId, letter, recipient, signing, who, type LetterSeed } from './letter-seed.ts'

const cnil: LetterSeed = letter({
  code: 'L09',
  form: 'letter',
  situation: 'silence',
  fields: [
    ...who,
    field('right', 'choice', [
      ['Le droit que vous avez exercé', 'The right you used'],
      {
        choices: [
          `access: le droit d’accès\nrectify: le droit de rectification\nerase: le droit à l’effacement ou à la limitation\nhuman: le droit à une intervention humaine`,
          `access: the right of access\nrectify: the right to rectification\nerase: the right to erasure or restriction\nhuman: the right to human intervention`,
        ],
      },
    ]),
    field('requestDate', 'day', [['Date de votre demande', 'Date of your request']]),
    field('outcome', 'choice', [
      ['Ce qui s’est passé', 'What happened'],
      {
        choices: [
          `silence: pas de réponse après un mois\npartial: une réponse incomplète\nrefused: un refus`,
          `silence: no reply after a month\npartial: an incomplete reply\nrefused: a refusal`,
        ],
      },
    ]),
    field('missing', 'text', [
      ['Ce qui manque ou ce que vous contestez', 'What is missing or what you contest'],
      { optional: true },
    ]),
    ...signing,
  ],
  fr: {
    title: `Adresser une plainte à la CNIL`,
    purpose: `Pour une demande sur vos données restée un mois sans réponse, refusée, ou mal satisfaite. La CNIL intervient gratuitement, après que vous avez écrit au service. Elle ne peut pas accorder d’indemnité.`,
    addressee: `CNIL
3 place de Fontenoy
TSA 80715
75334 Paris Cedex 07`,
    subject: `plainte concernant l’exercice de mes droits auprès de France Travail`,
    body: `Madame, Monsieur,

Le {{requestDate}}, j’ai exercé auprès de France Travail {{right}}.

[[if outcome=silence]]
Je n’ai reçu aucune réponse dans le délai d’un mois.
[[end]]
[[if outcome=partial]]
La réponse reçue est incomplète.
[[end]]
[[if outcome=refused]]
Ma demande a été refusée.
[[end]]

[[if missing]]
Voici ce qui manque, ou ce que je conteste :

{{missing}}
[[end]]

Je demande à la CNIL :
1. d’intervenir auprès de France Travail pour que ma demande reçoive une réponse complète ;
2. de vérifier si des scores, des classements ou des profils ont été calculés à mon sujet, et si les règles ont été respectées ;
3. de m’informer des suites données à cette plainte.

Bases de cette plainte : articles 12, 15 à 18 et 22 du règlement (UE) 2016/679 (RGPD) ; article R. 5312-45 du code du travail.

Je souhaite une réponse écrite, à l’adresse indiquée en tête de cette lettre.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Le formulaire en ligne de la CNIL est le chemin le plus court ; les mêmes mots y conviennent. Pour un envoi postal, vérifiez l’adresse sur le site de la CNIL : nous l’avons lue sur une page ancienne.

La CNIL peut poser des questions, s’adresser au service, contrôler ou sanctionner. Cela peut prendre du temps.`,
  },
  en: {
    title: `Complain to the CNIL`,
    purpose: `For a request about your data left without reply for a month, refused, or badly answered. The CNIL steps in free of charge, once you have written to the service. It cannot award damages.`,
    addressee: `The CNIL, through its online form or by post. Check the postal address on its site before posting: we read it on an older page.`,
    explanation: `**What happened.** Which right you used, on which day, and whether there was silence, an incomplete reply or a refusal; then what is missing.

**What you ask.** 1. That the CNIL step in so that you get a full reply. 2. That it check whether scores, rankings or profiles were computed about you, and whether the rules were kept. 3. That it tell you what came of it.

**Legal basis and form.** The GDPR and the Labour Code; a written reply to the address at the top.`,
    after: `The CNIL’s online form is the shortest way; the same words fit there. If you post it, check the address on the CNIL’s site: we read it on an older page.

The CNIL may ask questions, approach the service, inspect or sanction. That may take time.`,
  },
  enclosures: [
    { fr: `Copie de ma demande`, en: `Copy of your request` },
    { fr: `Preuve de son envoi`, en: `Proof that it was sent` },
    { fr: `Copie de la réponse, s’il y en a une`, en: `Copy of the reply, if there is one` },
  ],
  law: ['rgpd-77', 'rgpd-12', 'rgpd-15', 'rgpd-16', 'rgpd-17', 'rgpd-18', 'rgpd-22', 'ct-r5312-45'],
  deadlines: [],
  next: ['l15'],
})

const groundsFr = `health: l’état de santé ou le handicap
origin: l’origine ou la nationalité
sex: le sexe, la grossesse ou la situation de famille
age: l’âge
place: le lieu de résidence
poverty: la situation économique`
const groundsEn = `health: health or disability
origin: origin or nationality
sex: sex, pregnancy or family situation
age: age
place: place of residence
poverty: economic situation`

const defender: LetterSeed = letter({
  code: 'L15',
  form: 'letter',
  situation: 'beyond',
  fields: [
    ...who,
    ftId,
    recipient,
    field('facts', 'text', [
      ['Ce qui s’est passé', 'What happened'],
      { hint: ['Des faits et des dates.', 'In French: facts and dates.'] },
    ]),
    field('steps', 'text', [
      ['Ce que vous avez déjà fait', 'What you have already done'],
      {
        hint: [
          'Les courriers envoyés, leurs dates, les réponses.',
          'In French: letters sent, their dates, the replies.',
        ],
      },
    ]),
    field('grounds', 'checks', [
      ['Pensez-vous à une discrimination ?', 'Do you think of discrimination?'],
      {
        choices: [groundsFr, groundsEn],
        optional: true,
        hint: ['Facultatif : ces informations sont sensibles.', 'Optional: this information is sensitive.'],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Saisir le Défenseur des droits`,
    purpose: `Pour un service public qui ne répond pas, se trompe ou traite des personnes de façon inégale. C’est gratuit, et sans délai propre. Pour les décisions de France Travail soumises à la médiation, cette saisine, faite dans les deux mois de la décision, a sur le délai le même effet que celle du médiateur, et met fin à la médiation.`,
    addressee: `Défenseur des droits
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `réclamation concernant France Travail`,
    body: `Madame, Monsieur,

Je vous saisis d’une difficulté avec France Travail. Voici ce qui s’est passé :

{{facts}}

Voici les démarches que j’ai déjà faites :

{{steps}}

[[if grounds]]
Je pense que les éléments suivants ont pu jouer un rôle :

{{grounds}}
[[end]]

Je vous demande :
1. d’intervenir pour que ma situation soit réexaminée par une personne qui a le pouvoir de décider ;
2. de vérifier si un score, un tri ou un profil y a contribué, et si l’intervention humaine a été réelle ;
3. de me faire connaître les suites données à cette réclamation.

Bases de cette réclamation : loi organique n° 2011-333 du 29 mars 2011 ; articles L. 213-14 et R. 213-11 du code de justice administrative.

Je souhaite une réponse écrite, à l’adresse indiquée en tête de cette lettre.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Trois chemins : le formulaire en ligne, une rencontre avec une déléguée ou un délégué près de chez vous, ou le courrier, en principe sans timbre. Vérifiez l’adresse postale sur le site officiel avant d’envoyer.

Le Défenseur des droits peut demander des explications au service, proposer une solution, faire une recommandation. Il ne remplace pas le tribunal. En novembre 2024, il a recommandé que l’intervention humaine soit réelle dans les services publics qui emploient des algorithmes.`,
  },
  en: {
    title: `Turn to the Défenseur des droits`,
    purpose: `For a public service that does not reply, is wrong or treats people unequally. It is free, with no time limit of its own. For France Travail decisions that must go through mediation, turning to it within two months of the decision has the same effect on time as turning to the mediator, and ends the mediation.`,
    addressee: `The Défenseur des droits (ombudsman): online form, a local delegate, or by post. Check the postal address on the official site first.`,
    explanation: `**What happened, and what you have done.** Facts and dates; letters sent and the replies.

**Discrimination.** Only if you think of it and wish to say so. This is sensitive information.

**What you ask.** 1. That your situation be looked at again by someone with the power to decide. 2. A check whether a score, triage or profile contributed, and whether human intervention was real. 3. To know what came of it.

**Legal basis and form.** The act on the Défenseur des droits; a written reply to the address at the top.`,
    after: `Three ways: the online form, meeting a delegate near you, or post, in principle without a stamp. Check the postal address on the official site before sending.

The Défenseur des droits may ask the service to explain, propose a solution, make a recommendation. It does not replace the court. In November 2024 it recommended that human intervention be real in public services that use algorithms.`,
  },
  enclosures: [
    { fr: `Copie des courriers envoyés et reçus`, en: `Copy of letters sent and received` },
    { fr: `Copie de la décision, s’il y en a une`, en: `Copy of the decision, if there is one` },
  ],
  law: ['lo-2011-333', 'cja-l213-14', 'cja-r213-11', 'ct-l5312-12-1'],
  deadlines: [],
  next: ['l16'],
})

export const bodiesLetters: LetterSeed[] = [cnil, defender]
