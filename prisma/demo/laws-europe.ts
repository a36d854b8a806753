import { elsewhere, type LawSeed } from './law-seed.ts'

const regulation = (slug: string, article: string, confidence: 'seen' | 'unverified' = 'seen') => ({
  slug: `rgpd-${slug}`,
  code: `Règlement (UE) 2016/679 (RGPD)`,
  article,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  confidence,
})
const judgment = (slug: string, article: string, url: string) => ({
  slug,
  code: `Cour de justice de l’Union européenne`,
  article,
  url,
  confidence: 'seen' as const,
})

/** European texts and judgments, seen on public pages; of the rights that the labour code names (16 to 18, 21) and of article 77, the text itself was not. */
export const europeanLaws: LawSeed[] = [
  elsewhere(regulation('12', 'art. 12'), {
    fr: `Une demande reçoit une réponse dans un délai d’un mois. Ce délai peut être prolongé de deux mois pour une demande complexe, si la personne en est informée pendant le premier mois.`,
    en: `A request is answered within one month. That may be extended by two months for a complex request, if the person is told within the first month.`,
  }),
  elsewhere(regulation('15', 'art. 15'), {
    fr: `Droit d’accès : savoir si des données sont traitées, en recevoir une copie, et obtenir des informations utiles sur la logique d’une décision automatisée.`,
    en: `Right of access: to know whether data are processed, to receive a copy, and to get meaningful information about the logic of an automated decision.`,
  }),
  elsewhere(regulation('16', 'art. 16', 'unverified'), {
    fr: `Droit de rectification : faire corriger une donnée inexacte ou compléter une donnée incomplète.`,
    en: `Right to rectification: to have a wrong fact corrected or an incomplete one completed.`,
  }),
  elsewhere(regulation('17', 'art. 17', 'unverified'), {
    fr: `Droit à l’effacement, avec des exceptions, dont les missions d’intérêt public.`,
    en: `Right to erasure, with exceptions, tasks of public interest among them.`,
  }),
  elsewhere(regulation('18', 'art. 18', 'unverified'), {
    fr: `Droit à la limitation : faire geler une donnée, par exemple pendant que son exactitude est vérifiée.`,
    en: `Right to restriction: to have data frozen, for instance while their accuracy is checked.`,
  }),
  elsewhere(regulation('21', 'art. 21', 'unverified'), {
    fr: `Droit d’opposition. Il est écarté pour le système d’information de France Travail (article R. 5312-45 du code du travail).`,
    en: `Right to object. It is set aside for France Travail’s information system (article R. 5312-45 of the Labour Code).`,
  }),
  elsewhere(regulation('22', 'art. 22'), {
    fr: `Droit de ne pas faire l’objet d’une décision fondée exclusivement sur un traitement automatisé qui produit des effets juridiques ou affecte la personne de manière significative, avec des exceptions entourées de garanties.`,
    en: `Right not to be subject to a decision based solely on automated processing that has legal effects or affects the person significantly, with exceptions that come with safeguards.`,
  }),
  elsewhere(regulation('77', 'art. 77', 'unverified'), {
    fr: `Droit de déposer une réclamation auprès d’une autorité de contrôle : en France, la CNIL.`,
    en: `Right to complain to a supervisory authority: in France, the CNIL.`,
  }),
  elsewhere(
    judgment(
      'cjue-c203-22',
      'C-203/22, 27 février 2025',
      'https://curia.europa.eu/juris/document/document.jsf?docid=297932',
    ),
    {
      fr: `Pour une décision automatisée (art. 22), la personne peut exiger une explication concise et compréhensible de la procédure et des principes réellement appliqués à ses données. Remettre une formule ne suffit pas, et un secret d’affaires ne justifie pas un refus automatique.`,
      en: `For an automated decision (art. 22), the person may require a concise, intelligible explanation of the procedure and principles actually applied to their data. Handing over a formula is not enough, and a trade secret does not justify an automatic refusal.`,
    },
  ),
  elsewhere(
    judgment(
      'cjue-c634-21',
      'C-634/21 (SCHUFA), 7 décembre 2023',
      'https://gdprhub.eu/index.php?title=CJEU_-_C-634/21_-_SCHUFA',
    ),
    {
      fr: `Calculer un score est déjà une décision automatisée lorsque celui qui décide ensuite s’appuie sur lui de façon déterminante. Un juge autrichien a écarté l’article 22 en 2025, parce que les conseillers gardaient un vrai pouvoir.`,
      en: `Producing a score is already an automated decision when whoever decides next draws strongly on it. An Austrian court set article 22 aside in 2025, because advisers kept real power.`,
    },
  ),
  elsewhere(
    {
      slug: 'ria-86',
      code: `Règlement (UE) 2024/1689 (intelligence artificielle)`,
      article: 'art. 86',
      url: 'https://ai-act-law.eu/article/86',
      confidence: 'seen',
    },
    {
      fr: `Droit d’obtenir de l’organisme qui utilise certains systèmes à haut risque une explication claire du rôle du système dans une décision. La date à partir de laquelle il s’applique n’est pas établie.`,
      en: `Right to obtain from the body that uses certain high-risk systems a clear explanation of the role of the system in a decision. The date from which it applies is not established.`,
    },
  ),
]
