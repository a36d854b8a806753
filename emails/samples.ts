import type { Locale } from '#app/i18n/locale.ts'
import type { AlreadySignedProps } from './already-signed.tsx'
import type { CampaignUpdateProps } from './campaign-update.tsx'
import { renderMarkdown } from './markdown.ts'
import type { ConfirmSignatureProps, SignedText } from './confirm-signature.tsx'
import type { NewsConsentProps } from './news-consent.tsx'
import type { NewsLinkProps } from './news-link.tsx'
import type { RenewNewsProps } from './renew-news.tsx'
import type { SignatureCountedProps } from './signature-counted.tsx'
import type { TextsToVerifyProps } from './texts-to-verify.tsx'

const association = 'Association Exemple'
const campaignTitle = { fr: 'Pour des comptes que chacun peut vérifier', en: 'For counts that anyone can check' }

const signed = (locale: Locale): SignedText => ({
  version: 2,
  publishedAt: new Date('2026-11-03T08:00:00Z'),
  url: `https://campagnes.example.org/${locale}/exemple/texts/2`,
})

export const sampleConfirmSignature = (locale: Locale): ConfirmSignatureProps => ({
  locale,
  campaignTitle: campaignTitle[locale],
  association,
  signed: signed(locale),
  confirmUrl: `https://campagnes.example.org/${locale}/confirm/3kq9Zt-V0bXw5nRrLr2cTg7yH1s_Ua8e`,
  codeUrl: `https://campagnes.example.org/${locale}/score/signed`,
  code: ['042', '117'],
  notMeUrl: `https://campagnes.example.org/${locale}/not-me/9cVb3-WkLm2xZp5nQs_Rt6yU8hJ4dFgA`,
  wantsNews: true,
  second: false,
  appUrl: 'https://campagnes.example.org',
})

export const sampleAlreadySigned = (locale: Locale): AlreadySignedProps => ({
  locale,
  campaignTitle: campaignTitle[locale],
  association,
  campaignUrl: `https://campagnes.example.org/${locale}/exemple`,
  signed: signed(locale),
  notMeUrl: `https://campagnes.example.org/${locale}/not-me/8mTf2-QwJx6vKp0aZs_Yd4uN9rBc1eLhQwJx6vKp0aZs`,
  confirmNewsUrl: `https://campagnes.example.org/${locale}/confirm/8mTf2-QwJx6vKp0aZs_Yd4uN9rBc1eLh`,
})

const bodyFr = `Bonjour,

La réponse est arrivée le 12 mars. Elle compte **deux pages** et laisse une question ouverte : *qui peut relire le calcul ?*

## Ce que dit la réponse

> Les comptes seront publiés chaque mois, avec la méthode.

Nous avons demandé trois précisions :

- la date de la première publication ;
- les chiffres par département, [dans un format ouvert](https://campagnes.example.org/fr/numbers) ;
- une personne à qui écrire.

## Ce que vous pouvez faire

1. Lire [la réponse entière](https://example.org/reponse?page=1&vue=texte).
2. Nous dire ce qui manque : contact@example.org.

Merci d’avoir signé.`

const bodyEn = `Hello,

The answer came on 12 March. It is **two pages** long and leaves one question open: *who can check the sum?*

## What the answer says

> Counts will be published every month, with the method.

We asked for three details:

- the date of the first publication;
- the figures by département, [in an open format](https://campagnes.example.org/en/numbers);
- a person to write to.

## What you can do

1. Read [the whole answer](https://example.org/answer?page=1&view=text).
2. Tell us what is missing: contact@example.org.

Thank you for signing.`

export const sampleCampaignUpdate = (locale: Locale): CampaignUpdateProps => ({
  locale,
  campaignTitle: campaignTitle[locale],
  association,
  subject: locale === 'fr' ? 'Une réponse, et une question qui reste' : 'An answer, and one question left',
  body: renderMarkdown(locale === 'fr' ? bodyFr : bodyEn),
  unsubscribeUrl: `https://campagnes.example.org/${locale}/unsubscribe/__TOKEN__`,
  preferencesUrl: `https://campagnes.example.org/${locale}/me/__TOKEN__`,
  archiveUrl: `https://campagnes.example.org/${locale}/exemple/updates/2`,
  campaignUrl: `https://campagnes.example.org/${locale}/exemple`,
  head: {
    size: 12_345,
    root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    counted: 12_001,
    startedAt: new Date('2026-11-28T08:00:00Z'),
    url: `https://campagnes.example.org/${locale}/exemple/proof#head.12345.47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU`,
  },
})

export const sampleSignatureCounted = (locale: Locale): SignatureCountedProps => ({
  locale,
  campaignTitle: campaignTitle[locale],
  association,
  signed: signed(locale),
  receiptUrl: `https://campagnes.example.org/${locale}/exemple/proof#__TOKEN__.__OTHER__.__START__`,
})

export const sampleRenewNews = (locale: Locale): RenewNewsProps => ({
  locale,
  campaignTitle: campaignTitle[locale],
  association,
  reminds: false,
  answerUrl: `https://campagnes.example.org/${locale}/still/__TOKEN__`,
  unsubscribeUrl: `https://campagnes.example.org/${locale}/unsubscribe/__OTHER__`,
  campaignUrl: `https://campagnes.example.org/${locale}/exemple`,
})

export const sampleNewsLink = (locale: Locale): NewsLinkProps => ({
  locale,
  campaignTitle: campaignTitle[locale],
  association,
  preferencesUrl: `https://campagnes.example.org/${locale}/me/__TOKEN__`,
  unsubscribeUrl: `https://campagnes.example.org/${locale}/unsubscribe/__TOKEN__`,
  campaignUrl: `https://campagnes.example.org/${locale}/exemple`,
})

export const sampleNewsConsent = (locale: Locale): NewsConsentProps => ({
  locale,
  campaignTitle: campaignTitle[locale],
  association,
  source: 'Change.org',
  yesUrl: `https://campagnes.example.org/${locale}/still/7kLp2-WqZx8vRt5nYs_Ub3eJ6hCdFgA1`,
  unsubscribeUrl: `https://campagnes.example.org/${locale}/unsubscribe/4mQv9-XbNc6zKp1tLs_Ry8wE2hJdFgA5`,
  campaignUrl: `https://campagnes.example.org/${locale}/exemple`,
})

export const sampleTextsToVerify = (locale: Locale): TextsToVerifyProps => ({
  locale,
  association,
  expired: [
    locale === 'fr'
      ? { kind: 'Lettres', titles: ['Demander le détail d’un calcul', 'Contester une décision'] }
      : { kind: 'Letters', titles: ['Ask how something was computed', 'Contest a decision'] },
  ],
  soon: [
    locale === 'fr'
      ? { kind: 'Textes de loi', titles: ['Code des relations, article L. 311-3-1'] }
      : { kind: 'Articles of law', titles: ['Code of relations, article L. 311-3-1'] },
  ],
  url: 'https://campagnes.example.org/admin/sheets',
})
