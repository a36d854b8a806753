export const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

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

/** Family names that may follow a given name written without capitals. */
export const familyNames = set(`
  andre benali benoit bernard bertrand blanc bonnet boyer brown chevalier clement david denis diallo dubois dumont dupond dupont dupuis durand duval
  faure fontaine fournier francois garcia garnier gauthier gerard girard guerin henry jones lambert laurent lefebvre lefevre legrand lemaire leroux leroy
  lopez martin martinez masson mathieu mercier michel moreau morel morin muller nguyen nicolas perez perrin petit renard richard rivière robert robin roche
  rousseau roussel roux sanchez simon smith taylor thomas traore vasseur vincent williams wilson
`)

/** Given names that are other words when they have no capital: they need one, or a title, to be read as names. */
export const neverSmall = set(`
  aime angel barbe blanche come constance constant desire dean faith fay felicite flora frank france germain gloria grace guy harry honore hope
  iris jade jasmin jasmine june junior ken line lola loup lou luna mark marin max mercedes merlin mike modeste noel octave olive olympe oscar
  patience prosper prudence reine roman romane rosette said sauveur savannah stella sydney toussaint urbain vera victoire violette virgile
  will zelda zephyr dora art rosie penelope orlando clovis colombe
`)

/** Given names that are common nouns, places or other words in small letters, of either language. */
export const alsoCommon = set(`
  adele alma ambre anis axel basil basile bella benoit berthe bill bonnie boris brad brice bruno candice capucine carmen carolina caroline
  cathy cerise chance charlotte clement clementine cleo colin coral dale dana dawn dina doris drew eden elan emir ernest fanny felix
  ferdinand fleur florence florent florian france georgette georgia gilet gilles gina glen grant harold heather herb hugo jack jacky jacquot
  jean jersey jess jill john jules jumbo justin kelly kent lahore lance lara laurent leila lena leon lila lilas lima lina linda lisa lise
  lore lorraine louise louison lucie madeleine magali mailys manuel manuela marcel marguerite maria marianne marie mark martin mary maxime
  maya melina melodie merle mila mina mona morgan morgane myrtille nana nelson nick nina noah noel norman nour nova odile olivier oona opale
  paloma paola paris pascal pascale patrice paule pauline perle petra pierre pollen prisca regis remy rich roger romaric rosa rosalie rosine
  ruby rusty said sally salma salome salsa samba sami sandy selma serge silas solange stan sterling tanguy tania tasse tatiana teddy tina
  toni tonic tony valentin vanina vincent violet viviane walter zita zora
`)

/** Given names that are words too: they count in the middle of a sentence only. */
export const alsoWords = set(`
  aime ambre angel aurore barbe blanche cesar charlie claire clovis colombe come constance constant crystal dean desire
  fay felicite firmin flora france frank germain gloria grace guy harry honore hyacinthe iris jade jasmin jasmine jean
  jordan june junior justine ken kim leon line lola lorraine lou loup luna marc marceau marin marine mark martin max
  mercedes merlin mike modeste noel octave olive olympe orlando oscar patience paul penelope phil pierre prosper
  prudence reine robin roman romane rose rosette sandy sauveur savannah stella sydney toussaint urbain valentine vera
  victoire victor violette virgile will zelda zephyr
`)
