import {
  field,
  ftId,
  letter,
  received,
  recipient,
  signing,
  silenceRefuses,
  who,
  type LetterSeed,
} from './letter-seed.ts'

const explain: LetterSeed = letter({
  code: 'L02',
  form: 'letter',
  situation: 'received',
  fields: [
    ...who,
    ftId,
    recipient,
    field('decision', 'line', [
      ['La décision', 'The decision'],
      { hint: ['Par exemple : ma radiation de la liste.', 'In French, for example: ma radiation de la liste.'] },
    ]),
    field('decisionDate', 'day', [['Date de la décision', 'Date of the decision']]),
    received,
    field('reference', 'line', [['Référence du courrier', 'Reference of the letter'], { optional: true }]),
    field('mention', 'choice', [
      ['La décision parle-t-elle d’un algorithme ?', 'Does the decision mention an algorithm?'],
      { choices: [`no: non, je ne vois rien\nyes: oui`, `no: no, I see nothing\nyes: yes`] },
    ]),
    ...signing,
  ],
  fr: {
    title: `Demander l’explication de l’algorithme derrière ma décision`,
    purpose: `Pour une décision déjà prise : radiation, suspension, refus… Si un traitement algorithmique y a contribué, même en partie, vous avez le droit de savoir comment il s’est appliqué à vous.`,
    addressee: `France Travail
Direction régionale
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `demande d’explication du traitement algorithmique ayant contribué à une décision`,
    body: `Madame, Monsieur,

J’ai reçu la décision suivante, datée du {{decisionDate}} : {{decision}}.

[[if reference]]
Elle porte la référence {{reference}}.
[[end]]

[[if mention=yes]]
Cette décision mentionne un traitement algorithmique.
[[else]]
Je n’y trouve aucune mention d’un traitement algorithmique. Je souhaite savoir si un tel traitement y a contribué, à quelque étape que ce soit : repérage, tri, contrôle, proposition ou décision.
[[end]]

Je vous demande de me communiquer, sous une forme intelligible :
1. le degré et le mode de contribution du traitement algorithmique à la décision ;
2. les données traitées et leurs sources ;
3. les paramètres de traitement et, le cas échéant, leur pondération, appliqués à ma situation ;
4. les opérations effectuées par le traitement ;
5. l’endroit où figurait la mention explicite de ce traitement, et l’adresse de la page où ses règles sont publiées ;
6. si aucun traitement algorithmique n’a contribué à la décision, une réponse qui l’indique expressément.

Si un secret protégé par la loi s’oppose à une partie de la réponse, je vous demande de préciser lequel et de me communiquer le reste. Si un autre service détient ces informations, je vous prie de lui transmettre ma demande et de m’en informer.

Bases de cette demande : articles L. 311-3-1, R. 311-3-1-1 et R. 311-3-1-2, L. 311-7, L. 312-1-3 et L. 114-2 du code des relations entre le public et l’administration ; article 47 de la loi du 6 janvier 1978.

Je souhaite une réponse écrite. Le silence gardé pendant un mois vaut refus ; je pourrai alors saisir la Commission d’accès aux documents administratifs (CADA).

Cette demande est distincte des recours ouverts contre la décision elle-même.

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Un mois sans réponse vaut refus : vous avez ensuite deux mois pour saisir la CADA, gratuitement.

En mai 2025, selon la presse, France Travail a dit que ses « robots » résument les situations et ne proposent aucune sanction. La loi ne demande pas que l’algorithme décide seul : il suffit que la décision soit prise sur son fondement.

Demander une explication n’arrête pas le délai pour contester : saisissez aussi le médiateur à temps.`,
  },
  en: {
    title: `Ask for the explanation of the algorithm behind my decision`,
    purpose: `For a decision already taken: removal from the register, suspension, refusal… If an algorithm contributed to it, even in part, you have a right to know how it was applied to you.`,
    addressee: `The authority that took the decision: the regional directorate of France Travail named on your letter. Copy its address from that letter.`,
    explanation: `**What happened.** You name the decision, its date and reference, and say whether it mentions an algorithm. If it does not, you ask whether one contributed at any step: spotting, sorting, checking, proposing, deciding.

**What you ask, 1 to 4.** The four things the law lists: how far and in what way the processing contributed; the data and where they came from; the parameters and weights applied to you; the operations carried out.

**What you ask, 5 and 6.** Where the compulsory mention was, and the page where the rules are published; or a plain statement that no algorithm contributed.

**Secrets and the right service.** Which secret stands in the way, and the rest; and that your letter be passed on if another service holds the answer.

**Legal basis.** The code on relations with the public, and the data-protection act.

**Form and deadline.** A written reply. One month of silence means refusal.

**If nothing comes.** You may turn to CADA, the commission on access to documents. The letter says it is separate from contesting the decision.`,
    after: `One month without reply means refusal: you then have two months to turn to CADA, free of charge.

In May 2025, according to the press, France Travail said that its “robots” summarise situations and propose no sanction. The law does not require that the algorithm decide alone: it is enough that the decision is based on it.

Asking for an explanation does not stop the time to contest: turn to the mediator in time as well.`,
  },
  enclosures: [{ fr: `Copie de la décision`, en: `Copy of the decision` }],
  law: [
    'crpa-l311-3-1',
    'crpa-r311-3-1-1',
    'crpa-r311-3-1-2',
    'crpa-l311-7',
    'crpa-l312-1-3',
    'crpa-l114-2',
    'crpa-r311-12',
    'crpa-r311-13',
    'lil-47',
  ],
  deadlines: [
    silenceRefuses,
    {
      rule: 'D-MPO',
      from: 'receivedOn',
      fr: `Pour contester la décision elle-même : deux mois après sa notification pour saisir le médiateur régional.`,
      en: `To contest the decision itself: two months after it was notified to turn to the regional mediator.`,
    },
  ],
  next: ['l04', 'l12'],
})

const documentsFr = `rules: les règles définissant les traitements algorithmiques qui trient, notent ou classent les personnes inscrites
grids: les grilles et consignes remises aux agents qui utilisent leurs résultats
code: le code source de ces traitements
dpia: les analyses d’impact relatives à la protection des données
register: l’extrait du registre des traitements qui les concerne
ethics: les avis et comptes rendus du comité d’éthique
figures: les mesures d’erreur et de biais, et le nombre de personnes concernées par an`
const documentsEn = `rules: the rules that define the algorithms which sort, score or rank registered people
grids: the grids and instructions given to staff who use their results
code: the source code of these systems
dpia: the data-protection impact assessments
register: the extract of the register of processing that concerns them
ethics: the opinions and minutes of the ethics committee
figures: measures of error and bias, and the number of people concerned each year`

const documents: LetterSeed = letter({
  code: 'L03',
  form: 'letter',
  situation: 'know',
  fields: [
    ...who,
    recipient,
    field('documents', 'checks', [['Les documents', 'The documents'], { choices: [documentsFr, documentsEn] }]),
    field('precise', 'text', [
      ['Un document précis que vous cherchez', 'A precise document you are looking for'],
      {
        optional: true,
        hint: ['Son nom, sa date, où il est cité.', 'In French: its name, its date, where it is cited.'],
      },
    ]),
    ...signing,
  ],
  fr: {
    title: `Demander les documents sur les algorithmes`,
    purpose: `Pour obtenir les règles, les grilles, le code ou les évaluations. Toute personne peut demander, même sans dossier à France Travail ; une association aussi.`,
    addressee: `France Travail
Direction générale
[[if recipientAddress]]
{{recipientAddress}}
[[end]]`,
    subject: `demande de communication de documents administratifs`,
    body: `Madame, Monsieur,

Je souhaite connaître les traitements algorithmiques que France Travail utilise pour noter, classer ou trier les personnes inscrites. Je vous demande la communication de documents administratifs.

Je vous demande séparément chacun des documents suivants :

{{documents}}

[[if precise]]
Je vous demande aussi :

{{precise}}
[[end]]

Je vous prie :
1. d’examiner chaque document à part, de sorte qu’un refus sur l’un ne retarde pas les autres ;
2. de m’indiquer, pour chaque document refusé, le secret qui s’y oppose, et de me communiquer le reste après occultation ;
3. de me dire quels documents n’existent pas ;
4. de transmettre ma demande au service compétent s’il s’agit d’un autre, et de m’en informer ;
5. de m’indiquer l’adresse de la page où sont publiées les règles de vos principaux traitements algorithmiques.

Bases de cette demande : articles L. 300-2, L. 300-4, L. 311-1, L. 311-2, L. 311-7, L. 311-9 et L. 312-1-3 du code des relations entre le public et l’administration.

[[if email]]
Je souhaite recevoir ces documents par courrier électronique, à l’adresse {{email}}, dans un format ouvert et réutilisable.
[[else]]
Je souhaite recevoir une copie de ces documents à mon adresse.
[[end]]

Le silence gardé pendant un mois vaut refus ; je pourrai alors saisir la Commission d’accès aux documents administratifs (CADA).

Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: `Les refus les plus probables invoquent la sécurité des systèmes, la recherche d’infractions ou le secret des affaires. Deux réponses sont possibles : une partie protégée peut être occultée (article L. 311-7), et contrôler une recherche d’emploi n’est pas rechercher une infraction. Selon Mac4Ever, d’après La Quadrature du Net, France Travail refuse de communiquer le code source d’un outil ; nous n’avons trouvé aucun avis de la CADA.

Gardez la preuve de l’envoi : elle fait partir le délai d’un mois.`,
  },
  en: {
    title: `Ask for the documents about the algorithms`,
    purpose: `To obtain the rules, grids, code or assessments. Anyone may ask, even without a file at France Travail; an association may too.`,
    addressee: `The general directorate of France Travail. Copy the address from the official site.`,
    explanation: `**What it is about.** You wish to know the algorithms that France Travail uses to score, rank or sort registered people, and ask for administrative documents.

**The documents.** Each one is asked for separately: those you tick, and one you may name yourself.

**What you ask.** 1. Look at each document apart. 2. For each refusal, say which secret stands in the way and give the rest. 3. Say which documents do not exist. 4. Pass the request on if another service holds them. 5. Say where the rules of the main algorithms are published.

**Legal basis.** Source code is an administrative document; documents are sent free of charge by e-mail in an open format; part of a document can be blacked out.

**Form and deadline.** By e-mail if you gave one, otherwise on paper. One month of silence means refusal.

**If nothing comes.** You may turn to CADA.`,
    after: `The likeliest refusals invoke the security of systems, the detection of offences or business secrecy. Two answers are possible: a protected part can be blacked out (article L. 311-7), and checking a job search is not looking for an offence. According to Mac4Ever, after La Quadrature du Net, France Travail refuses to hand over the source code of a tool; we have found no opinion of CADA.

Keep the proof of sending: it starts the month.`,
  },
  enclosures: [],
  law: [
    'crpa-l300-2',
    'crpa-l300-4',
    'crpa-l311-1',
    'crpa-l311-2',
    'crpa-l311-5',
    'crpa-l311-6',
    'crpa-l311-7',
    'crpa-l311-9',
    'crpa-l312-1-3',
    'crpa-d312-1-4',
    'crpa-r311-12',
    'crpa-r311-13',
  ],
  deadlines: [silenceRefuses],
  next: ['l04'],
})

export const algorithmLetters: LetterSeed[] = [explain, documents]
