import { expect, test } from 'vitest'
import { dueDay, zones, type Zone } from './due-day.ts'

/**
 * Rule, zone where it is said, first day, last day, and why: from the articles, with a calendar beside. Weekdays to check by:
 * 1 January is a Thursday in 2026, a Friday in 2027, a Saturday in 2028; Easter is on 5 April 2026, 28 March 2027, 16 April 2028.
 */
const cases = `
D-OBS 2026-01-31 2026-02-10 ten days, the day of receipt not counted
D-OBS 2026-01-01 2026-01-11 a Sunday: R.5412-7 puts nothing off
D-OBS 2026-02-18 2026-02-28 a Saturday stays
D-OBS 2026-02-19 2026-03-01 February has 28 days
D-OBS 2028-02-19 2028-02-29 and 29 in a leap year
D-OBS 2028-02-20 2028-03-01 one day later, over the leap day
D-OBS 2024-02-19 2024-02-29 leap year
D-OBS 2026-12-22 2027-01-01 over the year, a holiday stays
D-OBS 2026-04-21 2026-05-01 1 May stays
D-OBS 2026-06-30 2026-07-10 over a month of 30 days
D-OBS 2026-10-21 2026-10-31 within a month
D-OBS 2026-12-31 2027-01-10 from the last day of the year
D-OBS overseas 2026-01-31 2026-02-10 R.421-7 is about the court
D-OBS abroad 2026-01-31 2026-02-10 the same
D-PEN 2026-01-15 2026-02-15 same day of the next month, a Sunday stays
D-PEN 2026-01-31 2026-02-28 no 31 February: the last day of the month
D-PEN 2028-01-31 2028-02-29 leap year
D-PEN 2026-01-29 2026-02-28 no 29 February either
D-PEN 2026-01-28 2026-02-28 there is a 28 February
D-PEN 2024-01-29 2024-02-29 and a 29 in a leap year
D-PEN 2026-03-31 2026-04-30 no 31 April
D-PEN 2026-02-28 2026-03-28 from 28 to 28, not to the last day
D-PEN 2026-12-31 2027-01-31 over the year
D-PEN 2026-04-01 2026-05-01 a holiday stays
D-PEN overseas 2026-08-31 2026-09-30 no month of distance: no court
D-PEN abroad 2026-03-10 2026-04-10 the same
D-MPO 2026-01-12 2026-03-13 12 March, and one day because the delay is franc
D-MPO 2026-01-13 2026-03-16 13 + 1 is Saturday 14: on to Monday
D-MPO 2026-01-14 2026-03-16 14 + 1 is Sunday 15: on to Monday
D-MPO 2026-01-15 2026-03-16 15 + 1 is Monday 16
D-MPO 2026-01-31 2026-04-01 31 March + 1
D-MPO 2026-02-28 2026-04-29 28 April + 1, a Wednesday
D-MPO 2026-12-25 2027-02-26 25 February + 1, a Friday
D-MPO 2026-12-26 2027-03-01 26 + 1 is Saturday 27: on to Monday
D-MPO 2026-12-27 2027-03-01 27 + 1 is Sunday 28
D-MPO 2026-12-28 2027-03-01 28 + 1 is Monday 1 March
D-MPO 2026-12-29 2027-03-01 no 29 February: 28 + 1
D-MPO 2026-12-30 2027-03-01 no 30 February: 28 + 1
D-MPO 2026-12-31 2027-03-01 no 31 February: 28 + 1
D-MPO 2027-12-28 2028-02-29 28 + 1 in a leap year, a Tuesday
D-MPO 2027-12-29 2028-03-01 29 February + 1
D-MPO 2027-12-30 2028-03-01 no 30 February: 29 + 1
D-MPO 2027-12-31 2028-03-01 no 31 February: 29 + 1
D-MPO 2028-02-29 2028-05-02 29 April + 1 is a Sunday, then 1 May
D-MPO 2026-02-02 2026-04-03 Good Friday is a holiday in Alsace-Moselle only: the earlier day
D-MPO 2026-02-04 2026-04-07 Easter Sunday, then Easter Monday
D-MPO 2026-02-05 2026-04-07 Easter Monday
D-MPO 2026-03-01 2026-05-04 1 May does not matter, the day after is a Saturday
D-MPO 2026-03-07 2026-05-11 8 May is a Friday: on to Monday
D-MPO 2026-03-13 2026-05-15 Ascension: on to Friday, which is no holiday
D-MPO 2026-03-24 2026-05-26 Whit Monday
D-MPO 2026-03-31 2026-06-01 31 May + 1, a Monday
D-MPO 2026-05-13 2026-07-15 14 July
D-MPO 2026-06-14 2026-08-17 15 August, a Saturday
D-MPO 2026-06-30 2026-08-31 30 August + 1, a Monday
D-MPO 2026-07-31 2026-10-01 no 31 September: 30 + 1
D-MPO 2026-08-31 2026-11-02 1 November, a Sunday
D-MPO 2026-09-10 2026-11-12 11 November
D-MPO 2026-10-24 2026-12-28 Christmas, a Friday
D-MPO 2026-10-25 2026-12-28 25 + 1 is Saturday 26
D-MPO 2025-10-25 2025-12-26 26 December is a holiday in Alsace-Moselle only
D-MPO 2026-10-31 2027-01-04 1 January, a Friday
D-MPO 2026-11-30 2027-02-01 30 + 1 is Sunday 31 January
D-MPO overseas 2026-01-15 2026-04-16 three months in all: R.213-10 names R.421-7
D-MPO overseas 2026-01-31 2026-05-04 30 April + 1 is 1 May, a Friday
D-MPO overseas 2026-02-24 2026-05-26 Whit Monday
D-MPO overseas 2026-03-22 2026-06-23 22 June + 1
D-MPO overseas 2026-04-13 2026-07-15 14 July
D-MPO overseas 2026-04-14 2026-07-15 14 July is the last day of the three months: + 1
D-MPO overseas 2026-11-29 2027-03-01 no 29 February: 28 + 1
D-MPO overseas 2026-11-30 2027-03-01 no 30 February: 28 + 1
D-MPO overseas 2026-12-31 2027-04-01 31 March + 1: the months are counted at once, not over February
D-MPO overseas 2027-11-30 2028-03-01 29 February + 1
D-MPO abroad 2026-01-13 2026-05-15 four months in all, Ascension
D-MPO abroad 2026-01-15 2026-05-18 15 + 1 is a Saturday
D-MPO abroad 2026-01-31 2026-06-01 31 May + 1
D-MPO abroad 2026-02-28 2026-06-29 28 June + 1, a Monday
D-MPO abroad 2026-05-31 2026-10-01 30 September + 1
D-MPO abroad 2026-07-10 2026-11-12 11 November
D-MPO abroad 2026-08-24 2026-12-28 Christmas
D-MPO abroad 2026-10-31 2027-03-01 28 February + 1
D-MPO abroad 2027-10-31 2028-03-01 29 February + 1
D-TA1 2026-03-10 2026-05-11 10 May + 1, a Monday
D-TA1 2026-04-30 2026-07-01 30 June + 1
D-TA1 2026-07-01 2026-09-02 1 September + 1
D-TA1 2026-12-31 2027-03-01 28 February + 1, a Monday
D-TA1 2024-12-31 2025-03-03 28 February + 1 is a Saturday
D-TA1 2023-12-31 2024-03-01 29 February + 1, a Friday
D-TA1 2024-01-31 2024-04-02 31 March + 1 is Easter Monday
D-TA1 2025-02-20 2025-04-22 Easter Monday 2025
D-TA1 2025-03-28 2025-05-30 Ascension 2025
D-TA1 2025-04-08 2025-06-10 Whit Monday 2025
D-TA1 2027-01-28 2027-03-30 Easter Monday 2027
D-TA1 2027-03-05 2027-05-07 Ascension 2027
D-TA1 2027-03-16 2027-05-18 Whit Monday 2027
D-TA1 2028-02-16 2028-04-18 Easter Monday 2028
D-TA1 overseas 2025-01-20 2025-04-22 three months, Easter Monday
D-TA1 abroad 2024-12-31 2025-05-02 30 April + 1 is 1 May, a Thursday
D-TA2 2026-05-14 2026-07-15 14 July is the last day, one more
D-TA2 2026-06-13 2026-08-14 13 August + 1, a Friday
D-TA2 2026-11-01 2027-01-04 1 January + 1 is a Saturday
D-TA2 overseas 2026-08-10 2026-11-12 11 November
D-TA2 abroad 2026-06-15 2026-10-16 15 October + 1
D-RSA 2026-01-15 2026-03-15 compulsory appeal: no day is added, a Sunday stays
D-RSA 2026-03-01 2026-05-01 nor is a holiday left out
D-RSA 2026-06-15 2026-08-15 15 August stays
D-RSA 2026-07-31 2026-09-30 no 31 September
D-RSA 2026-12-31 2027-02-28 no 31 February
D-RSA 2027-12-31 2028-02-29 leap year
D-RSA overseas 2026-01-15 2026-03-15 R.421-7 is about the court
D-RSA abroad 2026-02-28 2026-04-28 the same
D-INDU 2026-01-31 2026-03-31 from 31 to 31
D-INDU 2026-08-31 2026-10-31 a Saturday stays
D-INDU 2026-09-11 2026-11-11 a holiday stays
D-INDU 2026-12-30 2027-02-28 no 30 February
D-INDU 2024-12-29 2025-02-28 no 29 February
D-INDU 2023-12-29 2024-02-29 there is one
D-INDU abroad 2026-05-10 2026-07-10 no distance
D-CTR 2020-07-30 2020-08-14 the day of the case of the Conseil d’État, no. 453757
D-CTR 2026-01-01 2026-01-16 fifteen days, the first not counted, not franc
D-CTR 2026-01-02 2026-01-19 17 is a Saturday
D-CTR 2026-01-03 2026-01-19 18 is a Sunday
D-CTR 2026-01-04 2026-01-19 19 is a Monday
D-CTR 2026-02-14 2026-03-02 1 March is a Sunday
D-CTR 2028-02-14 2028-02-29 leap year
D-CTR 2026-03-22 2026-04-07 Easter Monday
D-CTR 2026-04-16 2026-05-04 1 May, a Friday
D-CTR 2026-04-23 2026-05-11 8 May, a Friday
D-CTR 2026-04-29 2026-05-15 Ascension
D-CTR 2026-05-10 2026-05-26 Whit Monday
D-CTR 2026-06-29 2026-07-15 14 July
D-CTR 2026-07-31 2026-08-17 15 August, a Saturday
D-CTR 2026-10-17 2026-11-02 1 November, a Sunday
D-CTR 2026-10-27 2026-11-12 11 November
D-CTR 2026-12-10 2026-12-28 Christmas, a Friday
D-CTR 2026-12-17 2027-01-04 1 January, a Friday
D-CTR overseas 2026-01-01 2026-01-16 not certain that distance adds to it: the earlier day
D-CTR abroad 2026-01-01 2026-01-16 the same
D-GDPR 2025-08-31 2025-09-30 no 31 September
D-GDPR 2026-01-15 2026-02-16 15 is a Sunday: Regulation 1182/71, article 3(4)
D-GDPR 2026-01-31 2026-03-02 28 February is a Saturday
D-GDPR 2026-03-05 2026-04-07 Easter Sunday and Monday
D-GDPR 2026-03-31 2026-04-30 no 31 April
D-GDPR 2026-04-01 2026-05-04 1 May
D-GDPR 2026-05-12 2026-06-12 from 12 to 12, not franc
D-GDPR 2026-06-14 2026-07-15 14 July
D-GDPR 2026-10-11 2026-11-12 11 November
D-GDPR 2026-11-25 2026-12-28 Christmas
D-GDPR 2026-12-01 2027-01-04 1 January
D-GDPR 2028-01-31 2028-02-29 leap year
D-GDPR abroad 2026-05-12 2026-06-12 no distance
D-CADA1 2026-01-15 2026-02-15 silence works on Sundays too
D-CADA1 2026-01-31 2026-02-28 no 31 February
D-CADA1 2026-03-15 2026-04-15 from 15 to 15
D-CADA1 2026-04-01 2026-05-01 and on holidays
D-CADA1 2028-01-31 2028-02-29 leap year
D-CADA2 2026-04-15 2026-06-15 from 15 to 15, not franc
D-CADA2 2026-06-15 2026-08-15 a holiday stays: not certain that it is put off
D-CADA2 2026-12-31 2027-02-28 no 31 February
D-CADA2 abroad 2026-04-15 2026-06-15 no distance
D-CADA3 2026-01-31 2026-03-31 from 31 to 31
D-CADA3 2026-03-08 2026-05-08 silence works on holidays too
D-CADA3 2026-12-30 2027-02-28 no 30 February
D-CADA3 2027-12-31 2028-02-29 leap year
D-MOT 2026-01-31 2026-02-28 no 31 February
D-MOT 2026-05-31 2026-06-30 no 31 June
D-MOT 2026-11-25 2026-12-25 a holiday stays
D-MOT overseas 2026-05-15 2026-06-15 their answer, no court
D-DDD 2026-01-31 none one may turn to the Défenseur des droits on any day
D-DDD abroad 2026-01-31 none from anywhere
`

const read = cases
  .trim()
  .split('\n')
  .map((line) => {
    const [rule = '', ...rest] = line.split(' ')
    const zone: Zone = zones.find((one) => one === rest[0]) ?? 'mainland'
    const [from = '', due = '', ...why] = zone === 'mainland' ? rest : rest.slice(1)
    return { rule, zone, from, due, why: why.join(' ') }
  })

test('there are 120 dated cases at the least, each with its reason', () => {
  expect(read.length).toBeGreaterThanOrEqual(120)
  for (const { why } of read) expect(why).not.toBe('')
})

test.each(read)('$rule $zone from $from ends on $due: $why', ({ rule, zone, from, due }) => {
  expect(dueDay({ rule, from, zone })?.day ?? 'none').toBe(due)
})
