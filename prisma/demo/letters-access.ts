import { field, ftId, letter, recipient, replyDue, signing, who, type LetterSeed } from './letter-seed.ts'

const systemsFr = `suspicion: le score de suspicion, ou score de risque
control: le tri des contrôles de la recherche d’emploi
employability: le score d’employabilité
journal: le profil tiré du journal de la recherche d’emploi
other: tout autre score, classement ou profil`
const systemsEn = `suspicion: the suspicion score, or risk score
control: the triage of job-search checks
employability: the employability score
journal: the profile drawn from the job-search journal
other: any other score, ranking or profile`

const access: LetterSeed = letter({
  code: 'L01',
  form: 'letter',
  situation: 'know',
  fields: [
    ...who,
    ftId,
    recipient,
    field('systems', 'checks', [
      ['Ce que vous cherchez', 'What you are looking for'],
      {
        choices: [systemsFr, systemsEn],
        optional: true,
        hint: ['Rien de coché : la demande porte sur tout.', 'Nothing ticked: the request covers everything.'],
      },
    ]),
    field('period', 'line', [
      ['Période', 'Period'],
      {
        optional: true,
        hint: [
          'Par exemple : de janvier 2024 à aujourd’hui.',
          'In French, for example: de janvier 2024 à aujourd’hui.',
        ],
      },
    ]),
    field('reply', 'choice', [
      ['Comment souhaitez-vous recevoir la réponse ?', 'How would you like the reply?'],
      {
        choices: [
          `electronic: par voie électronique\npaper: sur papier`,
          `electronic: electronically\npaper: on paper`,
        ],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Demander mes scores et leur logique`,
    purpose: `Pour savoir si un score, un classement ou une étiquette existe à votre sujet, ce qu’il contient et comment il est obtenu. Aucune décision n’est nécessaire : toute personne qui a un dossier peut demander.`,
    addressee: `France Travail
Délégation à la protection des données
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `demande d’accès à mes données, y compris les scores et leur logique`,
    body: `Madame, Monsieur,

J’ai un dossier à France Travail. Je souhaite savoir si des scores, des classements, des catégories ou des étiquettes ont été calculés à mon sujet, et de quelle manière. J’exerce pour cela mon droit d’accès.

[[if systems]]
Ma demande vise en particulier :

{{systems}}
[[end]]

[[if period]]
Elle porte sur la période suivante : {{period}}.
[[end]]

Je vous demande :
1. de me confirmer si des données me concernant sont traitées, et de m’en remettre une copie complète ;
2. de m’indiquer la source de ces données, les personnes ou les services qui les ont reçues et leur durée de conservation ;
3. de me communiquer chaque score, rang, classe, étiquette ou segment calculé à mon sujet, avec sa date et la version du modèle ou des règles ;
4. de me dire si ce résultat a compté dans un contrôle, une proposition ou une décision, laquelle et à quelle date ;
5. de m’expliquer, de façon concise et compréhensible, la procédure et les principes réellement appliqués à mes données, leur importance et les conséquences prévues pour moi ;
6. de me dire si une personne a examiné ce résultat, si elle pouvait s’en écarter et si elle l’a fait ;
7. de m’indiquer ce qui, dans ma situation, aurait conduit à un autre résultat ;
8. si aucun calcul de ce type n’existe à mon sujet, de me l’écrire expressément.

Si un secret vous paraît s’opposer à une partie de la réponse, je vous demande de le préciser point par point et de me communiquer le reste.

Bases de cette demande : articles 12, 15 et 22 du règlement (UE) 2016/679 (RGPD) ; article R. 5312-45 du code du travail ; Cour de justice de l’Union européenne, 27 février 2025, C-203/22.

[[if reply=electronic]]
Je souhaite recevoir la réponse par voie électronique, dans un format courant.
[[else]]
Je souhaite recevoir la réponse sur papier, à mon adresse.
[[end]]

Le RGPD prévoit une réponse dans le mois qui suit la réception de cette lettre. Je ne joins pas de copie de pièce d’identité : si un doute vous empêche de répondre, dites-moi quelle information manque.

Sans réponse dans ce délai, je pourrai adresser une réclamation à la CNIL.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Cette demande peut aussi passer par le formulaire en ligne de France Travail (article R. 5312-45).

France Travail répond en principe dans le mois qui suit la réception. Le service peut prolonger ce délai de deux mois pour une demande complexe, s’il vous en informe pendant le premier mois.

La réponse peut dire qu’aucun score n’existe, ou refuser une partie en invoquant un secret. Gardez-la : elle est utile pour la suite. Une réponse incomplète permet aussi de s’adresser à la CNIL.`,
  },
  en: {
    title: `Ask for my scores and their logic`,
    purpose: `To find out whether a score, ranking or label exists about you, what it contains and how it is obtained. No decision is needed: anyone who has a file may ask.`,
    addressee: `The data protection officer of France Travail, by post or through the online form on its site. Copy the address from the official site: we have not verified one.`,
    explanation: `**Who you are.** You have a file at France Travail and use your right of access to know whether scores, rankings, categories or labels were computed about you, and how.

**What it covers.** The systems you ticked and the period you gave. Without either, the request covers everything.

**What you ask, 1 to 4.** Confirmation and a full copy of your data; where they come from, who received them and how long they are kept; every score, rank, class, label or segment with its date and version; whether it counted in a check, a proposal or a decision.

**What you ask, 5 to 8.** A clear explanation of the procedure actually applied to you; whether a human looked at the result and could depart from it; what would have led to another result; and, if nothing was computed, a written statement of that.

**Secrets.** If the service finds that a secret stands in the way, it should say so point by point and give you the rest.

**Legal basis and form.** GDPR, Labour Code, and a judgment of the EU Court of Justice of 27 February 2025. You choose paper or electronic reply. The reply is due within one month of receipt.

**No copy of an identity document.** If there is a real doubt about who you are, the service should say which information is missing.

**If nothing comes.** You may complain to the CNIL. The letter says so without threatening.`,
    after: `France Travail should reply within one month of receipt. It may take two more months for a complex request, if it tells you so within the first month.

The reply may say that no score exists, or refuse part of it because of a secret. Keep it: it is useful for what follows. An incomplete reply is also a reason to turn to the CNIL.`,
  },
  enclosures: [],
  law: ['rgpd-12', 'rgpd-15', 'rgpd-22', 'ct-r5312-45', 'cjue-c203-22'],
  deadlines: [replyDue],
  next: ['l09'],
})

const rectify: LetterSeed = letter({
  code: 'L05',
  form: 'letter',
  situation: 'correct',
  fields: [
    ...who,
    ftId,
    recipient,
    field('wrong', 'text', [
      ['Ce qui est faux ou manque', 'What is wrong or missing'],
      {
        hint: [
          'Une ligne par donnée : où vous l’avez vue, ce qu’elle dit, ce qu’elle devrait dire.',
          'In French, one line for each fact: where you saw it, what it says, what it should say.',
        ],
      },
    ]),
    field('effect', 'text', [
      ['Ce que cette erreur a entraîné', 'What this mistake led to'],
      {
        optional: true,
        hint: ['Un contrôle, un courrier, une orientation…', 'In French: a check, a letter, a referral…'],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Faire corriger une donnée fausse`,
    purpose: `Pour faire rectifier une donnée inexacte, ou compléter une donnée incomplète, dans votre dossier. C’est utile avant qu’un calcul ou une décision ne s’appuie dessus, et après aussi.`,
    addressee: `France Travail
Délégation à la protection des données
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `demande de rectification de mes données`,
    body: `Madame, Monsieur,

J’ai un dossier à France Travail. J’y ai relevé des données inexactes ou incomplètes, que je vous demande de corriger.

Voici les données en cause :

{{wrong}}

[[if effect]]
Ces données ont eu pour moi la conséquence suivante :

{{effect}}
[[end]]

Je vous demande :
1. de rectifier ou de compléter chacune de ces données ;
2. de m’indiquer d’où venait chaque donnée inexacte ;
3. d’informer de la correction les services et les organismes qui les ont reçues, et de me dire lesquels ;
4. de me dire si un score, un classement ou un profil a été calculé avec ces données et, dans ce cas, de le calculer à nouveau ;
5. de m’envoyer la confirmation de ce qui a été corrigé.

Bases de cette demande : articles 12 et 16 du règlement (UE) 2016/679 (RGPD) ; article R. 5312-45 du code du travail.

Le RGPD prévoit une réponse dans le mois qui suit la réception de cette lettre. Je souhaite la recevoir par écrit. Si vous refusez une correction, je vous prie de m’en donner les raisons pour chaque donnée.

Sans réponse dans ce délai, je pourrai adresser une réclamation à la CNIL.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Cette demande peut aussi passer par le formulaire en ligne de France Travail (article R. 5312-45).

Une fois la donnée corrigée, demandez si le calcul ou la décision qui s’appuyait sur elle a été revu. Corriger une donnée ne change pas à lui seul une décision déjà prise : celle-ci se conteste à part, dans son propre délai.`,
  },
  en: {
    title: `Have a wrong fact corrected`,
    purpose: `To have a wrong fact corrected, or an incomplete one completed, in your file. It helps before a computation or a decision rests on it, and afterwards too.`,
    addressee: `The data protection officer of France Travail, by post or through the online form on its site.`,
    explanation: `**Who you are and what happened.** You have a file at France Travail and found facts in it that are wrong or incomplete.

**The facts.** One line for each: where you saw it, what it says, what it should say. If it had a consequence for you, say which.

**What you ask.** 1. Correct or complete each fact. 2. Say where the mistake came from. 3. Tell those who received the data, and say who they are. 4. Say whether a score, ranking or profile was computed with them, and compute it again. 5. Confirm what was corrected.

**Legal basis, form and deadline.** GDPR and Labour Code; a written reply within one month of receipt, with reasons for each refusal.

**If nothing comes.** You may complain to the CNIL.`,
    after: `Once the fact is corrected, ask whether the computation or decision that rested on it was looked at again. Correcting a fact does not by itself change a decision already taken: that is contested separately, within its own time limit.`,
  },
  enclosures: [
    {
      fr: `Copie des documents qui montrent la bonne information`,
      en: `Copy of the documents that show the right information`,
    },
  ],
  law: ['rgpd-12', 'rgpd-16', 'ct-r5312-45'],
  deadlines: [replyDue],
  next: ['l09'],
})

export const accessLetters: LetterSeed[] = [access, rectify]
