import { fold } from './fold.ts'
import { pattern } from './pattern.ts'

/** Said of oneself or another, in earnest or not: help that is shown too often harms nobody. */
const words = [
  pattern(String.raw`suicid|\bauto-?mutil|scarifi|\bself[- ]?harm|\boverdos`),
  pattern(
    String.raw`\b(?:me|m'|te|se|s') ?(?:tuer|tue\b|pendre|pends?\b|flinguer|flingue|foutre en l'air|fous en l'air|jeter (?:sous|du|par|d'un|dans)|jette (?:sous|du|par|dans)|ouvrir les veines|taillader|supprimer|immoler|noyer|empoisonner|faire du mal|mutiler|laisser mourir)`,
  ),
  pattern(
    String.raw`fin a (?:mes|ses|tes) jours|fin a (?:ma|sa) (?:propre )?vie|attent\w{0,6} a (?:mes|ses) jours|\bm'oter la vie|\bs'oter la vie`,
  ),
  pattern(
    String.raw`(?:veux|veut|voulu|voulais|voulait|voudrais|envi de|envie de|envie d'|prefere|preferais|prefererais|pense a|pensais a|songe a|pret a|prete a|aimerais|souhaite|rever? de|peur de) (?:juste |vraiment |plutot |simplement )?(?:mourir|crever|disparaitre|partir pour de bon|ne plus (?:vivre|etre la|me reveiller|exister))`,
  ),
  pattern(
    String.raw`(?:envie?|veux|veut|voulu|voulais|voulait|voudrais|pens\w{1,6}|prete?) (?:\S{1,20} ){0,2}(?:d'|a |en )?en finir(?! avec (?:ce|cet|cette|ces|le|les|leurs?|mon|mes|eux|l'|la (?!vie)))|en finir avec (?:la|ma|cette) (?:putain de )?vie|\btout arreter et mourir`,
  ),
  pattern(
    String.raw`(?:plus|aucune?) (?:l')?(?:envie|raison|force|gout|courage) (?:de |d'|a )(?:continuer a )?(?:vivre|etre (?:en vie|la)|exister|la vie)|(?:veux|peux|voulais|pouvais) plus (?:continuer a )?vivre|a quoi bon (?:vivre|continuer|rester)|plus envie de rien ni de vivre|ne plus me reveiller|jamais me reveiller|pas me reveiller`,
  ),
  pattern(
    String.raw`(?:idees|pensees) (?:noires|morbides|de mort)|saute\w{0,4} (?:par la fenetre|du pont|d'un pont|sous (?:un|le) (?:train|metro))|sous un train|du haut d'un pont|mieux morte?\b|mieux sans moi|serai(?:s|t) mieux morte?`,
  ),
  pattern(String.raw`aval\w{1,6} (?:\S{1,20} ){0,3}(?:medicaments|cachets|comprimes|boite)`),
  pattern(
    String.raw`\bkill(?:ed|ing)? (?:my|him|her|them)sel|\b(?:end|ending|ended|take|taking|took) (?:my|his|her|their) (?:own )?life|\b(?:end|ending) it all|\b(?:want|wanted|wish|wished|ready|rather|going|like|hope|hoped) (?:\w{1,12} ){0,2}(?:to )?(?:die\b|be dead|were dead|was dead|disappear for)`,
  ),
  pattern(
    String.raw`better off (?:dead|without me)|(?:no|any) (?:reason|will|point|point in) (?:to )?liv|(?:don't|didn't|do not|did not|can't|cannot|no longer) (?:\w{1,12} )?(?:want|wanted|wish) to (?:live|be alive|wake up|be here|exist|go on living)|\b(?:hurt|hurting|harm|harming|cut|cutting|hang|hanging|shoot|drown) myself|jump(?:ed|ing)? (?:off|from) (?:a|the) (?:bridge|roof|window|balcony)|in front of (?:a|the) train|not wake up|never wake up|suicidal`,
  ),
]

/** Whether somebody may be in distress: the page then shows whom to call. Nothing else follows from it, and nothing is kept. */
export function findDistress(original: string): boolean {
  const text = fold(original).text.toLowerCase()
  return words.some((look) => look.test(text))
}
