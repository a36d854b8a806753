import type { QuestionContent } from './content.ts'

export const questions: QuestionContent[] = [
  {
    slug: 'mal-note',
    theme: 'act',
    fr: {
      question: `Que puis-je faire si un algorithme m’a mal noté ?`,
      answer: `Un score n’est en général pas une décision : on ne le conteste pas comme une radiation. Vous pouvez en revanche demander s’il existe, ce qu’il contient et comment il est obtenu, auprès du délégué à la protection des données de France Travail ou par son formulaire en ligne. Vous pouvez faire corriger une donnée fausse. Si une décision a suivi, vous pouvez demander comment le traitement y a compté, et contester la décision elle-même. Regardez d’abord la date de chaque courrier reçu : certains délais sont de dix jours.`,
    },
    en: {
      question: `What can I do if an algorithm scored me badly?`,
      answer: `A score is generally not a decision: it is not contested in the way a removal from the register is. But you can ask whether it exists, what it contains and how it is obtained, from France Travail’s data protection officer or through its online form. You can have a wrong fact corrected. If a decision followed, you can ask how the system counted in it, and contest the decision itself. Look first at the date of every letter you have received: some deadlines are ten days.`,
    },
  },
  {
    slug: 'recours',
    theme: 'act',
    fr: {
      question: `France Travail a-t-il prévu un recours contre un score ?`,
      answer: `Nous n’en avons pas trouvé qui soit propre aux scores. Des voies générales existent. Si une sanction est envisagée, vous avez dix jours pour présenter des observations ou demander à être entendu (article R.5412-7 du code du travail). Contre une décision de France Travail comme une radiation ou une suspension, il faut saisir le médiateur régional dans les deux mois, avant le tribunal (articles R.5312-47 et R.5312-48). Pour le RSA, le chemin passe par le conseil départemental. Un point souvent ignoré : le droit d’opposition du RGPD est écarté pour le système d’information de France Travail (article R.5312-45).`,
    },
    en: {
      question: `Has France Travail provided a remedy against a score?`,
      answer: `We have found none that is specific to scores. General ones exist. If a sanction is being considered, you have ten days to send observations or ask to be heard (article R.5412-7 of the Labour Code). Against a France Travail decision such as removal or suspension, you must turn to the regional mediator within two months, before going to court (articles R.5312-47 and R.5312-48). For RSA, the path goes through the département council. One point is often missed: the GDPR right to object is set aside for France Travail’s information system (article R.5312-45).`,
    },
  },
  {
    slug: 'abus',
    theme: 'understand',
    fr: {
      question: `Ces scores peuvent-ils être détournés ?`,
      answer: `Nous n’avons pas de preuve d’un détournement à France Travail. Le risque est connu ailleurs. Aux Pays-Bas, selon Equinet, la nationalité a servi de facteur de risque dans l’affaire des allocations familiales, et le gouvernement a démissionné en janvier 2021. En Suède, selon une enquête de presse de 2024, des scores de risque visaient plus souvent les femmes et les personnes migrantes ; l’outil a été retiré pendant l’enquête de l’autorité de protection des données. À l’inverse, un tribunal autrichien a levé en septembre 2025 l’interdiction d’un classement des personnes sans emploi, car les conseillers gardaient un vrai pouvoir. Ce qui protège, ce sont des règles publiques, des mesures d’erreur et un contrôle indépendant.`,
    },
    en: {
      question: `Can these scores be abused?`,
      answer: `We have no evidence of abuse at France Travail. The risk is known elsewhere. In the Netherlands, according to Equinet, nationality served as a risk factor in the childcare-benefit scandal, and the government resigned in January 2021. In Sweden, according to a press investigation of 2024, risk scores picked women and migrants more often; the tool was withdrawn during the data-protection authority’s inquiry. Conversely, in September 2025 an Austrian court lifted the ban on a ranking of job-seekers, because advisers kept real power. What protects people is public rules, measured errors and independent scrutiny.`,
    },
  },
  {
    slug: 'equilibre',
    theme: 'debate',
    fr: {
      question: `Peut-on lutter contre la fraude et respecter les personnes ?`,
      answer: `Nous le pensons. Publier n’est pas renoncer : le 15 janvier 2026, les allocations familiales ont mis en ligne le code de leur nouveau modèle et la liste de ses variables. La Quadrature du Net objecte que les données d’apprentissage n’ont pas suivi ; la discussion porte au moins sur des éléments écrits. Un équilibre tient en quelques règles : prévenir, expliquer, mesurer les erreurs, laisser à un être humain le pouvoir de dire non. En Pologne, selon la fondation Panoptykon, l’agent ne s’écartait du profil calculé que dans 0,58 % des cas : la présence d’un être humain ne suffit pas, il lui faut une vraie marge.`,
    },
    en: {
      question: `Can one fight fraud and respect people?`,
      answer: `We think so. Publishing is not giving up: on 15 January 2026, the French family-benefits branch put online the code of its new model and the list of its variables. La Quadrature du Net objects that the training data did not follow; at least the discussion is about something written. A balance comes down to a few rules: tell people, explain, measure errors, leave a human being the power to say no. In Poland, according to the Panoptykon foundation, staff departed from the computed profile in only 0.58% of cases: a human presence is not enough, it needs real room to decide.`,
    },
  },
  {
    slug: 'defense',
    theme: 'debate',
    fr: {
      question: `Je trouve l’outil utile : sans tri, ne contrôlerait-on pas tout le monde, ou n’importe qui ?`,
      answer: `L’argument est sérieux. Un tri bien fait peut épargner des contrôles inutiles, et un agent seul a lui aussi des préjugés. Le hasard a cependant une vertu : il ne vise personne, et la loi impose déjà d’en garder une part (article L.5426-1). Pour savoir si l’outil est plus juste, il faut comparer ses erreurs à celles du hasard et à celles des agents. C’est la mesure que nous demandons de publier. Si elle vous donne raison, nous l’écrirons sur cette page.`,
    },
    en: {
      question: `I find the tool useful: without sorting, would one not check everybody, or just anybody?`,
      answer: `It is a serious argument. Sorting done well can spare people needless checks, and an official acting alone has prejudices too. Chance has one virtue, however: it aims at nobody, and the law already requires a share of it (article L.5426-1). To know whether the tool is fairer, its errors must be compared with those of chance and those of officials. That is the measurement we ask to see published. If it proves you right, we will say so on this page.`,
    },
  },
  {
    slug: 'charte',
    theme: 'debate',
    fr: {
      question: `La charte d’éthique sera-t-elle respectée ?`,
      answer: `Nous ne pouvons pas le prédire. La charte existe depuis 2020, un comité externe depuis 2021. En 2026, la Cour des comptes juge le cadre lacunaire : 18 cas d’usage sur 87 suivis, en partie. Une charte engage celui qui l’écrit, mais ce n’est pas un recours. Nous la prenons au mot : chaque engagement peut être comparé à ce qui est fait, et chaque progrès mérite d’être noté autant que chaque manque.`,
    },
    en: {
      question: `Will the ethics charter be respected?`,
      answer: `We cannot predict it. The charter dates from 2020, the external committee from 2021. In 2026 the Cour des comptes finds gaps in the framework: 18 uses out of 87 followed, in part. A charter commits those who write it, but it is not a remedy. We take it at its word: each commitment can be compared with what is done, and each step forward deserves to be noted as much as each failing.`,
    },
  },
  {
    slug: 'score-et-sanction',
    theme: 'understand',
    fr: {
      question: `Un score décide-t-il d’une sanction ?`,
      answer: `Score, contrôle et décision sont trois choses. Selon La Quadrature du Net, un score de suspicion, généralisé en 2018, sert à choisir des dossiers à contrôler. France Travail répond que ses outils résument des situations et qu’aucun algorithme ne propose de sanction. Ce qui pèse dans ces scores, nous ne l’avons trouvé publié nulle part : nous ne pouvons ni l’affirmer ni l’écarter pour un dossier. Si une décision vous touche, c’est elle que l’on conteste.`,
    },
    en: {
      question: `Does a score decide on a sanction?`,
      answer: `Score, check and decision are three things. According to La Quadrature du Net, a suspicion score, in general use since 2018, serves to choose files to be checked. France Travail answers that its tools sum up situations and that no algorithm proposes a sanction. What weighs in these scores we have found published nowhere: we can neither claim nor rule it out for a given file. If a decision concerns you, it is the decision that is contested.`,
    },
  },
  {
    slug: 'mes-donnees',
    theme: 'campaign',
    fr: {
      question: `Que devient ce que j’écris ici ?`,
      answer: `Une question est chiffrée dès son arrivée : l’équipe de modération et vous, avec un code, pouvez la lire. Nous ne demandons ni nom ni adresse. La page « Vos données » dit quand elle est effacée. Si vous acceptez qu’elle paraisse, elle est d’abord reformulée. Une signature, elle, demande une adresse pour être confirmée ; rien ne relie les deux.`,
    },
    en: {
      question: `What becomes of what I write here?`,
      answer: `A question is encrypted as soon as it arrives: the moderation team can read it, and you with a code. We ask for no name and no address. The page “Your data” says when it is erased. If you agree that it may appear, it is reworded first. A signature does need an address to be confirmed; nothing joins the two.`,
    },
  },
]
