import { crpa, type LawSeed } from './law-seed.ts'

/** Code des relations entre le public et l’administration, as read in its state of 5 February 2026. */
export const crpaLaws: LawSeed[] = [
  crpa('L112-3', 'LEGIARTI000031367338', {
    fr: `Toute demande adressée à l’administration reçoit un accusé de réception, sauf exceptions.`,
    en: `Every request to a public body is acknowledged, with exceptions.`,
  }),
  crpa('L112-6', 'LEGIARTI000031367340', {
    fr: `Sans accusé de réception complet, les délais de recours ne jouent pas contre la personne qui a demandé, sauf si une décision écrite lui a été notifiée à temps.`,
    en: `Without a complete acknowledgement, time limits for appeal do not run against the person who asked, unless a written decision reached them in time.`,
  }),
  crpa('L114-2', 'LEGIARTI000031367394', {
    fr: `Une administration qui n’est pas la bonne transmet la demande à celle qui l’est, et le dit.`,
    en: `A public body that is not the right one passes the request on to the right one, and says so.`,
  }),
  crpa('L121-1', 'LEGIARTI000031367424', {
    fr: `Une décision individuelle défavorable est précédée d’une procédure où la personne peut répondre.`,
    en: `Before an adverse individual decision, the person is given a chance to answer.`,
  }),
  crpa('L121-2', 'LEGIARTI000031367426', {
    fr: `France Travail est dispensé de cette procédure, sauf pour les mesures qui ont le caractère d’une sanction.`,
    en: `France Travail is exempt from that procedure, except for measures that are sanctions.`,
  }),
  crpa('L122-1', 'LEGIARTI000031367431', {
    fr: `Avant la décision, la personne peut présenter des observations écrites et, si elle le demande, orales. Elle peut se faire assister ou représenter.`,
    en: `Before the decision, the person may send written observations and, on request, speak. They may be assisted or represented.`,
  }),
  crpa('L122-2', 'LEGIARTI000031367433', {
    fr: `Avant une sanction, la personne est informée des griefs et peut demander la communication de son dossier.`,
    en: `Before a sanction, the person is told what they are accused of and may ask for their file.`,
  }),
  crpa('L123-1', 'LEGIARTI000037309224', {
    fr: `Une première erreur, régularisée de soi-même ou après invitation, ne peut pas donner lieu à une sanction, sauf mauvaise foi ou fraude.`,
    en: `A first mistake that is put right, unprompted or when invited to, cannot be sanctioned, except for bad faith or fraud.`,
  }),
  crpa('L123-2', 'LEGIARTI000037309231', {
    fr: `La mauvaise foi suppose d’avoir délibérément méconnu une règle. C’est à l’administration de la prouver.`,
    en: `Bad faith means having deliberately ignored a rule. It is for the public body to prove it.`,
  }),
  crpa('L211-2', 'LEGIARTI000031367505', {
    fr: `Les décisions individuelles défavorables, dont les sanctions, sont motivées.`,
    en: `Adverse individual decisions, sanctions among them, must give reasons.`,
  }),
  crpa('L211-5', 'LEGIARTI000031367513', {
    fr: `Les motifs sont écrits et disent les raisons de droit et de fait.`,
    en: `Reasons are in writing and state the law and the facts they rest on.`,
  }),
  crpa('L212-1', 'LEGIARTI000051740675', {
    fr: `Une décision porte la signature, le prénom, le nom et la qualité de la personne qui l’a prise.`,
    en: `A decision carries the signature, first name, surname and office of the person who took it.`,
  }),
  crpa('L231-4', 'LEGIARTI000031367619', {
    fr: `Dans plusieurs cas, dont les réclamations et les recours administratifs, deux mois de silence valent rejet.`,
    en: `In several cases, complaints and administrative appeals among them, two months of silence mean refusal.`,
  }),
  crpa('L232-4', 'LEGIARTI000031367639', {
    fr: `On peut demander les motifs d’un rejet né du silence. Ils sont communiqués dans le mois, et le délai de recours est prolongé de deux mois après cette communication.`,
    en: `One may ask for the reasons of a refusal by silence. They are given within a month, and the time to appeal is extended by two months after that.`,
  }),
  crpa('L300-2', 'LEGIARTI000033218936', {
    fr: `Les documents d’un service public sont des documents administratifs, codes sources compris.`,
    en: `Documents of a public service are administrative documents, source code included.`,
  }),
  crpa('L300-4', 'LEGIARTI000033205519', {
    fr: `Ce qui est remis sous forme électronique l’est dans un format ouvert et réutilisable.`,
    en: `What is handed over electronically comes in an open, reusable format.`,
  }),
  crpa('L311-1', 'LEGIARTI000033218946', {
    fr: `Les administrations publient ou communiquent leurs documents aux personnes qui les demandent.`,
    en: `Public bodies publish their documents or give them to those who ask.`,
  }),
  crpa('L311-2', 'LEGIARTI000031367700', {
    fr: `Le droit porte sur des documents achevés. Une demande envoyée au mauvais service est transmise à celui qui détient le document.`,
    en: `The right covers finished documents. A request sent to the wrong body is passed on to the one that holds the document.`,
  }),
  crpa('L311-3-1', 'LEGIARTI000033205535', {
    fr: `Une décision individuelle prise sur le fondement d’un traitement algorithmique le mentionne. Les règles du traitement sont communiquées à la personne qui les demande.`,
    en: `An individual decision based on algorithmic processing says so. The rules of the processing are given to the person who asks.`,
  }),
  crpa('R311-3-1-1', 'LEGIARTI000034195878', {
    fr: `La mention dit à quoi sert le traitement, rappelle le droit d’en obtenir les règles, comment l’exercer et comment saisir la CADA.`,
    en: `The mention says what the processing is for, recalls the right to its rules, how to use it and how to turn to CADA.`,
  }),
  crpa('R311-3-1-2', 'LEGIARTI000034195881', {
    fr: `Sur demande : la part du traitement dans la décision, les données et leurs sources, les paramètres et leur pondération appliqués à la personne, les opérations effectuées.`,
    en: `On request: the part the processing played in the decision, the data and their sources, the parameters and weights applied to the person, the operations carried out.`,
  }),
  crpa('L311-5', 'LEGIARTI000033265181', {
    fr: `Ne sont pas communicables, notamment, les documents qui porteraient atteinte à la sécurité des systèmes d’information ou à la recherche et à la prévention d’infractions.`,
    en: `Not to be disclosed, among others: documents that would harm the security of information systems or the detection and prevention of offences.`,
  }),
  crpa('L311-6', 'LEGIARTI000037269056', {
    fr: `Certains documents ne sont communiqués qu’à la personne concernée : vie privée, secret médical, secret des affaires, appréciations sur une personne.`,
    en: `Some documents go to the person concerned only: private life, medical and business secrets, judgements about a person.`,
  }),
  crpa('L311-7', 'LEGIARTI000031367719', {
    fr: `Quand une partie d’un document est protégée et peut être occultée, le reste est communiqué.`,
    en: `When part of a document is protected and can be blacked out, the rest is disclosed.`,
  }),
  crpa('L311-9', 'LEGIARTI000033218942', {
    fr: `La personne choisit la forme de l’accès. L’envoi électronique d’un document disponible sous cette forme est gratuit.`,
    en: `The person chooses how to have access. Sending by e-mail a document that exists in that form is free.`,
  }),
  crpa('R*311-12', 'LEGIARTI000031370407', {
    fr: `Le silence sur une demande de documents vaut refus.`,
    en: `Silence on a request for documents means refusal.`,
  }),
  crpa('R311-13', 'LEGIARTI000031370409', {
    fr: `Ce refus naît un mois après la réception de la demande.`,
    en: `That refusal arises one month after the request was received.`,
  }),
  crpa('R311-15', 'LEGIARTI000031370411', {
    fr: `La CADA est saisie dans les deux mois qui suivent le refus.`,
    en: `CADA must be asked within two months of the refusal.`,
  }),
  crpa('L312-1-3', 'LEGIARTI000033205516', {
    fr: `Les administrations publient en ligne les règles de leurs principaux traitements algorithmiques qui fondent des décisions individuelles.`,
    en: `Public bodies publish online the rules of their main algorithms on which individual decisions are based.`,
  }),
  crpa('D312-1-4', 'LEGIARTI000033740114', {
    fr: `Cette obligation vaut à partir de 50 agents ou salariés en équivalent temps plein.`,
    en: `That duty applies from 50 full-time equivalent staff.`,
  }),
  crpa('L342-1', 'LEGIARTI000045213381', {
    fr: `La CADA rend des avis sur les refus de communication. La saisir est obligatoire avant le tribunal.`,
    en: `CADA gives opinions on refusals to disclose. Asking it is compulsory before going to court.`,
  }),
  crpa('R343-1', 'LEGIARTI000031370507', {
    fr: `La CADA est saisie dans les deux mois, par lettre, télécopie ou voie électronique, avec nom, prénoms, domicile et une copie de la demande ou du refus.`,
    en: `CADA is asked within two months, by letter, fax or electronically, with surname, first names, home and a copy of the request or refusal.`,
  }),
  crpa('R343-3', 'LEGIARTI000031370511', {
    fr: `La CADA notifie son avis dans le mois qui suit l’enregistrement ; l’administration l’informe ensuite, dans le mois, de la suite qu’elle donne.`,
    en: `CADA notifies its opinion within a month of registration; the public body then has a month to say what it will do.`,
  }),
  crpa('R*343-4', 'LEGIARTI000031370513', {
    fr: `Après la saisine de la CADA, le silence de l’administration vaut refus confirmé.`,
    en: `After CADA was asked, silence of the public body means that the refusal is confirmed.`,
  }),
  crpa('R343-5', 'LEGIARTI000031370515', {
    fr: `Ce refus naît deux mois après l’enregistrement de la demande par la CADA.`,
    en: `That refusal arises two months after CADA registered the request.`,
  }),
  crpa('L411-2', 'LEGIARTI000031367829', {
    fr: `Un recours gracieux ou hiérarchique, formé dans le délai du recours au tribunal, interrompt ce délai.`,
    en: `An appeal to the same body or its superior, made within the time to go to court, interrupts that time.`,
  }),
  crpa('L411-7', 'LEGIARTI000031367839', {
    fr: `Plus de deux mois de silence sur un recours administratif valent rejet.`,
    en: `More than two months of silence on an administrative appeal mean refusal.`,
  }),
]
