import { court, crpa, gdpr, rule, type PathSeed } from './path-seed.ts'
import { crpaReadOn, seenOn } from './read-on.ts'

/** What one asked for, and the time to be answered or to go on. */
export const requestPaths: PathSeed[] = [
  rule('D-GDPR', {
    verifiedOn: seenOn,
    fr: {
      title: 'Vous avez demandé vos données, une correction ou un effacement',
      start: 'le jour où votre demande a été reçue',
      text: 'Une réponse est due en un mois. Ce mois peut devenir trois si l’on vous écrit, dans le premier mois, que la demande est complexe.',
      silence: 'Sans réponse au bout d’un mois, vous pouvez adresser une plainte à la CNIL.',
    },
    en: {
      title: 'You asked for your data, a correction or an erasure',
      start: 'the day your request was received',
      text: 'An answer is due within one month. The month may become three if they write to you, within the first one, that the request is complex.',
      silence: 'Without an answer after a month you can complain to the CNIL.',
    },
    letters: ['l01', 'l05', 'l09'],
    sources: [gdpr('12'), { text: 'Règlement 1182/71, art. 3', url: 'https://eur-lex.europa.eu/eli/reg/1971/1182/oj' }],
  }),
  rule('D-CADA1', {
    verifiedOn: crpaReadOn,
    fr: {
      title: 'Vous avez demandé des documents ou l’explication d’un algorithme',
      start: 'le jour où l’administration a reçu votre demande',
      text: 'Un mois de silence vaut refus. Rien d’autre ne vous est envoyé : ce refus naît tout seul.',
      silence: 'De ce jour, vous avez deux mois pour saisir la CADA.',
    },
    en: {
      title: 'You asked for documents or for the explanation of an algorithm',
      start: 'the day the administration received your request',
      text: 'One month of silence is a refusal. Nothing else is sent to you: this refusal comes by itself.',
      silence: 'From that day you have two months to turn to the CADA.',
    },
    letters: ['l02', 'l03'],
    sources: [crpa('R. *311-12', '31370407'), crpa('R. 311-13', '31370409')],
  }),
  rule('D-CADA2', {
    verifiedOn: crpaReadOn,
    fr: {
      title: 'Un document vous est refusé, par écrit ou par le silence',
      start: 'le jour du refus : celui où vous l’avez reçu, ou la fin du mois de silence',
      text: 'Vous avez deux mois pour saisir la Commission d’accès aux documents administratifs (CADA), par lettre ou par voie électronique, avec une copie de votre demande ou du refus. C’est obligatoire avant le tribunal.',
      silence: 'La CADA donne en principe son avis en un mois.',
    },
    en: {
      title: 'A document is refused, in writing or by silence',
      start: 'the day of the refusal: when you received it, or the end of the month of silence',
      text: 'You have two months to turn to the commission on access to administrative documents (CADA), by letter or online, with a copy of your request or of the refusal. It is compulsory before the court.',
      silence: 'In principle the CADA gives its opinion within one month.',
    },
    letters: ['l04'],
    sources: [
      crpa('R. 311-15', '31370411'),
      crpa('R. 343-1', '31370507'),
      crpa('R. 343-3', '31370511'),
      crpa('L. 342-1', '45213381'),
    ],
  }),
  rule('D-CADA3', {
    verifiedOn: crpaReadOn,
    fr: {
      title: 'La CADA a enregistré votre saisine',
      start: 'le jour où la CADA a enregistré votre demande',
      text: 'Si l’administration se tait encore deux mois, son refus est confirmé.',
      silence: 'De ce jour, vous avez deux mois pour saisir le tribunal administratif.',
    },
    en: {
      title: 'The CADA registered your referral',
      start: 'the day the CADA registered your request',
      text: 'If the administration stays silent for two more months, its refusal is confirmed.',
      silence: 'From that day you have two months to turn to the administrative court.',
    },
    letters: ['l16'],
    sources: [crpa('R. *343-4', '31370513'), crpa('R. 343-5', '31370515')],
  }),
  rule('D-MOT', {
    verifiedOn: crpaReadOn,
    fr: {
      title: 'Vous avez demandé les motifs d’un refus né du silence',
      start: 'le jour de votre demande de motifs',
      text: 'Les motifs doivent vous être communiqués dans le mois. La demande se fait dans le délai pour saisir le tribunal.',
      silence:
        'Quand les motifs vous sont communiqués, le délai pour saisir le tribunal va jusqu’à deux mois après ce jour.',
    },
    en: {
      title: 'You asked for the reasons of a refusal born of silence',
      start: 'the day of your request for reasons',
      text: 'The reasons must be given to you within the month. The request is made within the time to turn to the court.',
      silence:
        'When the reasons are given to you, the time to turn to the court goes on until two months after that day.',
    },
    letters: ['l17'],
    sources: [crpa('L. 232-4', '31367639')],
  }),
  rule('D-TA2', {
    verifiedOn: seenOn,
    fr: {
      title: 'Un refus définitif, écrit ou né du silence, après les recours obligatoires',
      start: 'le jour où vous avez reçu le refus, ou celui où il est né du silence',
      text: 'Le tribunal administratif se saisit dans les deux mois. Vérifiez d’abord qu’aucun recours n’est obligatoire avant : médiation, conseil départemental, CADA.',
    },
    en: {
      title: 'A final refusal, written or born of silence, after the compulsory appeals',
      start: 'the day you received the refusal, or when it was born of silence',
      text: 'The administrative court is open for two months. First make sure that nothing is compulsory before: mediation, département council, CADA.',
    },
    letters: ['l16'],
    sources: [court('R. 421-1, R. 421-2 et R. 421-7')],
  }),
  rule('D-DDD', {
    verifiedOn: seenOn,
    fr: {
      title: 'Vous voulez saisir le Défenseur des droits',
      start: 'n’importe quel jour',
      text: 'Il n’y a pas de délai, et c’est gratuit. Pour une décision de France Travail qui passe par la médiation, saisir le Défenseur des droits dans le délai interrompt le temps comme saisir le médiateur.',
    },
    en: {
      title: 'You want to turn to the Défenseur des droits (ombudsman)',
      start: 'any day',
      text: 'There is no time limit, and it is free. For a France Travail decision that goes through mediation, turning to the Défenseur des droits in time interrupts the delay as turning to the mediator does.',
    },
    letters: ['l15'],
    sources: [court('L. 213-14 et R. 213-11')],
  }),
]
