import type { TestimonyContent } from './content.ts'
import { told } from './told.ts'

const published = { locale: 'fr', state: 'published' } as const

export const publishedInFrench: TestimonyContent[] = [
  {
    ...published,
    system: 'control',
    department: '31',
    period: '2026-03',
    title: `« Le dossier est remonté tout seul »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'quote', 'publish'],
    ...told(`En mars, un message est arrivé dans mon espace personnel : contrôle de la recherche d’emploi, dix jours pour répondre. J’étais en formation depuis trois semaines, {{au centre Les Tilleuls de Villefictive|dans un centre de formation}}. J’ai pensé à une erreur.

J’ai téléphoné. {{Monsieur Exemple|Mon conseiller}} a été correct. Il m’a dit que ce n’était pas lui, que le dossier « remontait tout seul ». Je lui ai demandé d’où. Il ne savait pas. Ce n’est pas un reproche : je crois qu’il ne savait vraiment pas.

J’ai envoyé l’attestation de formation, le contrôle a été clos, je n’ai rien perdu. Mais pendant dix jours je n’ai pas dormi, et je n’ai jamais su ce qui avait déclenché la chose. Était-ce le hasard ? Un critère ? Ma formation mal saisie ? Si on m’avait dit « vous avez été tirée au sort », j’aurais haussé les épaules. C’est de ne pas savoir qui use.`),
  },
  {
    ...published,
    system: 'label',
    department: '59',
    period: '2026-01',
    title: `« J’avais répondu honnêtement »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'publish'],
    ...told(`À l’actualisation, on me demande comment je sens ma recherche. En décembre j’ai répondu honnêtement : pas très bien. Deux refus dans la semaine, le froid, la voiture en panne. Cela m’arrive une fois par an, comme à tout le monde.

Au rendez-vous suivant, à {{l’agence de Villefictive-Nord|mon agence}}, on m’a proposé un atelier pour « reprendre confiance ». J’ai demandé pourquoi. La conseillère a tourné l’écran vers moi une seconde : il y avait un mot à côté de mon nom, quelque chose comme « perte de confiance ». Elle a dit que c’était calculé d’après mes réponses et qu’elle n’était pas obligée d’en tenir compte.

L’atelier n’était pas mauvais. Mais ce dont j’avais besoin, c’était une aide pour la voiture. Depuis, je choisis toujours la réponse du milieu. Je ne mens pas vraiment. Je ne dis plus rien non plus. Si l’idée était de mieux me connaître, c’est raté.`),
  },
  {
    ...published,
    system: 'sanction',
    department: '33',
    period: '2025-12',
    title: `« Suspendu avant que ma réponse soit lue »`,
    contentWarning: `Perte de revenus`,
    uses: ['internal', 'statistics', 'quote', 'publish', 'press'],
    quote: `Je veux bien le croire. Mais cette personne n’avait pas lu ma réponse.`,
    ...told(`J’ai reçu un avertissement avant sanction pour un rendez-vous manqué {{le mardi 4 novembre à 9 h 40|un matin d’automne}}. J’étais à l’hôpital avec ma fille. J’ai répondu dans les dix jours avec le bulletin de présence, par le site, et j’ai gardé la capture d’écran.

La suspension est tombée quand même. Au téléphone, on m’a dit que ma pièce était « en attente de traitement ». J’ai demandé si une machine avait décidé. On m’a répondu que non, que c’était une personne. Je veux bien le croire. Mais cette personne n’avait pas lu ma réponse.

J’ai écrit au médiateur régional, avec la copie de tout. La suspension a été annulée et l’argent versé. Entre les deux, j’ai payé le loyer en retard et emprunté {{à ma sœur Camille|à une proche}}.

Je ne sais pas si un score a joué. Je sais que personne n’a pu me dire comment mon dossier était arrivé sur la pile, ni pourquoi il en était sorti plus vite que ma lettre.`),
  },
  {
    ...published,
    system: 'control',
    department: '69',
    period: '2025-10',
    title: `« Mon contrôle s’est bien passé »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'quote', 'publish'],
    ...told(`Je lis ici des histoires difficiles, alors j’apporte la mienne, qui ne l’est pas. J’ai été contrôlée en octobre. {{Madame Modèle|La contrôleuse}} m’a appelée, s’est présentée, m’a expliqué que mon dossier faisait partie d’un tirage au hasard et que je pouvais être accompagnée.

Nous avons parlé vingt minutes. Elle a vu que je ne candidatais plus que dans un seul métier. Elle m’a parlé d’une remise à niveau que personne ne m’avait signalée. Je l’ai commencée en janvier. Le contrôle a été clos le jour même.

Je ne suis donc pas contre les contrôles. Ce qui a tout changé, c’est une phrase : « voici pourquoi je vous appelle ». Dix secondes. Avec cette phrase, je n’ai pas eu peur. J’ai signé pour que tout le monde l’entende, y compris quand la raison n’est pas le hasard.`),
  },
  {
    ...published,
    system: 'suspicion',
    department: '93',
    period: '2025-06',
    title: `« Quatre fois les mêmes pièces »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'quote', 'publish'],
    ...told(`En un an, on m’a demandé quatre fois de prouver qui je suis et où je travaille. Bulletins de paie, contrat, pièce d’identité, relevés. J’enchaîne des missions courtes dans le nettoyage, pour {{la société Propreté Imaginaire|plusieurs employeurs}}. J’ai tout déclaré, chaque mois, à l’heure près.

À la troisième demande, j’ai posé la question au guichet : qu’est-ce qui cloche dans mon dossier ? L’agent m’a dit que rien ne clochait, que c’était « une vérification ». À la quatrième, il a souri, gêné.

Chaque fois, mon allocation a été payée en retard. Chaque fois, tout était en règle. Mes collègues qui ont un contrat long ne connaissent pas cela.

Je ne peux pas affirmer qu’un programme me trouve suspect. C’est bien le problème : je ne peux rien affirmer. Je voudrais lire une ligne, une seule, qui dise : « nous vérifions votre dossier parce que ». Après, je répondrai volontiers.`),
  },
  {
    ...published,
    system: 'employability',
    department: '35',
    period: '2025-09',
    title: `« Trop loin de l’emploi, d’après qui ? »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'publish'],
    ...told(`J’ai cinquante-six ans et vingt-huit ans de comptabilité. Après mon licenciement, j’ai demandé une formation courte sur un logiciel que toutes les annonces réclament. On m’a orientée vers un accompagnement « renforcé », avec des ateliers pour rédiger un CV. Mon CV est bon : j’avais trois entretiens en cours.

J’ai demandé qui avait choisi. {{Mon conseiller de l’agence du Pont-Inventé|Mon conseiller}} a répondu que « le diagnostic » me plaçait là. Quel diagnostic ? Il a cherché, il n’a trouvé qu’un résultat, pas le chemin. Il a fini par passer outre et m’a inscrite à la formation. Je l’en remercie.

J’ai retrouvé un poste à temps partiel quatre mois plus tard. Y avait-il un score derrière ce diagnostic ? Je l’ignore. Si c’est le cas, il s’est trompé sur moi, et il aurait été utile qu’il l’apprenne. Une note que personne ne peut corriger ne peut pas devenir meilleure.`),
  },
  {
    ...published,
    system: 'control',
    department: '974',
    period: '2025-07',
    title: `« La connexion n’arrive pas jusqu’ici »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'publish'],
    ...told(`J’habite dans {{les hauts de Bourg-Inventé|les hauts de l’île}}. Le téléphone passe au bord de la route, l’internet presque jamais. Pour candidater, je descends voir les gens : les chantiers, les cantines, les jardins. Mon carnet a quarante noms.

Au contrôle, on m’a dit que mon activité en ligne était faible. C’est vrai. On m’a demandé des candidatures faites sur le site. J’ai montré le carnet. La dame au téléphone a été gentille, elle a tout noté, et cela s’est arrêté là, sans sanction.

Mais j’ai compris que, vu de l’écran, je ne faisais rien. Si une machine regarde les connexions pour savoir qui cherche, alors elle mesure le réseau de mon quartier. Je ne dis pas qu’elle le fait : je ne sais pas ce qu’elle regarde. Je demande qu’on le dise, pour que je puisse répondre avant, et pas après. Un carnet, cela ne se voit pas de loin.`),
  },
  {
    ...published,
    system: 'other',
    department: '67',
    period: '2026-05',
    title: `« J’ai demandé, on m’a répondu »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'quote', 'publish', 'press'],
    quote: `Même sans score au bout, on lit enfin son propre dossier.`,
    ...told(`J’ai envoyé une demande d’accès au délégué à la protection des données, avec une liste : mes données, tout score ou classement à mon nom, la date, à quoi cela sert. Une page, pas plus.

La réponse est venue au bout de sept semaines, {{sous la référence DA-0000-FICTIF|par courriel}}. Quarante pages de données : mes contrats, mes rendez-vous, mes messages. C’était utile. J’y ai trouvé une erreur, un permis de conduire noté « non » alors que je l’ai depuis vingt ans. Elle a été corrigée en trois jours, et depuis je reçois des offres que je ne voyais pas avant.

Sur les scores, une phrase : aucun élément à communiquer. Je ne sais pas si cela veut dire qu’il n’y en a pas, ou qu’on ne me les donne pas. J’ai redemandé. J’attends.

Je conseille à tout le monde de faire cette demande. Même sans score au bout, on lit enfin son propre dossier.`),
  },
  {
    ...published,
    system: 'label',
    department: '18',
    period: '2025-03',
    title: `« Une case pour l’élan, aucune pour le deuil »`,
    contentWarning: `Deuil`,
    uses: ['internal', 'statistics', 'publish'],
    ...told(`Mon compagnon, {{Dominique, qui travaillait à la scierie de Villefictive|que je ne nommerai pas}}, est mort en janvier. J’ai continué à m’actualiser parce qu’il faut bien. Le journal demandait combien de démarches, combien de contacts, et si je me sentais avancer.

Pendant deux mois, j’ai mis zéro et le visage triste. On m’a appelée pour me proposer une « redynamisation ». La personne ne savait pas. Quand je le lui ai dit, elle s’est excusée, elle a suspendu les rendez-vous et m’a rappelée chaque quinzaine, elle-même, sans questionnaire. Elle a été formidable.

Je n’en veux donc à personne. Mais je voudrais que l’on comprenne ce que c’est, d’être un mot dans une liste de quatre mots, quand la vie n’est dans aucun des quatre. Ce n’est pas le calcul qui m’a aidée. C’est quelqu’un qui a pu s’en écarter.`),
  },
  {
    ...published,
    system: 'sanction',
    department: '2A',
    period: '2025-11',
    title: `« Le chiffre était faux, la lettre était vraie »`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'quote', 'publish'],
    ...told(`La lettre disait que je n’avais pas fait mes quinze heures d’activité par semaine. Je suis seul avec un enfant de six ans, sans garde le mercredi ni pendant les vacances. Mon contrat d’engagement prévoyait moins d’heures, à cause de cela. C’était écrit, signé, daté.

Je suis allé à l’agence avec le contrat. {{Monsieur Spécimen|Le responsable}} a regardé son écran : le nombre d’heures n’avait pas été changé dans l’outil. Le papier disait une chose, la machine une autre, et la lettre était partie de la machine.

Il a corrigé devant moi. J’ai quand même écrit mes observations dans les dix jours, sur le conseil d’une association, et la procédure a été arrêtée.

Ce n’était pas un score, seulement une case mal remplie. Je le raconte pour cela : une règle compliquée appliquée à une case fausse donne une décision fausse, avec beaucoup d’assurance.`),
  },
]
