import { field, ftId, letter, received, recipient, signing, who, type LetterSeed } from './letter-seed.ts'

export const observations: LetterSeed = letter({
  code: 'L10',
  form: 'letter',
  situation: 'received',
  fields: [
    ...who,
    ftId,
    recipient,
    field('about', 'choice', [
      ['Que vous annonce ce courrier ?', 'What does the letter announce?'],
      {
        choices: [
          `sanction: une sanction : suspension, suppression, radiation, avertissement\npenalty: une pénalité administrative, en euros`,
          `sanction: a sanction: suspension, withdrawal, removal, warning\npenalty: an administrative penalty, in euros`,
        ],
      },
    ]),
    field('noticeDate', 'day', [['Date du courrier', 'Date of the letter']]),
    received,
    field('reference', 'line', [['Référence du courrier', 'Reference of the letter'], { optional: true }]),
    field('facts', 'text', [['Ce qui vous est reproché', 'What you are accused of']]),
    field('answer', 'text', [
      ['Votre réponse', 'Your answer'],
      {
        hint: [
          'Des faits et des dates : démarches, santé, garde d’enfant, panne, erreur du service…',
          'In French, facts and dates: steps taken, health, childcare, breakdown, mistake of the service…',
        ],
      },
    ]),
    field('firstTime', 'choice', [
      ['Est-ce la première fois ?', 'Is it the first time?'],
      { choices: [`yes: oui\nno: non, ou je préfère ne pas le dire`, `yes: yes\nno: no, or I prefer not to say`] },
    ]),
    field('hearing', 'choice', [
      ['Souhaitez-vous un entretien ?', 'Would you like a hearing?'],
      {
        choices: [
          `no: non, mes observations écrites suffisent\nalone: oui\nhelped: oui, avec la personne de mon choix`,
          `no: no, written observations are enough\nalone: yes\nhelped: yes, with a person of my choice`,
        ],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Répondre avant une sanction ou une pénalité`,
    purpose: `Pour un courrier qui annonce une sanction envisagée. Vous avez dix jours pour écrire ou demander un entretien ; un mois si le courrier annonce une pénalité administrative. C’est souvent l’étape la plus utile : rien n’est encore décidé. Si vous ne pouvez pas tout réunir à temps, envoyez l’essentiel maintenant.`,
    addressee: `France Travail
Direction régionale
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `observations avant décision, à la suite de votre courrier`,
    body: `Madame, Monsieur,

J’ai reçu le {{receivedOn}} votre courrier daté du {{noticeDate}}, qui m’informe de la mesure envisagée à mon égard.

[[if reference]]
Il porte la référence {{reference}}.
[[end]]

Il me reproche ceci :

{{facts}}

Voici mes observations :

{{answer}}

[[if firstTime=yes]]
Il s’agit d’une première fois. Si une erreur a été commise, je demande à pouvoir la régulariser.
[[end]]

Je vous demande :
1. de prendre en compte ces observations et de renoncer à cette mesure ;
2. à défaut, de tenir compte du nombre et de la nature des obligations en cause, et de ce qui compte le plus pour mon insertion ;
3. de me communiquer mon dossier, y compris les éléments du contrôle ;
4. de me dire si un score, un tri ou un autre traitement algorithmique a conduit à ce contrôle ou à cette proposition, et de me communiquer son résultat ;
5. de motiver par écrit la décision qui sera prise.

[[if hearing=alone]]
Je demande aussi un entretien avant toute décision.
[[end]]
[[if hearing=helped]]
Je demande aussi un entretien avant toute décision. Une personne de mon choix m’assistera.
[[end]]

[[if about=sanction]]
Bases de ces observations : articles L. 5412-1, R. 5412-1, R. 5412-7 et R. 5412-7-1 du code du travail ; articles L. 122-1, L. 122-2, L. 123-1 et L. 311-3-1 du code des relations entre le public et l’administration. Le texte prévoit un délai de dix jours à compter de la réception.
[[end]]
[[if about=penalty]]
Bases de ces observations : articles L. 5426-5 et R. 5426-15 du code du travail ; articles L. 122-1, L. 122-2, L. 123-1, L. 123-2 et L. 311-3-1 du code des relations entre le public et l’administration. Le texte prévoit un délai d’un mois à compter de la réception.
[[end]]

Je souhaite une réponse écrite.

Si une décision est prise, je pourrai saisir le médiateur régional.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Envoyez cette lettre par l’espace personnel si vous le pouvez, et gardez une copie d’écran ; sinon par courrier recommandé. Pour une sanction, France Travail se prononce dans les quinze jours qui suivent le délai de dix jours, ou l’entretien. La décision dit ses motifs, sa durée et les recours.

Si votre état de santé, un handicap, une invalidité ou, pour un parent isolé, l’absence de solution de garde pour un enfant de moins de douze ans rend les quinze heures d’activité impossibles, vous pouvez demander à votre conseillère ou à votre conseiller un contrat sans durée hebdomadaire (article L. 5411-6).`,
  },
  en: {
    title: `Answer before a sanction or a penalty`,
    purpose: `For a letter announcing that a sanction is being considered. You have ten days to write or to ask for a hearing; one month if it announces an administrative penalty. It is often the most useful step: nothing is decided yet. If you cannot gather everything in time, send the essentials now.`,
    addressee: `The regional directorate of France Travail, best through your personal account online; otherwise by registered post to the address on the letter you received.`,
    explanation: `**What happened.** The letter you received, the day it arrived, and what it accuses you of.

**Your observations.** Facts and dates, in your words. If it is the first time, you ask to be allowed to put it right: a first mistake that is put right is not sanctioned, except for bad faith or fraud, which the service must prove.

**What you ask.** 1. Drop the sanction. 2. Otherwise weigh the number and nature of the obligations. 3. Your file. 4. Whether a score or triage led to the check or proposal, and its result. 5. Written reasons. Then a hearing, if you want one, alone or assisted.

**Legal basis.** The Labour Code on sanctions; the code on relations with the public on the right to be heard.

**Form and deadline.** A written reply. The letter recalls that the text gives ten days from receipt, or a month for a penalty.

**What comes next.** If a decision is taken you may turn to the regional mediator.`,
    after: `Send it through your personal account if you can, and keep a screenshot; otherwise by registered post. For a sanction, France Travail decides within fifteen days after the ten days, or after the hearing. The decision states its reasons, its length and the remedies.

If your health, a disability, an invalidity or, for a single parent, having no childcare for a child under twelve makes the fifteen hours of activity impossible, you may ask your adviser for a contract without weekly hours (article L. 5411-6).`,
  },
  enclosures: [
    { fr: `Copie du courrier reçu`, en: `Copy of the letter you received` },
    {
      fr: `Justificatifs : candidatures, rendez-vous, attestations`,
      en: `Evidence: applications, appointments, certificates`,
    },
  ],
  law: [
    'ct-r5412-7',
    'ct-r5412-7-1',
    'ct-l5412-1',
    'ct-r5412-1',
    'ct-r5412-4',
    'ct-l5411-6',
    'ct-l5426-5',
    'ct-r5426-15',
    'crpa-l121-1',
    'crpa-l121-2',
    'crpa-l122-1',
    'crpa-l122-2',
    'crpa-l123-1',
    'crpa-l123-2',
    'crpa-l311-3-1',
  ],
  deadlines: [
    {
      rule: 'D-OBS',
      from: 'receivedOn',
      when: 'about=sanction',
      fr: `Sanction envisagée : dix jours après la réception du courrier pour écrire ou demander un entretien. N’attendez pas le dernier.`,
      en: `Sanction considered: ten days after you received the letter to write or ask for a hearing. Do not wait for the last one.`,
    },
    {
      rule: 'D-PEN',
      from: 'receivedOn',
      when: 'about=penalty',
      fr: `Pénalité administrative envisagée : un mois après la réception du courrier.`,
      en: `Administrative penalty considered: one month after you received the letter.`,
    },
  ],
  next: ['l12', 'l15'],
})
