import type { TextContent } from './content.ts'

const body = `## What is happening

Looking for work already means giving account of yourself: you register, you sign an engagement contract, you update your situation every month. According to the association La Quadrature du Net, something else is added: rankings that the people concerned do not see.

It describes four systems, in texts published in June 2024 and May 2025:

- **a suspicion score**, in general use since 2018, which singles out files to be verified for possible fraud;
- **“analysis-support robots”**, which sort files already picked for a check on job search;
- **a planned employability score**, begun in 2021, meant to estimate the chances of returning to work;
- **labels** drawn from the job-search journal, such as “loss of confidence” or “risk of scattering”.

France Travail, the French public employment service, confirmed in May 2025 that the robots exist. It says that they summarise situations and do not propose sanctions.

These distinctions matter to us. **A score is not a check. A check is not a sanction.** Before a sanction, French law requires the service to state the facts it relies on, to allow ten days for a reply, and to give reasons for its decision (Labour Code, articles R.5412-7 and R.5412-7-1). We do not say that a machine punishes people. We say that a person who has been sorted must be able to know it, to understand it and to answer.

## What is known, and from whom

**The Cour des comptes**, France’s national audit court, listed 87 uses of artificial intelligence at France Travail as of April 2025, in its report of 8 January 2026. Only 18 had been followed under the ethics framework, and then only in part. It notes a serious delay in complying with the GDPR and the European AI regulation, including for high-risk tools.

**The Labour Code** (article R.5312-42, read as it stood on 27 March 2026) lists what France Travail’s information system may hold. The list includes family situation, housing, debt, health constraints, confidence and capacity to act, and connection traces. Being on that list does not mean being used in a score: nothing we have read allows us to say so.

**The same code** (article L.5426-1) requires a minimum share of checks to be drawn at random. So not everything is targeted.

**The code on relations between the public and the administration** already provides that the rules of the main algorithms behind individual decisions be published (article L.312-1-3), and that a person may ask how a system counted in a decision about them (article L.311-3-1). But these texts speak of decisions. A score that merely “steers” may slip past them. That is the gap we ask to be closed.

## What is not known

We have not found any publication of these systems’ criteria or their weights, of thresholds, of how many people are ranked, or of how often the systems are wrong. We do not know whether the employability score is in use. You will therefore read no weight and no threshold here. If France Travail publishes them, we will correct this text and say what changed.

## What France Travail answers

Its director-general used his right of reply on 12 July 2024; it stands below La Quadrature du Net’s article. According to the service, these tools help it support and guide people better; no algorithm proposes a sanction; the new check procedure does not raise the rate of sanctions; an ethics charter adopted in 2020 and an external committee frame it all. On this page, every claim has its answer beside it, at the same size.

## What we ask

Of the general management of France Travail and the ministry in charge of labour:

1. **Publish the rules.** For every system that scores, ranks or labels a person: what it is for, which data it uses, how it weighs them, how often it runs, and what its evaluations have shown.
2. **Tell people, and explain.** Everyone who is scored knows it without having to ask, receives an explanation they can understand, and can have errors corrected.
3. **Guarantee a real human decision.** The person who decides has the time, the file and the power to depart from the ranking. An independent evaluation of errors and discrimination is carried out with people concerned, then published.
4. **Suspend until then.** Scores and labels are no longer used to sort people until the first three points are met.

We do not ask for an end to checks, or to tools that proofread a job offer or route an e-mail. We ask for rules that can be read.

## What your signature is worth

Your signature states an opinion. It shows that the question matters, and how many of us are asking it. **It has no legal effect**: it obliges no one to reply and suspends no procedure. It cannot be transferred to the petition platform of the National Assembly, nor to that of the Economic, Social and Environmental Council.

It is bound to this text, in this version and this language. It counts once you have confirmed it by e-mail. We hand over totals by département, never your name or your address. You may withdraw it whenever you like, without giving a reason.

If you have received a letter from France Travail, do not wait for the outcome of this petition: some deadlines are short. The questions and answers on this page tell you where to start. It is information, not legal advice.`

const easy = `## What is this petition about?

France Travail helps people who are looking for a job in France.

France Travail uses computer programs.

An association looked into this. Its name is La Quadrature du Net.

It says that programs give marks to people.

A mark is also called a score.

For example:

- a score to look for fraud;
- a score to guess if a person will soon find a job.

Fraud means lying on purpose to get money.

A bad score does not mean that the person committed fraud.

## What does France Travail say?

France Travail says that these tools help its advisers.

France Travail says that the computer does not propose punishments.

France Travail has written a charter. A charter is a list of promises.

## What is the problem?

We have not found the rules of these scores.

A person can have a score and not know it.

Then the person cannot say: “This is wrong.”

## What do we ask?

1. France Travail publishes the rules.
2. France Travail tells the person and explains the score.
3. A human being really decides. Independent experts look for mistakes.
4. Until then, France Travail stops using these scores.

## What happens if I sign?

Your signature says: “I agree with this text.”

You get an e-mail. You open the link. You press the button. Then your signature counts.

France Travail does not have to reply to us.

Your name is not given to France Travail.

You can change your mind. You can take your signature back.`

export const english: TextContent = {
  title: `Looking for work is not a *score*`,
  addressee: `Petition addressed to the general management of France Travail and the ministry in charge of labour`,
  ask: `According to La Quadrature du Net, algorithms rank people out of work by fraud risk or “employability”. We have not found their rules. We ask that they be published, that each person be given an explanation, that a human being really decide, and that the scores be suspended until then.`,
  body,
  easy,
  demands: [
    `Publish the rules of every system that scores, ranks or labels a person.`,
    `Tell everyone who is scored, explain their ranking to them and correct what is wrong.`,
    `Guarantee a real human decision and an independent, published evaluation.`,
    `Suspend scores and labels until these three points are met.`,
  ],
  consent: `By ticking this box, you say three things.

You sign this text. Your signature counts once you have confirmed it by e-mail.

You are 15 or over.

You know that your signature may show an opinion. You agree that we keep it for this petition, and for nothing else.

We keep your name and your address in encrypted form. We do not give them to France Travail. You can take back your agreement whenever you like. You will receive news only if you tick the other box.`,
}
