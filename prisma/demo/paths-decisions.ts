import { court, labour, rule, type PathSeed } from './path-seed.ts'
import { seenOn } from './read-on.ts'

const mediation = court('R. 213-10 et R. 421-7')

/** What is received from the service, and the time to answer it or contest it. */
export const decisionPaths: PathSeed[] = [
  rule('D-OBS', {
    fr: {
      title: 'Un courrier annonce une sanction envisagée',
      start: 'le jour où vous avez reçu ce courrier',
      text: 'Vous avez dix jours pour envoyer des observations écrites, ou pour demander un entretien, avec la personne de votre choix.',
      silence:
        'France Travail se prononce ensuite dans les quinze jours. Une décision motivée vous est notifiée, avec les voies et délais de recours : le temps de la médiation part de là.',
    },
    en: {
      title: 'A letter announces an intended sanction',
      start: 'the day you received that letter',
      text: 'You have ten days to send written observations, or to ask for a hearing, with a person of your choice.',
      silence:
        'France Travail then decides within fifteen days. You are notified of a decision with its reasons and the ways and times to contest it: the time for mediation begins there.',
    },
    letters: ['l10'],
    sources: [labour('R. 5412-7', '51679604'), labour('R. 5412-7-1', '51679599')],
  }),
  rule('D-PEN', {
    fr: {
      title: 'Un courrier annonce une pénalité financière',
      start: 'le jour où vous avez reçu ce courrier',
      text: 'Vous avez un mois pour envoyer des observations écrites, ou pour demander un entretien, avec la personne de votre choix. La pénalité ne peut pas dépasser 3 000 €.',
      silence: 'Une pénalité décidée se conteste d’abord devant le médiateur régional.',
    },
    en: {
      title: 'A letter announces a money penalty',
      start: 'the day you received that letter',
      text: 'You have one month to send written observations, or to ask for a hearing, with a person of your choice. The penalty cannot be more than €3,000.',
      silence: 'A penalty that was decided is first contested before the regional mediator.',
    },
    letters: ['l10'],
    sources: [labour('L. 5426-5', '48600574'), labour('R. 5426-15', '38033006')],
  }),
  rule('D-MPO', {
    verifiedOn: seenOn,
    fr: {
      title: 'Une décision de France Travail : radiation, suspension, suppression, avertissement…',
      start: 'le jour où la décision vous a été notifiée',
      text: 'Cela vaut aussi pour un changement de catégorie, une pénalité et certains trop-perçus. Vous avez deux mois pour saisir le médiateur régional de France Travail. C’est obligatoire avant le tribunal. Le délai est celui du recours devant le tribunal administratif.',
      silence:
        'Le délai ne court pas si la décision ne dit pas que la médiation est obligatoire et comment joindre le médiateur. Quand la médiation est déclarée terminée, deux mois s’ouvrent pour saisir le tribunal.',
    },
    en: {
      title: 'A decision of France Travail: removal, suspension, withdrawal, warning…',
      start: 'the day you were notified of the decision',
      text: 'This also holds for a change of category, a penalty and certain overpayments. You have two months to turn to the regional mediator of France Travail. It is compulsory before the court. The delay is that of the administrative court.',
      silence:
        'The delay does not run if the decision does not say that mediation is compulsory and how to reach the mediator. When mediation is declared over, two months open for the court.',
    },
    letters: ['l12', 'l02', 'l08'],
    sources: [labour('R. 5312-47', '51679561'), labour('R. 5312-48', '49816358'), mediation],
  }),
  rule('D-TA1', {
    verifiedOn: seenOn,
    fr: {
      title: 'La médiation est terminée',
      start: 'le jour où la fin de la médiation a été déclarée',
      text: 'Quand une partie ou le médiateur déclare la médiation terminée, vous avez deux mois pour saisir le tribunal administratif.',
      silence: 'Un recours gracieux fait après la médiation n’interrompt pas ce délai une nouvelle fois.',
    },
    en: {
      title: 'The mediation is over',
      start: 'the day the end of the mediation was declared',
      text: 'When a party or the mediator declares the mediation over, you have two months to turn to the administrative court.',
      silence: 'An appeal to the same service after the mediation does not interrupt this delay again.',
    },
    letters: ['l16'],
    sources: [court('L. 213-13, R. 213-13, R. 421-1 et R. 421-7')],
  }),
  rule('D-RSA', {
    verifiedOn: seenOn,
    fr: {
      title: 'Une décision sur le RSA : suspension, réduction, trop-perçu',
      start: 'le jour où la décision vous a été notifiée',
      text: 'Vous avez deux mois pour un recours auprès du président du conseil départemental. Il est obligatoire avant le tribunal. Une association peut le former avec un mandat écrit de votre part.',
      silence: 'Deux mois de silence valent rejet. Le tribunal administratif se saisit alors dans les deux mois.',
    },
    en: {
      title: 'A decision on RSA (minimum income): suspension, reduction, overpayment',
      start: 'the day you were notified of the decision',
      text: 'You have two months for an appeal to the president of the département council. It is compulsory before the court. An association may file it with a written mandate from you.',
      silence: 'Two months of silence are a rejection. The administrative court is then open for two months.',
    },
    letters: ['l13'],
    sources: [{ text: 'Code de l’action sociale et des familles, art. L. 262-47 et R. 262-88', url: '' }],
  }),
  rule('D-INDU', {
    fr: {
      title: 'On vous réclame un trop-perçu d’allocation chômage',
      start: 'le jour où le trop-perçu vous a été notifié',
      text: 'Vous avez deux mois pour un recours gracieux auprès du directeur général de France Travail. Trop-perçu ne veut pas dire fraude.',
      silence:
        'Sans réponse dans les deux mois, vous pouvez considérer votre contestation comme rejetée et vous tourner vers le juge compétent.',
    },
    en: {
      title: 'You are asked to pay back unemployment benefit',
      start: 'the day you were notified of the overpayment',
      text: 'You have two months for an appeal to the director-general of France Travail. An overpayment is not fraud.',
      silence:
        'Without an answer within two months you may consider your appeal rejected and turn to the competent judge.',
    },
    letters: ['l14'],
    sources: [labour('R. 5426-19', '49816559'), labour('L. 5312-12', '33818034')],
  }),
  rule('D-CTR', {
    verifiedOn: seenOn,
    fr: {
      title: 'Une contrainte vous est notifiée',
      start: 'le jour où la contrainte vous a été notifiée ou signifiée',
      text: 'Vous avez quinze jours pour former opposition auprès du tribunal compétent. L’opposition dit ses raisons et joint une copie de la contrainte. Elle suspend son exécution.',
      silence: 'Sans opposition à temps, la contrainte peut être exécutée.',
    },
    en: {
      title: 'You are served a payment order (contrainte)',
      start: 'the day you were notified of the contrainte, or served it',
      text: 'You have fifteen days to oppose it at the competent court. The opposition gives its reasons and encloses a copy of the contrainte. It suspends its enforcement.',
      silence: 'Without an opposition in time, the contrainte can be enforced.',
    },
    letters: ['l14'],
    sources: [
      labour('R. 5426-22', '26386111'),
      {
        text: 'Conseil d’État, 24 juin 2022, n° 453757',
        url: 'https://www.conseil-etat.fr/fr/arianeweb/CE/decision/2022-06-24/453757',
      },
    ],
  }),
]
