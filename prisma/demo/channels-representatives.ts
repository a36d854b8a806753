import type { ChannelContent } from '#app/features/press/schema.ts'

const noSupports = { petitionUrl: '', supports: '', supportsOn: '' } as const

/** Those who represent, by their own directories. */
export const representatives: Record<string, ChannelContent> = {
  deputies: {
    kind: 'representatives',
    url: 'https://www2.assemblee-nationale.fr/deputes/liste/departements',
    ...noSupports,
    fr: {
      name: `Votre député ou votre députée`,
      who: `La liste officielle, par département, est tenue par l’Assemblée nationale.`,
      threshold: `Une seule lettre suffit.`,
      asks: `Votre code postal ou votre circonscription : elle est écrite sur votre carte électorale.`,
      follows: `Une question écrite au gouvernement, une intervention, un rendez-vous à la permanence : demandez ce qui sera fait.`,
      how: `Appelez d’abord la permanence, puis écrivez quelques phrases à vous. Un texte court et personnel est lu ; des messages copiés en nombre desservent ce qu’ils demandent.`,
    },
    en: {
      name: `Your deputy`,
      who: `The official list, by département, is kept by the National Assembly.`,
      threshold: `A single letter is enough.`,
      asks: `Your postcode or your constituency: it is written on your voter’s card.`,
      follows: `A written question to the government, a speech, a meeting at the local office: ask what will be done.`,
      how: `Call the local office first, then write a few sentences of your own. A short personal text is read; messages copied in numbers harm what they ask for.`,
    },
  },
  senators: {
    kind: 'representatives',
    url: 'https://www.senat.fr/',
    ...noSupports,
    fr: {
      name: `Les sénatrices et les sénateurs de votre département`,
      who: `La liste officielle est tenue par le Sénat.`,
      threshold: `Une seule lettre suffit.`,
      asks: `Votre département.`,
      follows: `Une question écrite ou orale au gouvernement : demandez ce qui sera fait.`,
      how: `Le même message court peut leur être adressé, en disant pourquoi vous leur écrivez à elles et à eux.`,
    },
    en: {
      name: `The senators of your département`,
      who: `The official list is kept by the Senate.`,
      threshold: `A single letter is enough.`,
      asks: `Your département.`,
      follows: `A written or oral question to the government: ask what will be done.`,
      how: `The same short message may be sent to them, saying why you write to them in particular.`,
    },
  },
}
