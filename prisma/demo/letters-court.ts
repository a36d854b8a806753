import { field, letter, recipient, signing, who, type LetterSeed } from './letter-seed.ts'

const petition: LetterSeed = letter({
  code: 'L16',
  form: 'letter',
  situation: 'beyond',
  fields: [
    ...who,
    field('court', 'line', [
      ['Ville du tribunal administratif', 'Town of the administrative court'],
      { hint: ['Celui qui est indiqué sur la décision.', 'The one named on the decision.'] },
    ]),
    recipient,
    field('author', 'line', [
      ['L’administration dont vous contestez la décision', 'The public body whose decision you contest'],
      {
        hint: [
          'Par exemple : France Travail, direction régionale.',
          'For example: France Travail, direction régionale.',
        ],
      },
    ]),
    field('decision', 'line', [['La décision', 'The decision']]),
    field('decisionDate', 'day', [['Date de la décision', 'Date of the decision']]),
    field('endedOn', 'day', [
      ['Fin de la médiation ou du recours préalable', 'End of the mediation or prior appeal'],
      {
        hint: [
          'Le jour où l’on vous a écrit qu’elle est terminée, ou celui où le silence a valu rejet.',
          'The day you were told in writing that it ended, or the day silence became a refusal.',
        ],
      },
    ]),
    field('facts', 'text', [['Les faits, dans l’ordre', 'The facts, in order']]),
    field('grounds', 'checks', [
      ['Pourquoi la décision serait illégale', 'Why the decision would be unlawful'],
      {
        choices: [
          `reasons: elle n’est pas motivée, ou ses motifs ne disent pas les faits
procedure: la procédure n’a pas été respectée
error: elle repose sur des faits inexacts
excessive: elle est disproportionnée
mention: elle ne mentionne pas le traitement algorithmique qui l’a fondée
equality: elle repose sur une discrimination`,
          `reasons: it gives no reasons, or they do not state the facts
procedure: the procedure was not followed
error: it rests on wrong facts
excessive: it is disproportionate
mention: it does not mention the algorithm on which it is based
equality: it rests on discrimination`,
        ],
      },
    ]),
    field('detail', 'text', [['Expliquez chaque point', 'Explain each point']]),
    ...signing,
  ],
  fr: {
    title: `Préparer une requête au tribunal administratif`,
    purpose: `Un plan, pas une requête complète : à apporter à une permanence juridique, à une association ou à un point-justice. Le tribunal n’est possible qu’après la médiation, le recours préalable ou la CADA, selon le cas.`,
    addressee: `Tribunal administratif de {{court}}
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `requête en annulation`,
    body: `Madame, Monsieur,

Je demande l’annulation de la décision suivante, prise le {{decisionDate}} par {{author}} : {{decision}}.

La démarche préalable, dont je joins la preuve, s’est terminée le {{endedOn}}.

Les faits :

{{facts}}

Je soutiens que cette décision est illégale pour les raisons suivantes :

{{grounds}}

Plus précisément :

{{detail}}

Je demande au tribunal :
1. d’annuler cette décision ;
2. d’ordonner le rétablissement de mes droits à la date où ils ont cessé ;
3. d’ordonner la communication de tout résultat d’un traitement algorithmique qui a contribué à la décision, et de son explication.

Bases de cette requête : articles L. 213-13 et R. 421-1 du code de justice administrative ; articles L. 211-2, L. 211-5, L. 311-3-1 et L. 342-1 du code des relations entre le public et l’administration ; articles R. 5312-47 et R. 5412-7 du code du travail.

Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.`,
    after: `Faites relire ce plan avant de l’envoyer. Renseignez-vous au tribunal ou à un point-justice sur trois choses que nous n’avons pas vérifiées : l’envoi par internet, l’aide juridictionnelle, et l’obligation ou non d’avoir une avocate ou un avocat.

Si la situation est urgente, demandez-leur aussi si la décision peut être suspendue : nous n’avons pas relu ce texte. Un nouveau recours gracieux après la médiation n’allonge pas le délai.`,
  },
  en: {
    title: `Prepare a petition to the administrative court`,
    purpose: `An outline, not a full petition: to take to a legal-advice session, an association or a point-justice. Court is open only after mediation, the prior appeal or CADA, as the case may be.`,
    addressee: `The administrative court named on the decision. Its address is on the court’s own site.`,
    explanation: `**What you contest.** The decision, its date, who took it, and the day on which mediation or the prior appeal ended, with proof.

**The facts.** In order, dated.

**Why it would be unlawful.** The grounds you tick, then each explained: no reasons, procedure not followed, wrong facts, disproportion, missing mention of the algorithm, discrimination.

**What you ask.** 1. Annul the decision. 2. Restore your rights. 3. Order that any algorithmic result and its explanation be disclosed.

**Legal basis.** The code of administrative justice, the code on relations with the public, the Labour Code.`,
    after: `Have this outline read before you send it. Ask the court or a point-justice about three things we have not verified: sending it online, legal aid, and whether a lawyer is compulsory.

If the situation is urgent, ask them too whether the decision can be suspended: we have not read that text. A further appeal to the same body after mediation does not extend the time.`,
  },
  enclosures: [
    { fr: `Copie de la décision contestée`, en: `Copy of the contested decision` },
    {
      fr: `Preuve de la fin de la médiation ou du recours préalable`,
      en: `Proof that mediation or the prior appeal ended`,
    },
    { fr: `Justificatifs numérotés`, en: `Numbered evidence` },
  ],
  law: [
    'cja-r421-1',
    'cja-l213-13',
    'cja-r213-13',
    'cja-r411-1',
    'cja-l521-1',
    'crpa-l211-2',
    'crpa-l211-5',
    'crpa-l311-3-1',
    'crpa-l342-1',
    'crpa-l411-2',
    'ct-r5312-47',
    'ct-r5412-7',
  ],
  deadlines: [
    {
      rule: 'D-TA1',
      from: 'endedOn',
      fr: `Pour saisir le tribunal administratif : deux mois après la fin de la médiation ou du recours préalable.`,
      en: `To go to the administrative court: two months after the end of mediation or of the prior appeal.`,
    },
  ],
  next: ['l15'],
})

export const courtLetters: LetterSeed[] = [petition]
