import type { ChannelContent } from '#app/features/press/schema.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { representatives } from './channels-representatives.ts'

const verified = { verifiedOn: '2026-07-03', checkBy: '2027-06-30' }
const noSupports = { petitionUrl: '', supports: '', supportsOn: '' } as const

const assembly: ChannelContent = {
  kind: 'petition',
  url: 'https://petitions.assemblee-nationale.fr/',
  ...noSupports,
  fr: {
    name: `Assemblée nationale`,
    who: `Les personnes majeures, françaises ou résidant régulièrement en France.`,
    threshold: `Au-delà de 100 000 signatures, la pétition est mise en avant sur le site. À partir de 500 000, venues d’au moins 30 départements ou collectivités d’outre-mer, la Conférence des présidents peut décider d’un débat en séance.`,
    asks: `Une connexion par FranceConnect. Le nom de la personne qui dépose est public ; celui des signataires ne l’est pas.`,
    follows: `Aucune obligation : un débat est possible, sans vote. D’après la presse, un premier débat de ce type a eu lieu début 2026.`,
    how: `Une signature y est un geste à part : celle que vous avez donnée ici n’y compte pas, et nous ne pouvons pas la transmettre.`,
  },
  en: {
    name: `National Assembly`,
    who: `Adults who are French or live lawfully in France.`,
    threshold: `Above 100,000 signatures the petition is highlighted on the site. From 500,000, from at least 30 départements or overseas territories, the Conference of Presidents may decide on a debate in plenary.`,
    asks: `Signing in with FranceConnect. The name of whoever files it is public; those of signatories are not.`,
    follows: `No obligation: a debate is possible, without a vote. According to the press, a first one of this kind was held in early 2026.`,
    how: `Signing there is a step of its own: the signature you gave here does not count there, and we cannot pass it on.`,
  },
}

const senate: ChannelContent = {
  kind: 'petition',
  url: 'https://petitions.senat.fr/',
  ...noSupports,
  fr: {
    name: `Sénat`,
    who: `Les conditions sont écrites sur le site du Sénat.`,
    threshold: `Nous n’avons pas vérifié le seuil actuel : lisez-le sur le site avant d’en parler.`,
    asks: `À lire sur le site du Sénat.`,
    follows: `À lire sur le site du Sénat. Aucune suite n’est garantie.`,
    how: `Une signature y est un geste à part : celle que vous avez donnée ici n’y compte pas.`,
  },
  en: {
    name: `Senate`,
    who: `The conditions are on the site of the Senate.`,
    threshold: `We have not verified the present threshold: read it on the site before you speak of it.`,
    asks: `To be read on the site of the Senate.`,
    follows: `To be read on the site of the Senate. Nothing is guaranteed to follow.`,
    how: `Signing there is a step of its own: the signature you gave here does not count there.`,
  },
}

const council: ChannelContent = {
  kind: 'petition',
  url: 'https://www.lecese.fr/',
  ...noSupports,
  fr: {
    name: `Conseil économique, social et environnemental (CESE)`,
    who: `Les personnes d’au moins 16 ans, françaises ou résidant régulièrement en France.`,
    threshold: `150 000 signatures en un an, à compter de la réception de la pétition par le CESE.`,
    asks: `Une signature manuscrite, une signature électronique, ou une plateforme du CESE ou agréée par lui. Une seule personne mandataire dépose la pétition.`,
    follows: `Le bureau du CESE examine si la pétition est recevable.`,
    how: `Les signatures recueillies avant cette réception, ici par exemple, ne comptent pas.`,
  },
  en: {
    name: `Economic, Social and Environmental Council (CESE)`,
    who: `People aged 16 or over who are French or live lawfully in France.`,
    threshold: `150,000 signatures within one year of the petition’s receipt by the CESE.`,
    asks: `A handwritten signature, an electronic signature, or a platform of the CESE or approved by it. One single representative files the petition.`,
    follows: `The bureau of the CESE examines whether the petition is admissible.`,
    how: `Signatures collected before that receipt, here for example, do not count.`,
  },
}

const initiative: ChannelContent = {
  kind: 'petition',
  url: 'https://citizens-initiative.europa.eu/',
  ...noSupports,
  fr: {
    name: `Initiative citoyenne européenne`,
    who: `Les personnes qui ont la nationalité d’un État de l’Union et l’âge de voter.`,
    threshold: `Un million de soutiens en douze mois, avec un nombre minimal dans au moins sept États.`,
    asks: `Des données d’identité fixées pays par pays : elles sont listées sur le site. Nous ne vous demanderons jamais un numéro de pièce d’identité.`,
    follows: `La Commission européenne doit répondre.`,
    how: `Une initiative se prépare à plusieurs pays et s’enregistre d’abord auprès de la Commission. Les signatures données ici n’y comptent pas.`,
  },
  en: {
    name: `European Citizens’ Initiative`,
    who: `People who are nationals of a Member State and old enough to vote.`,
    threshold: `One million supports within twelve months, with a minimum number in at least seven States.`,
    asks: `Identity data laid down country by country: they are listed on the site. We will never ask you for the number of an identity document.`,
    follows: `The European Commission must answer.`,
    how: `An initiative is prepared in several countries and registered with the Commission first. Signatures given here do not count there.`,
  },
}

const parliament: ChannelContent = {
  kind: 'petition',
  url: 'https://www.europarl.europa.eu/petitions/',
  ...noSupports,
  fr: {
    name: `Parlement européen, commission des pétitions`,
    who: `Toute personne qui réside dans l’Union européenne.`,
    threshold: `Une seule signature suffit.`,
    asks: `Les données demandées sont indiquées sur le site du Parlement.`,
    follows: `La pétition est examinée par une commission du Parlement.`,
    how: `Une personne ou une association peut la déposer en son nom. Les signatures données ici n’y sont pas transmises.`,
  },
  en: {
    name: `European Parliament, Committee on Petitions`,
    who: `Anyone who lives in the European Union.`,
    threshold: `A single signature is enough.`,
    asks: `The data asked for are given on the site of the Parliament.`,
    follows: `The petition is examined by a committee of the Parliament.`,
    how: `A person or an association may file it in their own name. Signatures given here are not passed on.`,
  },
}

const petitions = { assembly, senate, cese: council, eci: initiative, peti: parliament }

/** Official channels, and who represents. Nothing that was not verified is stated: it says so, and where to read it. */
export const channelSheets: readonly SheetSeed<ChannelContent>[] = Object.entries({
  ...petitions,
  ...representatives,
}).map(([slug, content]) => ({ slug, ...verified, content }))
