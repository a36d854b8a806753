import { field, ftId, letter, received, recipient, replyDue, signing, who, type LetterSeed } from './letter-seed.ts'

const erase: LetterSeed = letter({
  code: 'L06',
  form: 'letter',
  situation: 'correct',
  fields: [
    ...who,
    ftId,
    recipient,
    field('data', 'text', [['Les données en cause', 'The data concerned']]),
    field('wish', 'choice', [
      ['Ce que vous demandez', 'What you ask for'],
      {
        choices: [
          `erase: leur effacement\nfreeze: leur gel pendant qu’elles sont vérifiées`,
          `erase: that they be erased\nfreeze: that they be frozen while they are checked`,
        ],
      },
    ]),
    field('ground', 'text', [
      ['Pourquoi', 'Why'],
      {
        hint: [
          'Inexactes, plus utiles, recueillies sans raison…',
          'In French: wrong, no longer useful, collected for no reason…',
        ],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Faire effacer ou geler une donnée`,
    purpose: `Pour demander l’effacement d’une donnée, ou son gel pendant que son exactitude est vérifiée. Un effacement est souvent refusé lorsque le service a besoin de la donnée pour sa mission publique : la rectification ou le gel peuvent aussi être demandés.`,
    addressee: `France Travail
Délégation à la protection des données
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `demande d’effacement ou de limitation de mes données`,
    body: `Madame, Monsieur,

J’ai un dossier à France Travail. Je vous écris au sujet des données suivantes :

{{data}}

Ma demande repose sur la raison suivante :

{{ground}}

Je vous demande :
[[if wish=erase]]
1. d’effacer ces données ;
2. si l’effacement n’est pas possible, de me dire pour chacune quelle règle s’y oppose, et d’en limiter l’usage ;
[[else]]
1. de limiter l’usage de ces données pendant que leur exactitude ou leur utilité est vérifiée ;
2. de me prévenir avant que cette limitation ne soit levée ;
[[end]]
3. d’informer de cette mesure les services et les organismes qui ont reçu ces données, et de me dire lesquels ;
4. de ne pas fonder de score, de classement ni de décision sur ces données d’ici là.

Bases de cette demande : articles 12, 17 et 18 du règlement (UE) 2016/679 (RGPD) ; article R. 5312-45 du code du travail.

Le RGPD prévoit une réponse dans le mois qui suit la réception de cette lettre. Je souhaite la recevoir par écrit.

Sans réponse dans ce délai, je pourrai adresser une réclamation à la CNIL.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Cette demande peut aussi passer par le formulaire en ligne de France Travail (article R. 5312-45).

Attendez-vous à un refus motivé si la donnée sert encore à une mission du service. Demandez alors sa rectification, ou sa durée de conservation. Si la réponse ne vient pas, ou ne donne pas de raison, la CNIL peut être saisie.`,
  },
  en: {
    title: `Have data erased or frozen`,
    purpose: `To ask that data be erased, or frozen while their accuracy is checked. Erasure is often refused where the service needs the data for its public task: rectification or freezing can be asked for as well.`,
    addressee: `The data protection officer of France Travail, by post or through the online form on its site.`,
    explanation: `**Who you are.** You have a file at France Travail and write about certain data in it.

**Why.** You give your reason in a sentence: wrong, no longer useful, collected for no reason.

**What you ask.** Either erasure, and otherwise the rule that stands in the way and a restriction; or that the data be frozen while they are checked, with a warning before that ends. In both cases: that those who received the data are told, and that no score, ranking or decision rests on them meanwhile.

**Legal basis, form and deadline.** GDPR and Labour Code; a written reply within one month of receipt.

**If nothing comes.** You may complain to the CNIL.`,
    after: `Expect a refusal with reasons if the data still serve a task of the service. Then ask for rectification, or for how long they are kept. If no reply comes, or none with reasons, you may turn to the CNIL.`,
  },
  enclosures: [],
  law: ['rgpd-12', 'rgpd-17', 'rgpd-18', 'ct-r5312-45'],
  deadlines: [replyDue],
  next: ['l09'],
})

const object: LetterSeed = letter({
  code: 'L07',
  form: 'card',
  situation: 'correct',
  fields: [],
  fr: {
    title: `M’opposer au traitement : pourquoi cette lettre n’existe pas`,
    purpose: `Le RGPD prévoit, à l’article 21, un droit d’opposition. On le cite souvent. Pour le système d’information de France Travail, un texte l’écarte : l’article R. 5312-45 du code du travail dit que ce droit ne s’applique pas à ce traitement.

Une lettre d’opposition serait donc refusée, et vous auriez perdu du temps. Nous n’en proposons pas.`,
    addressee: '',
    subject: '',
    body: '',
    after: `Le même article garde quatre droits : l’accès, la rectification, l’effacement et la limitation. Demander l’accès à ses scores, faire corriger une donnée fausse ou en demander le gel sont les chemins ouverts. Et si une décision a suivi, elle se conteste.`,
  },
  en: {
    title: `Object to the processing: why there is no such letter`,
    purpose: `Article 21 of the GDPR provides for a right to object. It is often cited. For France Travail’s information system a text sets it aside: article R. 5312-45 of the Labour Code says that this right does not apply to that processing.

A letter of objection would therefore be refused, and you would have lost time. We do not offer one.`,
    addressee: '',
    explanation: `The right to object does not apply here. The rights of access, rectification, erasure and restriction do.`,
    after: `The same article keeps four rights: access, rectification, erasure and restriction. Asking for your scores, having a wrong fact corrected or asking that it be frozen are the ways that are open. And if a decision followed, it can be contested.`,
  },
  enclosures: [],
  law: ['rgpd-21', 'ct-r5312-45'],
  deadlines: [],
  next: ['l01', 'l05', 'l06'],
})

const human: LetterSeed = letter({
  code: 'L08',
  form: 'letter',
  situation: 'received',
  fields: [
    ...who,
    ftId,
    recipient,
    field('decision', 'line', [
      ['La décision', 'The decision'],
      {
        hint: [
          'Par exemple : la suspension de mon allocation.',
          'In French, for example: la suspension de mon allocation.',
        ],
      },
    ]),
    field('decisionDate', 'day', [['Date de la décision', 'Date of the decision']]),
    received,
    field('reference', 'line', [['Référence du courrier', 'Reference of the letter'], { optional: true }]),
    field('why', 'text', [
      ['Pourquoi elle paraît automatique', 'Why it seems automatic'],
      {
        hint: [
          'Réponse immédiate, formule type, aucune question posée…',
          'In French: instant reply, standard wording, no question asked…',
        ],
      },
    ]),
    field('view', 'text', [['Votre point de vue', 'Your own point of view']]),
    ...signing,
  ],
  fr: {
    title: `Demander qu’une personne réexamine une décision automatique`,
    purpose: `Pour une décision qui paraît avoir été prise par une machine seule. Vous donnez votre point de vue et demandez qu’une personne ayant le pouvoir de décider la réexamine. Cette lettre ne remplace pas la contestation dans les délais : si un délai court, envoyez aussi la lettre de médiation.`,
    addressee: `France Travail
Délégation à la protection des données
et autorité qui a pris la décision
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `demande d’intervention humaine et de réexamen`,
    body: `Madame, Monsieur,

J’ai reçu la décision suivante, datée du {{decisionDate}} : {{decision}}.

[[if reference]]
Elle porte la référence {{reference}}.
[[end]]

Elle me paraît avoir été prise par un traitement automatisé, pour les raisons suivantes :

{{why}}

Voici mon point de vue :

{{view}}

Je vous demande :
1. de me dire si cette décision a été prise, en tout ou en partie, par un traitement automatisé, et quelle part revient à une personne ;
2. de la faire réexaminer par une personne qui a le pouvoir de la modifier et qui tienne compte de ce qui précède ;
3. de me communiquer le résultat calculé à mon sujet et l’explication de la procédure suivie ;
4. de me dire où figurait, dans la décision, la mention d’un traitement algorithmique ;
5. de me faire connaître la décision prise après ce réexamen, avec ses motifs.

Bases de cette demande : articles 12, 15 et 22 du règlement (UE) 2016/679 (RGPD) ; article 47 de la loi du 6 janvier 1978 ; article L. 311-3-1 du code des relations entre le public et l’administration ; Cour de justice de l’Union européenne, 7 décembre 2023, C-634/21.

Je souhaite une réponse écrite dans le mois qui suit la réception de cette lettre, délai que prévoit le RGPD.

Sans réponse, je pourrai adresser une réclamation à la CNIL. Cette demande ne remplace pas les recours ouverts contre la décision.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Le droit à une intervention humaine vient de l’article 22 du RGPD, pour une décision entièrement automatisée ; nous n’avons pas relu ce passage dans le texte officiel. Le service peut répondre qu’une personne a bien décidé. Un juge autrichien a écarté cet article en 2025, parce que les conseillers gardaient un vrai pouvoir. Demandez alors ce que cette personne a examiné : la réponse compte pour la suite.

Le délai pour contester la décision court pendant ce temps. N’attendez pas la réponse pour saisir le médiateur.`,
  },
  en: {
    title: `Ask for a human to look again at an automatic decision`,
    purpose: `For a decision that seems to have been taken by a machine alone. You give your view and ask that a person with the power to decide look at it again. This letter does not replace contesting the decision in time: if a time limit is running, send the mediation letter too.`,
    addressee: `The data protection officer of France Travail and the authority that took the decision (its name is on the letter you received).`,
    explanation: `**What happened.** You name the decision, its date and its reference.

**Why it seems automatic, and your view.** In your words: an instant reply, standard wording, no question asked; then what you think should be taken into account.

**What you ask.** 1. Whether processing took the decision in whole or in part, and what a person did. 2. A new look by someone with the power to change it. 3. The result computed about you and an explanation. 4. Where the decision mentioned an algorithm. 5. The decision after that new look, with reasons.

**Legal basis.** GDPR, the French data-protection act, the code on relations with the public, and the SCHUFA judgment: computing a score may itself be the decision when whoever decides draws strongly on it.

**Form and deadline.** A written reply within one month of receipt.

**If nothing comes.** You may complain to the CNIL. The letter says that it does not replace the remedies against the decision.`,
    after: `The right to human intervention comes from article 22 of the GDPR, for a decision that is automated throughout; we have not read that passage in the official text. The service may reply that a human did decide. An Austrian court set that article aside in 2025, because advisers kept real power. Then ask what that person looked at: the reply matters later.

The time to contest the decision runs meanwhile. Do not wait for the reply before turning to the mediator.`,
  },
  enclosures: [{ fr: `Copie de la décision`, en: `Copy of the decision` }],
  law: ['rgpd-12', 'rgpd-15', 'rgpd-22', 'lil-47', 'crpa-l311-3-1', 'cjue-c634-21'],
  deadlines: [
    replyDue,
    {
      rule: 'D-MPO',
      from: 'receivedOn',
      fr: `Pour contester la décision elle-même : deux mois après sa notification pour saisir le médiateur régional.`,
      en: `To contest the decision itself: two months after it was notified to turn to the regional mediator.`,
    },
  ],
  next: ['l12', 'l09', 'l11'],
})

export const limitsLetters: LetterSeed[] = [erase, object, human]
