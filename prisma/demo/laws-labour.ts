import { labour, type LawSeed } from './law-seed.ts'

/** Code du travail, as read in its state of 27 March 2026. */
export const labourLaws: LawSeed[] = [
  labour('L5312-12', 'LEGIARTI000033818034', {
    fr: `Les litiges sur les prestations que France Travail verse pour l’assurance chômage ou pour l’État restent devant le juge dont ils relevaient auparavant.`,
    en: `Disputes about benefits that France Travail pays for unemployment insurance or the State stay with the court that had them before.`,
  }),
  labour('L5312-12-1', 'LEGIARTI000048600740', {
    fr: `Un médiateur national et des médiateurs régionaux traitent les réclamations, après une première démarche auprès du service. Saisir le Défenseur des droits y met fin.`,
    en: `A national mediator and regional ones handle complaints, after a first approach to the service. Turning to the Défenseur des droits ends that.`,
  }),
  labour('R5312-38', 'LEGIARTI000050943213', {
    fr: `Crée le « Système d’information France Travail » et énumère ses finalités, dont le contrôle du contrat d’engagement et les propositions de sanction.`,
    en: `Creates the “Système d’information France Travail” and lists its purposes, among them control of the engagement contract and proposals of sanctions.`,
  }),
  labour('R5312-42', 'LEGIARTI000050943179', {
    fr: `Énumère les données que ce système peut contenir.`,
    en: `Lists the data this system may hold.`,
  }),
  labour('R5312-45', 'LEGIARTI000050943165', {
    fr: `Les droits d’accès, de rectification, d’effacement et de limitation s’exercent auprès du délégué à la protection des données ou par un formulaire en ligne. Le droit d’opposition ne s’applique pas.`,
    en: `Rights of access, rectification, erasure and restriction are used with the data protection officer or an online form. The right to object does not apply.`,
  }),
  labour('R5312-47', 'LEGIARTI000051679561', {
    fr: `Énumère les décisions de France Travail qui doivent passer par une médiation avant le tribunal administratif : radiation, suspension, suppression, avertissement, pénalité, certains indus…`,
    en: `Lists the France Travail decisions that must go through mediation before the administrative court: removal, suspension, withdrawal, warning, penalty, certain overpayments…`,
  }),
  labour('R5312-48', 'LEGIARTI000049816358', {
    fr: `Cette médiation est menée par le médiateur régional de France Travail.`,
    en: `That mediation is led by the regional mediator of France Travail.`,
  }),
  labour('L5411-6', 'LEGIARTI000048590568', {
    fr: `Le contrat d’engagement prévoit au moins quinze heures d’activité par semaine. Cette durée peut être réduite, ou levée à la demande : santé, handicap, invalidité, parent isolé sans solution de garde pour un enfant de moins de douze ans.`,
    en: `The engagement contract provides for at least fifteen hours of activity a week. This may be lowered, or waived on request: health, disability, invalidity, single parent without childcare for a child under twelve.`,
  }),
  labour('R5411-18', 'LEGIARTI000049816621', {
    fr: `La décision de cessation d’inscription ou de changement de catégorie est motivée et notifiée ; la contester passe par le médiateur régional.`,
    en: `A decision ending registration or changing category gives reasons and is notified; to contest it one goes through the regional mediator.`,
  }),
  labour('L5412-1', 'LEGIARTI000048590558', {
    fr: `Dit quels manquements peuvent être sanctionnés, sauf motif légitime, et par quelles mesures.`,
    en: `Says which failings may be sanctioned, unless there is a legitimate reason, and by which measures.`,
  }),
  labour('R5412-1', 'LEGIARTI000051679596', {
    fr: `Manquement aux engagements : suspension d’au moins 30 % pendant un à deux mois, puis suspension ou suppression plus longue. La mesure tient compte du nombre et de la nature des obligations. La suspension cesse quand la personne se conforme à tout ou partie de ses obligations.`,
    en: `Breach of commitments: suspension of at least 30% for one to two months, then a longer suspension or withdrawal. The measure takes account of the number and nature of the obligations. Suspension ends when the person complies with all or part of them.`,
  }),
  labour('R5412-2', 'LEGIARTI000051679594', {
    fr: `Refus d’élaborer ou d’actualiser le contrat d’engagement : suspension d’au moins 30 % pendant un à deux mois, un à quatre en cas de persistance ou de réitération.`,
    en: `Refusal to draw up or update the engagement contract: suspension of at least 30% for one to two months, one to four if it persists or is repeated.`,
  }),
  labour('R5412-3', 'LEGIARTI000052568285', {
    fr: `Deux refus d’une offre raisonnable d’emploi sans motif légitime : suppression totale et radiation de deux mois, quatre en cas de réitération.`,
    en: `Two refusals of a reasonable job offer without legitimate reason: full withdrawal and removal for two months, four if repeated.`,
  }),
  labour('R5412-3-1', 'LEGIARTI000051679519', {
    fr: `Fraude ou fausse déclaration : suppression totale et radiation de six à douze mois.`,
    en: `Fraud or false declaration: full withdrawal and removal for six to twelve months.`,
  }),
  labour('R5412-3-2', 'LEGIARTI000051679523', {
    fr: `Activité non déclarée d’une durée très brève : suppression d’un mois ; deux mois, avec radiation, en cas de réitération.`,
    en: `Undeclared activity of very short duration: withdrawal for one month; two months, with removal, if repeated.`,
  }),
  labour('R5412-3-3', 'LEGIARTI000051679526', {
    fr: `Une personne sans allocation ni RSA reçoit d’abord un avertissement, qui fixe un délai pour mettre fin au manquement.`,
    en: `A person who receives neither benefit nor RSA first gets a warning, which sets a time to put the matter right.`,
  }),
  labour('R5412-3-4', 'LEGIARTI000051679543', {
    fr: `Un manquement est réitéré s’il est constaté dans les vingt-quatre mois qui suivent la notification de la première sanction.`,
    en: `A failing is repeated when it is found within twenty-four months of notification of the first sanction.`,
  }),
  labour('R5412-4', 'LEGIARTI000051679618', {
    fr: `Les sanctions sont prises par la direction régionale de France Travail, sauf règles propres au RSA et aux missions locales.`,
    en: `Sanctions are decided by the regional director of France Travail, except under rules of their own for RSA and missions locales.`,
  }),
  labour('R5412-5', 'LEGIARTI000051679615', {
    fr: `La radiation empêche une nouvelle inscription pendant sa durée ; une demande de RSA permet toutefois d’être à nouveau sur la liste.`,
    en: `Removal bars a new registration while it lasts; applying for RSA nonetheless puts one back on the list.`,
  }),
  labour('R5412-7', 'LEGIARTI000051679604', {
    fr: `Avant une sanction, France Travail notifie les faits reprochés, la sanction envisagée et le délai de dix jours pour présenter des observations écrites ou demander une audition, avec l’assistance d’une personne de son choix.`,
    en: `Before a sanction, France Travail notifies the facts, the sanction considered and the ten days to send written observations or ask for a hearing, assisted by a person of one’s choice.`,
  }),
  labour('R5412-7-1', 'LEGIARTI000051679599', {
    fr: `La décision vient dans les quinze jours après ce délai ou l’audition. Elle est motivée et indique la durée de la radiation, les voies et les délais de recours.`,
    en: `The decision comes within fifteen days of that delay or the hearing. It gives reasons, the length of the removal, the remedies and their time limits.`,
  }),
  labour('L5426-1', 'LEGIARTI000048590536', {
    fr: `Dit qui contrôle les engagements : France Travail, ou le conseil départemental pour les bénéficiaires du RSA. Prévoit une part minimale de contrôles aléatoires.`,
    en: `Says who checks commitments: France Travail, or the département council for RSA recipients. Requires a minimum share of random checks.`,
  }),
  labour('L5426-5', 'LEGIARTI000048600574', {
    fr: `Une pénalité de 3 000 euros au plus peut sanctionner une déclaration délibérément inexacte ou l’absence de déclaration d’un changement de situation, si elle a abouti à des versements indus.`,
    en: `A penalty of at most 3,000 euros may punish a deliberately wrong declaration, or not declaring a change of situation, that led to undue payments.`,
  }),
  labour('R5426-15', 'LEGIARTI000038033006', {
    fr: `Avant la pénalité, la personne est informée des faits et dispose d’un mois pour présenter des observations ou demander une audition.`,
    en: `Before the penalty, the person is told of the facts and has one month to send observations or ask for a hearing.`,
  }),
  labour('R5426-17-1', 'LEGIARTI000049816568', {
    fr: `Contester la pénalité passe d’abord par le médiateur régional.`,
    en: `Contesting the penalty goes through the regional mediator first.`,
  }),
  labour('R5426-19', 'LEGIARTI000049816559', {
    fr: `Un indu d’allocation chômage se conteste d’abord par un recours gracieux auprès de la direction générale de France Travail, dans les deux mois. Deux mois de silence valent rejet ; il reste alors le juge compétent.`,
    en: `An overpayment of unemployment benefit is first contested with the director-general of France Travail, within two months. Two months of silence mean refusal; then remains the competent court.`,
  }),
  labour('R5426-22', 'LEGIARTI000026386111', {
    fr: `L’opposition à une contrainte est formée dans les quinze jours, motivée, avec une copie de la contrainte. Elle en suspend la mise en œuvre.`,
    en: `Opposition to an enforceable payment order is made within fifteen days, with reasons and a copy of the order. It suspends the order.`,
  }),
]
