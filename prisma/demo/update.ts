import type { UpdateContent } from './content.ts'

export const update: UpdateContent = {
  fr: {
    subject: `Les sources sont en ligne, et la place pour répondre aussi`,
    body: `Bonjour,

Vous avez signé « Chercher un emploi n’est pas un score » et demandé des nouvelles. Voici ce que nous nous étions engagés à faire, et ce qui est fait.

## Ce qui est fait

Chaque affirmation de la pétition porte maintenant sa source et la date à laquelle nous l’avons vue. En face, à la même taille, figure ce que répond France Travail. Quand nous n’avons pas trouvé de réponse, c’est écrit.

Nous n’affichons aucun poids et aucun seuil : nous n’en avons trouvé aucun qui soit publié.

## Ce qui vient

Au prochain objectif, le texte et ses quatre demandes partent en lettre recommandée. Vous lirez ici la date de l’envoi, puis la réponse, quelle qu’elle soit. Si nous nous sommes trompés, la correction paraîtra au même endroit.

## Ce que vous pouvez faire maintenant

- **Vous avez reçu un courrier ?** Commencez par la date : certains délais sont de dix jours. Les questions et réponses de la page vous disent par où commencer.
- **Vous voulez savoir ce que contient votre dossier ?** Une demande d’accès tient en une page.
- **Vous avez vécu un contrôle, bon ou mauvais ?** Vous pouvez le raconter sans donner votre nom. Les histoires qui finissent bien comptent aussi.

Vous n’avez rien à faire de plus pour que votre signature compte.

Le Collectif Sans Score`,
  },
  en: {
    subject: `The sources are online, and so is the place to answer`,
    body: `Hello,

You signed “Looking for work is not a score” and asked for news. Here is what we had undertaken to do, and what has been done.

## What has been done

Every claim in the petition now carries its source and the date on which we saw it. Beside it, at the same size, stands what France Travail answers. Where we found no answer, the page says so.

We show no weight and no threshold: we have found none that is published.

## What comes next

At the next goal, the text and its four demands go out by registered letter. You will read here the date of sending, then the reply, whatever it says. If we were wrong, the correction will appear in the same place.

## What you can do now

- **Have you received a letter?** Start with the date: some deadlines are ten days. The questions and answers on the page tell you where to start.
- **Would you like to know what your file holds?** An access request fits on one page.
- **Have you been through a check, good or bad?** You can tell it without giving your name. Stories that end well count too.

You need do nothing more for your signature to count.

Collectif Sans Score`,
  },
}
