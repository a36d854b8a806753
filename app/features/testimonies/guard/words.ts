const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

/** Words that begin with a capital, or stand in a text all in capitals, and are nobody's name. Folded, lower case. */
export const noName = set(`
  a ai ait alors an and ans apres ar are as assedic at au aucun aucune aujourd aussi autre autres aux avait avec avez avoir avons but by c ca
  car ce cela celle celui ces cet cette chaque chez ci comme comment concernant contre d dans de deja depuis des desormais deux dit
  dont donc du elle elles en encore enfin ensuite entre es est et etaient etait ete etes etre eu eux fait faire faut fois for from
  had has have he her hers hi him his i if il ils in is it its j jamais je jusqu l la le les leur leurs lors lorsque lui m ma mais malgre
  mal me meme merci mes moi moins mon monsieur madame mademoiselle mr mme mlle mrs ms miss n ne ni no non nos not notre nous on ont or ou our
  par parce pas pendant peu peut plus pour pourquoi pourtant pre puis quand que quel quelle quelqu qui quoi s sa sans se sera
  ses she si so soit son sont sous souvent suis suite sur t ta te tel telle tes that the their them then there they this those to ton tous
  tout toute toutes tres trop tu un une via voici voila vos votre vous was we were what when where which while who why will with y yes
  you your after again all although another any because before between both can could did do does during each every few first how
  however into just last later like many maybe more most much my never new next now of off once one only other out over own per please
  same several should since some soon still such than thanks thank today too under until up us very would yet
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may june july
  august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday
  friday saturday sunday noel paques toussaint pentecote ascension christmas easter
  france travail pole emploi emplois caf rsa cpam urssaf cnil afpa apec anpe ft pe assedic unedic cnaf msa carsat mdph cadremploi indeed
  linkedin google facebook twitter whatsapp adecco randstad manpower amazon uber deliveroo mission missions locale locales cap etat
  republique ministere prefecture mairie agence agences antenne bureau site service services siege direction departement region
  tribunal conseil defenseur droits defense quadrature net cada rgpd gdpr score scoring algorithme chatft cvm dmde intelligo cre dpae
  cdi cdd ars ass aah are arce acre smic rse sms mail mails email courriel pdf internet web ia ai
  directeur directrice conseiller conseillere conseillers conseilleres ministre president presidente maire prefet prefete juge agent
  agente responsable mediateur mediatrice referent referente delegue deleguee inspecteur inspectrice controleur controleuse chef
  chargee charge docteur maitre professeur avocat avocate secretaire gestionnaire director manager adviser advisor counsellor
  minister mayor judge officer mediator secretary team head board support centre center office jobcentre job agency branch service
  accueil standard equipe collegue quelquun personne monsieurs mesdames messieurs sir dear cher chere chers cheres
  bonjour bonsoir cordialement salutations attention objet suspension radiation sanction controle contrat decision refus
  francais francaise francais europe european union union paris lyon marseille toulouse lille nantes bordeaux rennes strasbourg montpellier
  roubaix london english french british arabe marocain marocaine algerien algerienne tunisien
  untel x xx xxx xxxx y yy z zz yyy zzz prenom nom name
  code article loi decret arrete annexe alinea titre livre chapitre partie section page note numero
  formation stage atelier entretien rendez rdv dossier espace compte profil parcours projet carte plan guide charte rapport lettre
  word excel skype zoom teams windows android apple iphone netflix leboncoin
`)

/** After "madame" or "mme" without a capital: words that go on with the sentence. */
export const goesOn = set(`
  accueillait aimable adorable absente assise charmante competente debordee derriere desagreable etc formidable froide gentille
  humaine incompetente jeune malade nouvelle parle parlait pressee refuse repond repondait retraitee reste revient seule souriante
  sympa sympathique tient travaille veut voulait vient venait travaillant explique expliquait demande demandait disait pense
  croit sait savait connait regarde regardait prend prenait chose choses machin bidule lambda tout-le-monde anonyme gentil
  jeune age agee vieux vieille blond blonde brun brune poli polie impoli gentiment ici ceci voyant parlant avait avant arrive appelle
  appelait rappelle rappelait annonce annoncait convoque envoie ecrit ecrivait recoit recevait signe confirme
`)

/** Given names common in France and where English is spoken: the only ones recognised without a title or a role. */
export const givenNames = set(`
  adam adele adeline adrien agathe agnes ahmed aicha aissatou alain alan albert alexandra alexandre alexis alice alicia aline alison amandine amel
  amelie amina aminata anais andre andrea andrew anne annick annie anthony antoine antonio arnaud arthur assia audrey aurelie aurelien aurore
  axel ayoub aziz baptiste barbara beatrice benjamin benoit berengere bernadette bernard bertrand bilal boris brahim brandon brenda brian brice
  brigitte bruno camille carine carla carlos carole caroline catherine cecile cedric celia celine chantal charlene charles charlotte chloe
  christele christelle christian christiane christine christophe christopher cindy claire clara claude claudia claudine clemence clement coralie
  corentin corinne cyril cyrille damien daniel daniele danielle david deborah delphine denis denise diane didier dimitri dominique donna
  dorothee dylan edith edouard eleonore elena elisabeth elise elizabeth ella elodie eloise emilie emily emma emmanuel emmanuelle eric erika
  estelle esteban etienne eugenie eva evelyne fabien fabienne fabrice fadila fanny farid fatiha fatima fatou fatoumata felix fernand fernando
  flavie florent florian franck francine francis francois francoise frederic frederique gabriel gabrielle gael gaelle gaetan genevieve george
  georges gerald geraldine gerard ghislaine gilbert gilles ginette gisele graham gregory guillaume gwenaelle habib hafida hakim halima hamza
  hanane harry hassan hawa helen helena helene henri henry herve houria hugo hugues ibrahim ibrahima imane imen ines ingrid irene isabelle
  ismael jacqueline jacques jamal james jamila jane janet jason jean jeanne jeannine jennifer jeremy jerome jessica jessie joan joanna joel joelle
  johanna john jonathan jordan jose joseph josephine josette joshua josiane josselin judith julia julian julie julien juliette justine kader kamel karen
  karim karima karine katia kelly kenza kevin khadija khaled kim laetitia laila lamia laura laure laurence laurent laurie lea leila leo leon leonie
  liam liliane linda line lionel lisa loic lola loubna louis louisa louise luc lucas lucie lucien lucienne ludovic lydia lydie lynda madeleine
  mael maeva magali mahmoud malik malika mamadou manon manuel marc marcel marcelle margaret margaux marguerite maria mariam mariama marianne marie
  marie-christine marine marion marjorie marlene martha martine maryline maryse mathieu mathilde matthew matthieu maud maurice max maxime mehdi
  melanie melissa michael michel michele micheline michelle mickael mireille mohamed mohammed monica monique morgane mounir mourad moussa murielle
  mustapha muriel myriam nabil nabila nadege nadia nadine nadir naima nancy natacha nathalie nathan nawal nelly nicolas nicole nina noemie nora nordine
  noura oceane odette odile olga oliver olivia olivier omar oumar pamela pascal pascale patrice patricia patrick paul paula paulette pauline peter
  philip philippe pierre quentin rachel rachid rachida raphael raymond raymonde rebecca regine regis remi remy renaud renee rita
  robert robin rodolphe roger roland romain ronald roxane roxanne ruth ryan sabine sabrina said salah salima samantha samia samir samira samuel
  sandra sandrine sandy sara sarah saida sebastien sebastian selim serge severine sharon simon simone sofia sofiane sonia sophia sophie souad
  stephane stephanie stephen steve steven sonya susan suzanne sylvain sylvia sylviane sylvie tarik teddy theo theresa therese thibault thibaut thierry
  thomas tiffany timothy tony tracy valentin valentine valerie vanessa veronique victor victoria vincent virginie viviane walid wendy
  wassila wilfried william willy xavier yacine yann yannick yasmina yasmine yassine yves yvette yvonne youssef zahra zineb zoe zoubida
`)

/** Family names that may follow a given name written without capitals. */
export const familyNames = set(`
  andre benali benoit bernard bertrand blanc bonnet boyer brown chevalier clement david denis diallo dubois dumont dupond dupont dupuis durand duval
  faure fontaine fournier francois garcia garnier gauthier gerard girard guerin henry jones lambert laurent lefebvre lefevre legrand lemaire leroux leroy
  lopez martin martinez masson mathieu mercier michel moreau morel morin muller nguyen nicolas perez perrin petit renard richard rivière robert robin roche
  rousseau roussel roux sanchez simon smith taylor thomas traore vasseur vincent williams wilson
`)

/** Given names that are words too: they count in the middle of a sentence only. */
export const alsoWords = set(`
  claire marine max kim jordan harry line france rose pierre aurore leon lola robin victor jean sandy olive constant marc grace paul
  valentine justine
`)
