import { afterAsWritten, endAt, pattern } from './pattern.ts'
import { noName } from './words.ts'

const word = pattern(
  String.raw`(?:[dlDL]')?[A-Za-z]{1,40}(?:['.-][A-Za-z]{1,40}){0,6}|\d{1,2}(?:e|eme|er)?(?![0-9A-Za-z])`,
  'y',
)
const joins = /^(?:de|du|des|la|le|les|sur|sous|en|et|lez|l|aux|au|d)$/
/** Towns whose names people also write without a capital. */
const towns = new Set(
  `paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon angers nimes villeurbanne
  clermont-ferrand aix-en-provence brest tours amiens limoges annecy boulogne metz besancon perpignan orleans rouen mulhouse caen nancy argenteuil
  montreuil saint-denis roubaix tourcoing avignon dunkerque creteil nanterre poitiers versailles pau calais beziers colmar bourges quimper lorient
  troyes valence chambery niort vannes cergy bobigny evry melun bayonne cholet arras douai lens valenciennes maubeuge beauvais evreux chartres
  blois nevers albi tarbes ales sete narbonne carcassonne agen montauban perigueux gap digne epinal belfort macon laval
  saint-etienne le-havre aulnay-sous-bois champigny saint-maur colombes asnieres courbevoie rueil-malmaison noisy-le-grand noisy vaulx-en-velin vaulx venissieux
  villeneuve-d'ascq wattrelos maisons-alfort sarcelles epinay bondy fontenay clamart sevran livry-gargan rosny meudon puteaux suresnes gennevilliers saint-ouen
  clichy levallois neuilly issy chelles corbeil savigny melun pontault-combault gonesse garges goussainville trappes mantes-la-jolie mantes poissy conflans
  henin-beaumont bethune boulogne-sur-mer saint-omer cambrai denain armentieres hazebrouck maubeuge saint-quentin laon soissons compiegne creil abbeville
  charleville-mezieres sedan thionville forbach sarreguemines haguenau schiltigheim saint-louis vesoul montbeliard lons-le-saunier macon chalon-sur-saone
  auxerre sens vierzon bourges montlucon vichy moulins nevers roanne bourg-en-bresse oyonnax vienne villefranche bron rillieux meyzieu echirolles
  saint-priest gap briancon martigues istres salon-de-provence aubagne vitrolles arles la-ciotat la-seyne hyeres draguignan grasse cagnes menton ajaccio bastia
  ales nimes beziers sete lunel carcassonne perpignan montauban auch tarbes lourdes pau bayonne biarritz dax mont-de-marsan merignac pessac talence libourne
  bergerac angouleme saintes rochefort cognac brive tulle gueret limoges chatellerault thouars cholet saumur saint-nazaire reze saint-herblain la-roche-sur-yon
  vannes lanester saint-brieuc lannion guingamp fougeres saint-malo vitre alencon argentan lisieux cherbourg saint-lo elbeuf dieppe sotteville fecamp
  pointe-a-pitre les-abymes basse-terre le-lamentin schoelcher saint-pierre saint-paul le-tampon kourou noumea papeete
  drancy aubervilliers pantin ivry vitry villejuif massy antony meaux hyeres frejus cannes antibes fort-de-france mamoudzou cayenne
  london manchester leeds birmingham bristol glasgow cardiff liverpool dublin edinburgh`
    .split(/\s+/)
    .filter(Boolean),
)
/** Words with a capital that follow a place's name without being part of it, or would be taken for one. */
const noPlace = new Set(
  `pro connect services spectacle store scenes noel paques mai juin euros ete hiver printemps automne monday m mme mr je j il elle on nous
  id saint-valentin dpe dr recrute recrutement indemnisation conseil direct video international assurance avantages`.split(
    /\s+/,
  ),
)

const isPlaceWord = (typed: string): boolean => {
  const plain = typed.toLowerCase().replace(/^[dl]'/, '')
  return (towns.has(plain) || !noName.has(plain)) && !noPlace.has(plain) && (plain.length > 1 || /\d/.test(plain))
}

/** Whether the letters before a place are all capitals: a capital then says nothing. */
const isLoud = (typed: string) => /^[A-Z'-]{2,}$/.test(typed)

/**
 * Reads the name of a place: words with capitals and what joins them ("Villeneuve-d’Ascq", "La Croix-Rousse", "Paris 12e").
 * A town everybody knows needs no capital. @returns where it ends, or `null`
 */
export function readPlace(text: string, at: number, loud = false): number | null {
  let end: number | null = null
  let from = text.charAt(at) === ' ' ? at + 1 : at
  for (let words = 0; words < 6; words += 1) {
    const next = endAt(word, text, from)
    if (next === null) break
    const typed = text.slice(from, next)
    const plain = typed.toLowerCase().replace(/^[dl]'/, '')
    const capital =
      /^(?:[dlDL]')?[A-Z]/.test(typed) && isPlaceWord(typed) && (!loud || !isLoud(typed) || towns.has(plain))
    const number =
      end !== null &&
      /^(?:\d{1,2}(?:e|eme|er)|\d{1,2})$/.test(typed) &&
      !/^ ?(?:h\b|[/:%€]|euros|ans|mois|jours|fois|minutes|janv|fevr|mars|avr|mai|jui|aou|sept|oct|nov|dec)/.test(
        afterAsWritten(text, next, 8),
      )
    if (capital || number || (end === null && towns.has(plain))) end = next
    else if (!joins.test(plain) && !/^(?:La|Le|Les|L|Saint|St)$/.test(typed)) break
    if (text.charAt(next) !== ' ') break
    from = next + 1
  }
  return end
}
