import { field, letter, signing, who, type LetterSeed } from './letter-seed.ts'

const later: LetterSeed = letter({
  code: 'L18',
  form: 'card',
  situation: 'received',
  fields: [],
  fr: {
    title: `L’article 86 du règlement sur l’intelligence artificielle : pourquoi cette lettre attend`,
    purpose: `L’article 86 du règlement européen sur l’intelligence artificielle donne le droit d’obtenir une explication claire du rôle d’un système à haut risque dans une décision. Beaucoup de personnes veulent l’invoquer.

Les obligations des systèmes à haut risque ont été reportées du 2 août 2026 au 2 décembre 2027 par des textes adoptés en juin 2026. Nous n’avons pas vu leur publication au Journal officiel de l’Union européenne, et nous ne savons pas si la date propre de l’article 86 a bougé. Une lettre fondée sur cet article pourrait donc être écartée.`,
    addressee: '',
    subject: '',
    body: '',
    after: `D’autres textes donnent dès aujourd’hui un droit à l’explication : la demande d’accès du RGPD et l’article L. 311-3-1 du code des relations entre le public et l’administration. Ce droit européen vient d’ailleurs en complément des autres, non à leur place. Nous reviendrons sur cette fiche quand la date sera établie.`,
  },
  en: {
    title: `Article 86 of the AI Act: why this letter waits`,
    purpose: `Article 86 of the European AI Act gives a right to a clear explanation of the role of a high-risk system in a decision. Many people want to invoke it.

The duties of high-risk systems were moved from 2 August 2026 to 2 December 2027 by texts adopted in June 2026. We have not seen their publication in the Official Journal of the European Union, and do not know whether the date of article 86 itself moved. A letter based on it might therefore be set aside.`,
    addressee: '',
    explanation: `Article 86 is not relied on here until the date from which it applies is established.`,
    after: `Other texts give a right to an explanation today: the access request of the GDPR, and article L. 311-3-1 of the code on relations with the public. This European right comes in addition to the others, not in their place. We will return to this card when the date is established.`,
  },
  enclosures: [],
  law: ['ria-86', 'rgpd-15', 'crpa-l311-3-1'],
  deadlines: [],
  next: ['l01', 'l02'],
})

const parliament: LetterSeed = letter({
  code: 'L19',
  form: 'letter',
  situation: 'speak',
  fields: [
    ...who,
    field('office', 'choice', [
      ['À qui écrivez-vous ?', 'Whom do you write to?'],
      {
        choices: [
          `deputy: ma députée ou mon député\nsenator: ma sénatrice ou mon sénateur`,
          `deputy: my member of the Assemblée\nsenator: my senator`,
        ],
      },
    ]),
    field('elected', 'line', [
      ['Son nom, avec Madame ou Monsieur', 'Their name, with Madame or Monsieur'],
      {
        hint: [
          'Il se trouve sur le site de l’Assemblée nationale ou du Sénat.',
          'It is on the site of the Assemblée nationale or the Sénat.',
        ],
      },
    ]),
    field('recipientAddress', 'text', [
      ['Adresse postale de l’assemblée ou de la permanence', 'Postal address of the assembly or the local office'],
      {
        optional: true,
        hint: [
          'À recopier de leur site officiel. Laissez vide si vous envoyez la lettre en ligne.',
          'Copy it from their official site. Leave empty if you send this online.',
        ],
      },
    ]),
    field('constituency', 'line', [
      ['Votre circonscription ou votre département', 'Your constituency or département'],
      { hint: ['Un code postal suffit.', 'A postcode is enough.'] },
    ]),
    field('personal', 'text', [
      ['Quelques phrases à vous', 'A few sentences of your own'],
      {
        optional: true,
        hint: [
          'Un message personnel est mieux lu. Ne dites que ce que vous acceptez de voir circuler.',
          'In French. A personal message is read more closely. Say only what you accept to see passed on.',
        ],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Écrire à ma députée, à mon sénateur`,
    purpose: `Pour demander à la personne qui vous représente de poser des questions sur les scores. Votre message part de chez vous : nous n’en gardons rien.`,
    addressee: `{{elected}}
[[if office=deputy]]
Assemblée nationale
[[else]]
Sénat
[[end]]
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `les scores de France Travail et les droits des personnes inscrites`,
    body: `{{elected}},

J’habite votre circonscription ou votre département : {{constituency}}. Je vous écris au sujet des algorithmes que France Travail emploie pour noter, trier ou classer des personnes sans emploi.

D’après le rapport de la Cour des comptes du 8 janvier 2026, 87 usages de l’intelligence artificielle y étaient recensés en avril 2025, et 18 avaient fait l’objet d’un suivi éthique, partiel. La Cour relève un retard important dans la conformité au RGPD. Selon La Quadrature du Net, un score de suspicion sert depuis 2018 à choisir des personnes à contrôler. France Travail répond que ces outils aident ses équipes, qu’aucun algorithme ne propose de sanction, et qu’une charte et un comité d’éthique les encadrent.

[[if personal]]
{{personal}}
[[end]]

Je vous demande :
1. d’interroger le Gouvernement sur la publication des règles de ces traitements, que prévoit l’article L. 312-1-3 du code des relations entre le public et l’administration ;
2. de demander comment les personnes sont informées, et comment elles peuvent contester un score ;
3. de demander si leurs erreurs et leurs effets inégaux ont été mesurés, et par qui ;
4. de me faire connaître la réponse.

Je vous remercie de l’attention portée à ce message et vous prie d’agréer, {{elected}}, l’expression de ma haute considération.`,
    after: `La plupart des élues et élus ont une adresse électronique publique et une permanence locale ; un appel à la permanence aide. Une réponse peut prendre plusieurs semaines.

Une signature de cette pétition ne peut pas être transférée vers la plateforme de l’Assemblée nationale : écrire est un autre chemin, qui s’ajoute.`,
  },
  en: {
    title: `Write to my member of parliament`,
    purpose: `To ask whoever represents you to put questions about the scores. Your message leaves from your side: we keep nothing of it.`,
    addressee: `Your member of the Assemblée nationale or your senator. Their address is on the site of the Assemblée or the Sénat.`,
    explanation: `**Who you are.** You live in the constituency or département, and write about algorithms that France Travail uses to score, sort or rank people without work.

**The facts, both sides.** What the audit court found on 8 January 2026; what La Quadrature du Net says of the suspicion score; what France Travail answers: the tools help its teams, no algorithm proposes a sanction, and a charter and an ethics committee frame them.

**A few sentences of your own.** Optional, and read more closely than the rest.

**What you ask.** 1. To question the Government on publishing the rules, which the law provides for. 2. How people are told and how they can contest a score. 3. Whether errors and unequal effects were measured, and by whom. 4. To know the reply.`,
    after: `Most members have a public e-mail address and a local office; a call to the office helps. A reply may take several weeks.

A signature of this petition cannot be transferred to the platform of the Assemblée nationale: writing is another way, which adds to it.`,
  },
  enclosures: [],
  law: ['crpa-l312-1-3'],
  deadlines: [],
  next: [],
})

export const publicLetters: LetterSeed[] = [later, parliament]
