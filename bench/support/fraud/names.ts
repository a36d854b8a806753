import type { Chance } from './chance.ts'

const first =
  'Marie Jean Philippe Nathalie Isabelle Sylvie Catherine Laurent Christophe Nicolas Sandrine Stéphane Valérie Sophie Julien Céline Frédéric Patrick Martine Christine Camille Léa Manon Thomas Alexandre Antoine Émilie Élodie Aurélie Julie Sébastien David Éric Pascal Véronique Françoise Monique Jacqueline Anne Hélène Claire Mathilde Chloé Inès Lucas Hugo Louis Gabriel Arthur Jules Mohamed Ahmed Karim Fatima Aïcha Yasmine Samira Rachid Mehdi Nadia Amina Omar Ibrahim Moussa Aminata Fatou Mamadou Thuy Linh Minh Wei Xin Jana Piotr Agnieszka Krzysztof Ana Maria João Carlos Lucía Javier Giulia Marco Lars Ingrid Siobhán Rhys Gwenaëlle Maëlys Loïc Yann Soazig Itxaso Ainhoa Zoë Noah Malo Jeanne Suzanne Odette Gérard Bernard Michel Alain Daniel Dominique Claude Pierre-Yves Jean-Marc Anne-Sophie Marie-Thérèse'.split(
    ' ',
  )
const last =
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefebvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martínez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Benali Nguyễn Traoré Diallo Ben-Ahmed Kowalski Szczepański N’Diaye Le-Goff O’Connor Müller Fernandes Da-Silva Haddad Cissé Tran Xu Dijkstra Blomqvist'.split(
    ' ',
  )
const heads =
  'bar bel ber bou bri car cas cha cor cou dal del des dor dra fer flo fon gar gen gil gou gra hou jac lab lan lar leb mai mal man mar men mol mon mor mou nav pal par pas per pin pol por qui ran rav reb rol ros sal san sau ser sou tal ter tho tra val van ver vig vil'.split(
    ' ',
  )
const middles = 'a ai e é i o ou u in en an on al el er or as is et'.split(' ')
const tails =
  'bert bon card cher chet dard deau dier don fort gnac gnon lain lard let lier lin lon ment mier nard nau neau net nier non pin quet quier ran rard reau rel ret rier rin ron rot sier son tard teau tel tier tin ton vet vier ville'.split(
    ' ',
  )

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Families are many: a fifth have one of the frequent names (the first of them one person in 250, as Martin in France), the others one of some eighty thousand. */
export const familyName = (chance: Chance): string =>
  chance.happens(0.2) ? chance.zipf(last, 0.6) : capital(`${chance.of(heads)}${chance.of(middles)}${chance.of(tails)}`)

/** What people write in the field: mostly their name. */
export function personName(chance: Chance): string {
  const odd = chance.next()
  if (odd < 0.0012) return `${chance.of(first)} ${chance.whole(1, 95)}`
  if (odd < 0.003)
    return chance.of(['Anonyme', 'X', 'Une citoyenne', 'Un chômeur en colère', 'Radiée', 'Test', 'aaaa', 'qsdf'])
  if (odd < 0.006) return `${chance.of(first).charAt(0)}. ${familyName(chance).charAt(0)}.`
  const name = `${chance.zipf(first, 0.3)} ${familyName(chance)}`
  if (odd < 0.05) return name.toLowerCase()
  if (odd < 0.1) return name.toUpperCase()
  if (odd < 0.14) return `${name}-${familyName(chance)}`
  return name
}

export type Script = 'short-lists' | 'like-people' | 'digits' | 'letters'

/** Names as a script makes them. */
export function scriptedName(chance: Chance, script: Script): string {
  if (script === 'like-people') return `${chance.zipf(first, 0.3)} ${familyName(chance)}`
  if (script === 'short-lists') return `${chance.of(first.slice(0, 40))} ${chance.of(last.slice(0, 60))}`
  if (script === 'digits') return `${chance.of(first)} ${chance.of(last)}${chance.whole(10, 9999)}`
  const word = () =>
    Array.from({ length: chance.whole(5, 10) }, () => String.fromCharCode(chance.whole(97, 122))).join('')
  return `${capital(word())} ${capital(word())}`
}
