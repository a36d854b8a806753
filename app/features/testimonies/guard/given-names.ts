import { set } from './words.ts'

/** Given names common in France and where English is spoken, of several generations and origins: a help, not a register. */
export const givenNames = set(`
  abdallah abdel abdelkader abdelkrim abderrahmane abdou abdoulaye abel abena abigail achraf adam adama adebayo adelaide adele adelina
  adeline adem adil adnan adrian adriana adriano adrien adrienne afonso agathe agnes agnieszka ahlam ahmad ahmed ahmet aicha aida aime aimee
  aissa aissatou akim akosua aksel akua alain alan alban albane albert albertine alberto aled alejandra aleksandra alessandra alessandro
  alessia alex alexa alexandra alexandre alexane alexei alexis alfonso alfred ali alice alicia alima aline aliou alison alistair alix allan
  alma aloise alphonse alun alvaro alya alyssa amadou amanda amandine amar amara amaury ambre ambrine ambroise amel amele amelia amelie
  amina aminata amine amira amy ana anais anastasia anatole anatoly andre andrea andreas andree andreea andrei andrej andrew andrzej angel
  angela angele angelina angeline angelique angelo angus anh anissa anita anna annabelle annaelle anne anne-marie anne-sophie annette annick
  annie anouar anouk anselme ansgar anthonin anthony antoine anton antonella antonia antonin antonina antonio aoife apolline aram archibald
  ariane arielle aristide arjun arkadi arlette armand armande armando armel armelle armen arnaud arnaude arsene arthur artur assane assetou
  assia assiya astrid athena aubin aude audrey audric auguste augustin augustine augusto aurelia aurelie aurelien aurelle aurore awa axel
  ayako aylin ayman aymeric ayoub ayse aziz aziza azzedine bakary baptiste baptistin barbara barbe barnabe barry barthelemy bartosz basile
  bastien beata beatrice beatrix beatriz begona behija behrouz belinda belmira benedicte benjamin benjamine benoit benoite beranger
  berengere berenice bernadette bernard bernardo berthe bertille bertrand bethan betty bianca bilal bintou birgit blaise blanche blandine
  bogdan bogumila bojan boris bouba boubacar bouchra brad bradley brahim brandon brenda briac brian brice brigitta brigitte brivael
  bronwyn bruna brunhilde bruno bryan burak calixte callum calvin cameron camille candice carine carla carlos carlotta carole caroline carys
  cassandra cassandre catalina catarina caterina catherine cathy catriona cecile cecilia cecily cedric celestin celestine celia celina
  celine cemal cerys cesar chafia chahinez chaima chaimae chantal charlene charles charlie charlotte charly cheikh cheikhou chen chiara
  chidi chinedu chioma chloe chloee chris christel christele christelle christian christiane christina christine christophe christopher
  ciara ciaran cindy cinzia claire clara clarence clarisse claude claudette claudia claudie claudine claudio clelia clemence clement cleo
  clive cloe clothilde clotilde clovis colette colin colleen colombe conceicao concepcion constance constantin consuelo coralia coralie
  coralyne corentin corentine corinne cornelia cosima coumba craig cristina cristobal crystal curtis cuthbert cynthia cyprien cyriaque
  cyrielle cyril cyrille dafydd dagmar daisy dalila damian damien dana danica daniel daniele danielle danilo danny danuta daouda daphne
  dario darius darren darya daryl david davide davit davy dean debora deborah deepak deirdre delfina delia delphine demba denez denis denise
  deniz dennis derek desire desiree dewi diana diane diarmuid diarra didier diego dieudonne dimitri dina djamel djamila djibril dmitri
  dmitry dolores domenico dominique domitille donald donatella donatien donna donovan dora dorian dorine doris dorota dorothee douae douglas
  driss drissa duncan dustin dylan dylane ebrahim edgar edith edmond edmund edouard eduardo edwidge edwige edwin egon eileen eirlys
  ekaterina elaine elea eleanor elena eleonore eliane elias elie eliette elif eline eliot elis elisa elisabeth elisabetta elise elizabeth
  ella elliot elliott elodie eloi eloise elsa elvire elyes emeka emeline emeric emerick emil emile emilia emilie emilien emilienne emilio
  emily emine emir emma emmanuel emmanuela emmanuelle emre encarnacion enora enrica enrique enzo eoghan eray eric erika ermeline ernest
  ernestine erwan erwann esaie esma esra esteban estelle ester esther ethan etienne etiennette euan eude eudes eugene eugenie eulalie eva
  evan evana evangeline evelina evelyne evens evgeni ewa ewan ewelina ewen eymeric ezra fabien fabienne fabio fabiola fabrice fabrizia
  fabrizio fadela fadi fadila fahim faical faiza fannie fanny fanta farah farhad farid farida farideh faris fatih fatiha fatima fatma fatou
  fatoumata faustin faustine fay faycal federica federico felicia felicie felicien felicite felipe felix ferdinand fergus fernand fernanda
  fernando fernao fethi filipa filippo fiona fionnuala firmin flavia flavie flavien flora florent florian floriane florine fodil fouad foued
  francesca francesco francine francis francisca franck francois francoise frank franklin franz fred freddy frederic frederique frida fritz
  fritznel gabin gabriel gabriele gabrielle gaby gael gaelle gaetan gaetano galina garance gareth gaspard gaston gautier gavin gemma
  genevieve gennady geoff geoffrey geoffroy george georges georgette georgia georgina gerald geraldine gerard geraud germain germaine gerry
  gertrude gethin ghislaine ghita giacomo gianluca gianni gilbert gilberte gildas gilles gillian gilly gina ginette ginevra giorgi giorgia
  giorgio giovanna giovanni gireg gisele gislaine giulia giuseppe gladys glen glenn gloria godefroy golnaz gonzague gonzalo goran gordon
  grace gracia graham grainne graziella grazyna greg gregoire gregory greta guadalupe gudrun guenael guenole guilaine guilhem guillaume
  guillemette guillermo gurpreet gurvan gustave guy guylaine guylene gwen gwenael gwenaelle gwendal gwendoline gwennaelle habib haby hachim
  hadrien hafida hafsa hager hajar hakan hakim hakima haley halil halima halimatou halina hamed hamid hamidou hamish hamza hanane hanna
  hannah hans harold harouna harpreet harry haruto harvey hasan hassan hatem hawa haydar hayk hayley heather hector hedi hedwige heidi heinz
  helder helen helena helene helga heloise henri henriette henrique henry herbert hermann hermine herve herveline hicham hichem hilaire
  hilary hippolyte hiroshi hoang homer honorat honore honorine horst hortense houda houria houssein howard hubert hugo hugues huguette huong
  huseyin hussein hyacinthe ian ibrahim ibrahima ibtissem idriss idrissa ifeoma ignace ignacio igor ikram ilan ilana ilham ilhan ilona ilyes
  imad iman imane imen imogen imran inaya indira ines ingeborg ingrid inmaculada ioana iona irena irene irina iris irma isaac isabella
  isabelle isadora isaiah isaline isaure isidore isis ismael ismail ismaila issa issam ivan ivana ivo ivonig iwona jacinta jack jackie jacky
  jacob jacqueline jacques jacquot jad jade jadwiga jaime jakub jalal jalila jamal jamel james jamie jamila jane janet janice janine janis
  jannick jaouad jaoued jaroslaw jasmin jasmina jasmine jason javad javier jawad jay jayden jean jean-claude jeanette jeanine jeanne
  jeannette jeannine jeff jeffrey jelena jemima jemma jenna jennifer jenny jens jeremie jeremy jerome jerry jerzy jess jessica jessie jill
  jim jimmy jing joachim joan joana joanna joanne joao joaquim joaquina joceline jocelyn jocelyne jody joe joel joelle joey johan johann
  johanna johannes john johnny jolanta jonah jonas jonathan jordan jordi jorge joris jose josee josef josefa joseph josephine josette joshua
  josiane joss josselin josue joyce juan juana juanita judes judicael judith judy jules julia julian juliane juliann julianne juliano julie
  julien juliette juline julius june junie junior jurgen justin justine justyna kader kadiatou kadidia kadidja kamal kamel kamila karel
  karen karim karima karine karl karol karolina karsten katarina katarzyna kate katell kateryna kathleen kathryn kathy katia katy kaveh
  kavita kayla keiko keith kelly kelvin kemal ken kendra kenji kenneth kenny kenza kerry kerstin kettly kevan kevin khadidja khadija khaled
  kheira kilian kim kimberly kirill kirsten kirsty klaus koffi kofi kouadio krishna kristin kristina krzysztof ksenia kurt kwame kyle kylian
  lachlan lacina ladji laetitia lahcen lahoucine laila lakshmi lamia lamine lana lancelot lara larbi larisa larissa larry lasse latifa laura
  laure laureen laureline lauren laurence laurene laurent laurette laurie laurine lauryn lazare lea leana leandre leandro leane leatitia lee
  leila leilani leisa lena lenaic lenaig lenny leo leocadie leon leonard leonardo leonce leonie leonor leontine leopold leslie lester
  leticia letizia lewis leyla lhoucine lia liam lidia lila lili lilia lilian liliana liliane lilly lily lina linda lindsay line linh lionel
  lionnel lisa lisbeth lise lisette lison liv livia ljubica lloyd loane loann loeiz loelia logan loic loick lois lola lorena lorene lorenza
  lorenzo loretta lorna lorraine lotfi lou louane loubna louis louisa louise louisette louison loup lubna luc luca lucas lucette lucia
  luciana luciano lucie lucien lucienne lucile lucilla lucille lucrece ludivine ludmila ludmilla ludovic ludwig luigi luis luisa luka lukas
  lukasz luke luna lurdes lyam lydia lydie lyes lyna lynda lynn lynne lyse macarena mackenson madeleine maden mael maelle maelys maeva maeve
  mafalda magali magalie magda magdalena magdeleine maggie mahaut mahdi mahe mahmoud mahmut mahsa maia maimouna maisie maite maiwenn malcolm
  malek malgorzata malia malik malika malo malorie mamadou manar mandy manfred manoel manoj manon mansour manuel manuela manuella maoulida
  mara marc marc-antoine marceau marcel marcelin marceline marcelle marcello marcia marcin marco marcos marcus marek mareva margaret
  margarida margarita margaux margot marguerite maria maria-jose mariam mariama mariame mariana marianne mariannick marie marie-christine
  marie-claude marie-france marie-helene marie-jose marie-laure marie-louise marie-noelle marie-pierre marie-therese mariella marielle
  marika marilyn marilyne marin marina marine mario marion marisa marisol marius mariusz marjolaine marjorie mark markus marlene marlies
  marlon marta martha marthe martial martin martine marvin mary maryam maryline maryse maryvonne marzena massimiliano massimo mateo mateusz
  mathias mathieu mathilde mathis mathys matias matilda matilde matis matt matteo matthew matthias matthieu matthis mattia maud maude
  maureen maurice mauricette maurizio mauro max maxence maxim maxime maximilien maya mayeul maylis mbarek medard meera meg megan megane
  mehdi mehmet mehran melaine melanie melina melinda meline melissa melodie melvin mercedes merlin merve mia michael michaela michal michel
  michela michele micheline michelle mickael mickaela miguel mihai mikael mike mila milan milena miloud mina minh mirabelle mireille miriam
  mirlande modeste modou mohamed mohammad mohammed mohand mohsen moira moise mokhtar molly mona monia monica monika monique montserrat morad
  morag morgan morgana morgane morvan mostafa mouhamed mouloud mouna mounir mourad moussa moustapha muhammad muhammed murat muriel murielle
  murray mustafa mustapha mykola mylene myriam myrtille nabil nabila nadege nadeige nadezhda nadia nadine nadir nadja nadjet nadjib nafi
  nafissa nahel nahia naila naim naima najat najet najib najwa nancy naoko naomi naoufel nare nasrin nasser nassera nassim nassima nastasia
  natacha natalia natalie natalya natasha nathalie nathan nathanael nathaniel naveen nawal nawel ndeye neha neil nejma nelly nelson nesrine
  neven nevena ngoc ngozi niall niamh nicholas nick nicodeme nicola nicolas nicole nicoletta nicolette nigel nikita niklas nikola nikolai
  nils nina nino ninon nirmala nnamdi noah noam noe noel noelie noeline noelle noemie noham nolan nolwen nolwenn nora norah norbert nordine
  norman nour noura noureddine nouria nourredine nunzia nuria obinna oceana oceane octave octavie odete odette odile odilon odran oihana
  oisin oksana oleg oleksandr olena olga oliver olivia oliviane olivier olumide oluwaseun olympe omar omayma omer ondine oona ophelie orane
  oriane orianne orlando orlane ornella oscar osman osnel othman othmane otto ouardia oumar oumou oumy ousmane oussama ousseynou owen ozlem
  pablo paco padraig paloma pamela paola paolina paolo parisa pascal pascale pascaline pascual pat patience patrice patricia patricio
  patrick patrik patrizia patty paul paula paule pauletta paulette pauliane paulin pauline paulo pavel pavlo pawel pedro peggy penda
  penelope perrine peter petra petro petronille phil philbert philibert philip philippa philippe philippine philomene phoebe phuong pier
  pierre pierre-louis pierre-yves pierrette pierrick pierrot pietro piotr pippa pooja pradeep prakash priscilla priscille priya prosper
  prudence przemyslaw quang quentin quitterie rabah rabia rachel rachelle rachid rachida radia radoslaw rafael raffaella rafik rafika rahul
  raina rainer rajesh ralph ramata ramatoulaye ramon ramona ramzi rania raoul raphael raphaelle rasmus raul ravi rawane rayan raymond
  raymonde rebecca rebekah reda redha redouane regina reginald regine regis reine reinhard remi remus remy renan renata renaud rene renee
  renelle renzo reynald reza rhea rhiannon rhys riad ricardo riccardo richard rick ricky ridha riley rima rina rita riton riwal rizlane
  robert roberta roberto robin rocco rocio roderick rodney rodolphe rodrigo rodrigue roger roisin rokhaya rokia roland rolande rolf romain
  roman romane romaric romeo romuald ronald ronan ronnie rosa rosalie rosalind rosaline rosamund rosanna rosario rose-laure roseline
  roselyne rosemary rosemonde rosette rosie rosine ross roxana roxane roxanne roy rozenn ruben rudy rufin rui rupert russell ruth ryad ryan
  rym ryma ryszard saad sabah sabeha sabiha sabina sabine sabino sabri sabria sabrina sacha sadio safia safiatou sahra said saida saintilus
  salah salif salim salima salimata saliou sally salma salome salomon salvador salvatora salvatore salwa sam samanta samantha samba sameh
  sami samia samir samira samuel samy sanaa sandeep sandie sandra sandrine sandro sandy sanjay saoirse saphir sara sarah sarra sasha saskia
  sauveur savannah scarlett scott sean sebastian sebastiano sebastien segolene seher selena selim selin selma semra septime serafina
  seraphin seraphine serena serge sergei sergey sergio serhiy serkan seth severine sevgi seydou seynabou shaima shana shane shanna shannon
  shanti sharif sharon shaun shawn sheila shelley shirin shirley sian sibylle sid sidi sidonie siegfried sieglinde sienna sigrid sihame
  sihem sikou silas silvain silvana silvestre silvia simeon simon simona simone simonetta sinead siobhan sipho sissoko sixte slavica
  slawomir slimane sofia sofiane sofie soizic sokhna solal solange soledad solene solenn solenne soline solveig sonia sonny sonya sophia
  sophie soraya sorcha soren souad soufiane souhila soukaina souleymane soumaya soumia stacey stacy stan stanislas stanislaw steeve stefan
  stefania stefano stella steph stephan stephane stephanie stephen stephy steve steven stuart suleyman sulivan sunita suresh susan suzan
  suzanne suzette suzy sven sveta svetlana svitlana swann sybille sydney sylvain sylvana sylvestre sylvette sylvia sylviane sylvianne sylvie
  sylvio tabitha tahar taina takeshi tamara tamsin tangi tanguy tania tanya taoufik tara tareq tarik tariq tatiana tatjana tayeb ted teddy
  telma teo terence teresa teresinha terry tess tessa tetiana thais thandeka thandiwe thanh thao thea thelma theo theodora theodore
  theophane theophile theresa therese thi thiago thibalt thibaud thibault thibaut thiebaud thierry thomas thuy tifenn tiffany tigran tim
  timeo timothe timothee timothy tina tino titouan titus tobias todd tom toma tomas tomasz tommaso tommy toni tony torsten toufik touria
  toussaint tracy tran trang travis trevor tristan tristana trudy tuan tudual tugdual tuncay ugo ulrich ulrike ulysse umberto urbain ursula
  ursule uwe vadim vahan valentin valentina valentine valentino valeri valeria valerian valeriane valerie valery vanessa vanina vasco vasile
  vassili venceslas vera verity veronica veronique vianney vicente vicky victoire victor victoria victorien victorine vidal vijay vikram
  viktor viktoria vincent vincenzo vinciane violaine violette virgile virginie vitali vito vittorio vivian viviana viviane vivien vlad
  vladimir volodymyr wafa wahiba wahid walid wally walter wanda warren wassila wayne wenceslas wendy werner wesley wiam widad wided wiem
  wieslaw wiktor wilfred wilfried will william willy wilner wilson winifred winnie winston wisly wissam wojciech wolfgang wolfram xander
  xavi xavier xaviere xiao xochitl xuan yacine yacoub yacouba yael yahia yahya yamina yamna yanis yann yannick yannig yannis yasin yasmin
  yasmina yasmine yassin yassine yaya yaye yelena yevgeny ying ylan yoan yoann yohan yohann yoko yolaine yolande yoni yoram youcef youenn
  younes younous youri yousra youssef youssouf ysaline yuki yulia yuri yusuf yvain yvan yvana yveline yvelise yves yvette yvon yvonne
  yvonnick zacharia zacharie zachary zack zahia zahra zakaria zakariya zakia zara zbigniew zdzislaw zeinab zeki zelda zelia zelie zelma
  zephyr zeynab zeynep ziad zina zineb zinedine zita zoe zofia zoheir zohir zohra zora zoran zoubida zouhair zoulikha
`)
