import { court, crpa, note, type PathSeed } from './path-seed.ts'

/** How delays are counted, and what changes when a letter says nothing of remedies. */
export const pathNotes: PathSeed[] = [
  note('how-days-are-counted', {
    fr: {
      title: 'Comment on compte',
      text: `Un délai en jours : on ne compte pas le jour où le courrier est reçu. Dix jours à partir du 3 mènent au 13.

Un délai en mois : on va au même jour du mois, du 15 au 15. Si le mois est plus court, on s’arrête à son dernier jour.

Un délai franc : ni le jour du départ ni le dernier jour ne comptent. Cela donne un jour de plus. D’après le Conseil d’État, c’est la règle des délais pour saisir le tribunal administratif, sauf texte contraire. Pour un recours préalable obligatoire, nous n’avons pas trouvé de règle sûre : le calculateur garde le jour le plus tôt.

Un samedi, un dimanche, un jour férié : le délai du tribunal va jusqu’au premier jour ouvrable. Nous comptons les onze jours fériés de toute la France. Les jours propres à l’Alsace-Moselle et aux territoires d’outre-mer ne feraient que repousser une date : ils ne sont pas comptés.

Loin du tribunal : le délai du tribunal augmente d’un mois pour qui habite outre-mer quand le tribunal est en métropole ou dans un autre territoire, et de deux mois pour qui habite à l’étranger. Qui habite dans le territoire du tribunal n’a rien de plus.`,
    },
    en: {
      title: 'How it is counted',
      text: `A delay in days: the day on which the letter is received does not count. Ten days from the 3rd lead to the 13th.

A delay in months: we go to the same day of the month, from the 15th to the 15th. If the month is shorter, we stop at its last day.

A “franc” delay: neither the first day nor the last one counts. That gives a day more. According to the Conseil d’État this is the rule for delays of the administrative court, unless a text says otherwise. For a compulsory prior appeal we found no sure rule: the calculator keeps the earlier day.

A Saturday, a Sunday, a holiday: the delay of the court goes on to the next working day. We count the eleven holidays of all of France. Those of Alsace-Moselle and of overseas territories would only put a day off: they are not counted.

Far from the court: the delay of the court is a month longer for people who live overseas when the court is in mainland France or in another territory, and two months longer for those who live abroad. People who live in the territory of the court get nothing more.`,
    },
    sources: [
      court('R. 421-1 et R. 421-7'),
      {
        text: 'Conseil d’État, 24 juin 2022, n° 453757',
        url: 'https://www.conseil-etat.fr/fr/arianeweb/CE/decision/2022-06-24/453757',
      },
      {
        text: 'Conseil d’État, 19 septembre 2014, n° 362568',
        url: 'https://www.idcite.com/Juris-Delai-en-cas-de-recours-administratif-CE-B_a2422.html',
      },
      {
        text: 'Code du travail, art. L. 3133-1',
        url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033020901',
      },
    ],
  }),
  note('no-remedies-named', {
    fr: {
      title: 'Si le courrier ne dit rien des recours',
      text: `Vous avez fait une demande, et l’administration n’a pas envoyé d’accusé de réception, ou il ne dit pas ce qu’il devait dire : les délais de recours ne vous sont pas opposables, sauf si une décision écrite vous a été régulièrement notifiée à temps.

Une décision de France Travail qui passe par la médiation, mais qui ne dit pas que la médiation est obligatoire ou comment joindre le médiateur : le délai pour le saisir ne court pas.

Ce n’est pas un temps sans fin. Les juges demandent d’agir dans un délai raisonnable ; sa durée exacte dépend de votre cas et reste à vérifier avec une personne du métier. Le plus sûr est de faire comme si le délai courait.`,
    },
    en: {
      title: 'If the letter says nothing of remedies',
      text: `You made a request, and the administration sent no acknowledgement, or it does not say what it should: the delays to contest cannot be held against you, unless a written decision was regularly notified to you in time.

A France Travail decision that goes through mediation, but does not say that mediation is compulsory or how to reach the mediator: the delay to turn to the mediator does not run.

That is not time without end. Judges ask people to act within a reasonable time; how long that is depends on your case and must be checked with a professional. It is safest to act as if the delay ran.`,
    },
    sources: [crpa('L. 112-3', '31367338'), crpa('L. 112-6', '31367340'), court('R. 213-10')],
  }),
]
