import type { TextContent } from './content.ts'

const body = `## Ce qui se passe

Chercher un emploi, c’est déjà rendre des comptes : une inscription, un contrat d’engagement, une actualisation chaque mois. Selon l’association La Quadrature du Net, s’y ajoutent des classements que les personnes concernées ne voient pas.

Elle décrit quatre traitements, dans des textes publiés en juin 2024 et en mai 2025 :

- **un score de suspicion**, généralisé en 2018, qui désigne des dossiers à vérifier pour une fraude possible ;
- **des « robots d’aide à l’analyse »**, qui trient des dossiers déjà retenus pour un contrôle de la recherche d’emploi ;
- **un projet de score d’employabilité**, engagé en 2021, qui estimerait les chances de retour à l’emploi ;
- **des étiquettes** tirées du Journal de la recherche d’emploi, comme « perte de confiance » ou « risque de dispersion ».

France Travail a confirmé en mai 2025 l’existence des robots. L’établissement précise qu’ils résument des situations et qu’ils ne proposent pas de sanction.

Nous tenons à ces nuances. **Un score n’est pas un contrôle. Un contrôle n’est pas une sanction.** Avant une sanction, le droit impose d’annoncer les faits reprochés, de laisser dix jours pour répondre et de motiver la décision (code du travail, articles R.5412-7 et R.5412-7-1). Nous n’écrivons pas qu’une machine sanctionne. Nous écrivons qu’une personne classée doit pouvoir le savoir, comprendre et répondre.

## Ce que l’on sait, et par qui

**La Cour des comptes**, dans son rapport du 8 janvier 2026, a recensé 87 cas d’usage de l’intelligence artificielle à France Travail en avril 2025. Seuls 18 ont fait l’objet d’un suivi éthique, et ce suivi est partiel. Elle relève un retard important dans la conformité au RGPD et au règlement européen sur l’intelligence artificielle, notamment pour des outils à haut risque.

**Le code du travail** (article R.5312-42, lu dans sa version du 27 mars 2026) énumère ce que le système d’information de France Travail peut contenir. On y trouve la situation familiale, le logement, l’endettement, des contraintes de santé, la confiance et la capacité à agir, les traces de connexion. Figurer sur cette liste ne veut pas dire entrer dans un score : cela, rien de ce que nous avons lu ne permet de le dire.

**Le même code** (article L.5426-1) impose qu’une part minimale des contrôles soit tirée au hasard. Tout n’est donc pas ciblé.

**Le code des relations entre le public et l’administration** prévoit déjà que les règles des principaux algorithmes fondant des décisions individuelles soient publiées (article L.312-1-3), et qu’une personne puisse demander comment un traitement a compté dans une décision qui la concerne (article L.311-3-1). Mais ces textes parlent de décisions. Un score qui « oriente » risque de passer à côté. C’est ce vide que nous demandons de combler.

## Ce que l’on ne sait pas

Nous n’avons pas trouvé, publiés, les critères de ces traitements ni leur poids, leurs seuils, le nombre de personnes classées, ou une mesure de leurs erreurs. Nous ne savons pas si le score d’employabilité est en service. Vous ne lirez donc ici aucun poids et aucun seuil. Si France Travail publie ces éléments, nous corrigerons ce texte et nous écrirons ce qui a changé.

## Ce que répond France Travail

Son directeur général a usé de son droit de réponse le 12 juillet 2024 : il figure à la suite de l’article de La Quadrature du Net. Selon l’établissement, ces outils aident à mieux accompagner et à mieux orienter ; aucun algorithme ne propose de sanction ; la nouvelle procédure de contrôle n’augmente pas le taux de sanction ; une charte d’éthique, adoptée en 2020, et un comité externe encadrent l’ensemble. Sur cette page, chaque affirmation a sa réponse en face, à la même taille.

## Ce que nous demandons

À la direction générale de France Travail et au ministère chargé du Travail :

1. **Publier les règles.** Pour chaque traitement qui note, classe ou étiquette une personne : à quoi il sert, quelles données il utilise, comment il les pèse, à quel rythme, et ce que ses évaluations ont montré.
2. **Prévenir et expliquer.** Chaque personne notée le sait sans avoir à le demander, reçoit une explication qu’elle peut comprendre et peut corriger ce qui est faux.
3. **Garantir une décision humaine réelle.** La personne qui décide dispose du temps, du dossier et du pouvoir de s’écarter du classement. Une évaluation indépendante des erreurs et des discriminations est menée avec des personnes concernées, puis publiée.
4. **Suspendre d’ici là.** Les scores et les étiquettes ne servent plus à trier des personnes tant que les trois premiers points ne sont pas tenus.

Nous ne demandons pas la fin des contrôles, ni celle des outils qui relisent une offre ou classent un courriel. Nous demandons des règles que l’on peut lire.

## Ce que vaut votre signature

Votre signature exprime une opinion. Elle montre que la question compte, et combien nous sommes à la poser. **Elle n’a pas d’effet juridique** : elle n’oblige personne à répondre et ne suspend aucune procédure. Elle ne peut pas être transférée vers la plateforme de l’Assemblée nationale, ni vers celle du Conseil économique, social et environnemental.

Elle est liée à ce texte, dans cette version et dans cette langue. Elle compte après votre confirmation par courriel. Nous remettons des totaux, par département, jamais votre nom ni votre adresse. Vous pouvez la retirer quand vous voulez, sans donner de raison.

Si vous avez reçu un courrier de France Travail, n’attendez pas le résultat de cette pétition : certains délais sont courts. Les questions et réponses de cette page vous disent par où commencer. C’est une information, pas un conseil juridique.`

const easy = `## De quoi parle cette pétition ?

France Travail aide les personnes qui cherchent un emploi.

France Travail utilise des programmes d’ordinateur.

Une association a enquêté. Elle s’appelle La Quadrature du Net.

Elle dit que des programmes donnent des notes aux personnes.

Une note s’appelle aussi un score.

Par exemple :

- une note pour chercher les fraudes ;
- une note pour deviner si la personne va vite retrouver un emploi.

Frauder, c’est mentir exprès pour recevoir de l’argent.

Une mauvaise note ne veut pas dire que la personne a fraudé.

## Que dit France Travail ?

France Travail dit que ces outils aident les conseillers.

France Travail dit que l’ordinateur ne propose pas de punition.

France Travail a écrit une charte. Une charte est une liste de promesses.

## Quel est le problème ?

Nous n’avons pas trouvé les règles de ces notes.

Une personne peut avoir une note et ne pas le savoir.

Alors elle ne peut pas dire : « C’est faux. »

## Que demandons-nous ?

1. France Travail publie les règles.
2. France Travail prévient la personne et lui explique sa note.
3. Un être humain décide vraiment. Des experts indépendants cherchent les erreurs.
4. En attendant, France Travail arrête d’utiliser ces notes.

## Que se passe-t-il si je signe ?

Votre signature dit : « Je suis d’accord avec ce texte. »

Vous recevez un courriel. Vous ouvrez le lien. Vous appuyez sur le bouton. Alors votre signature compte.

France Travail n’est pas obligé de nous répondre.

Votre nom n’est pas donné à France Travail.

Vous pouvez changer d’avis. Vous pouvez retirer votre signature.`

export const french: TextContent = {
  title: `Chercher un emploi n’est pas un *score*`,
  addressee: `Pétition adressée à la direction générale de France Travail et au ministère chargé du Travail`,
  ask: `Selon La Quadrature du Net, des algorithmes classent des personnes sans emploi selon un risque de fraude ou leur « employabilité ». Nous n’en avons pas trouvé les règles. Nous demandons leur publication, une explication pour chaque personne, une décision humaine réelle et la suspension des scores jusque-là.`,
  body,
  easy,
  demands: [
    `Publier les règles de chaque traitement qui note, classe ou étiquette une personne.`,
    `Prévenir chaque personne notée, lui expliquer son classement et corriger ce qui est faux.`,
    `Garantir une décision humaine réelle et une évaluation indépendante, publiée.`,
    `Suspendre les scores et les étiquettes tant que ces trois points ne sont pas tenus.`,
  ],
  consent: `En cochant cette case, vous dites trois choses.

Vous signez ce texte. Votre signature compte quand vous l’avez confirmée par courriel.

Vous avez 15 ans ou plus.

Vous savez que votre signature peut montrer une opinion. Vous acceptez que nous la gardions pour cette pétition, et seulement pour cela.

Nous gardons votre nom et votre adresse sous une forme chiffrée. Nous ne les donnons pas à France Travail. Vous pouvez retirer votre accord quand vous voulez. Vous recevrez des nouvelles seulement si vous cochez l’autre case.`,
}
