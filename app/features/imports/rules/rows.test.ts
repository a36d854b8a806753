import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultOfMapping, fields, importKinds, type Mapping, type RowRules } from '../schema.ts'
import { readDay } from './days.ts'
import { looksLikeHeader, recognise } from './formats.ts'
import { readCountry, readDepartment, readLanguage } from './places.ts'
import { readRow } from './rows.ts'

/** Header lines as the tools write them. */
const headers = {
  mailchimp:
    '"Email Address","First Name","Last Name",Address,"Phone Number",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
  unsubscribed:
    '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LEID,EUID,NOTES,TAGS',
  cleaned:
    '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,LEID,EUID,NOTES,TAGS',
  actionNetwork:
    'uuid,first_name,last_name,email,Phone Number,can2_user_address,can2_user_city,can2_user_state,zip_code,County,can2_user_tags,can2_subscription_status,can2_sms_status',
  speakout:
    'First Name,Last Name,Email Address,Street Address,City,State,Post Code,Country,Custom Field,Date Signed,Confirmed,Petition Title,Petition ID,Email Opt-in,Custom Message,Language',
  ePetitions:
    'id,name,state,postcode,location_code,petition_id,created_at,updated_at,notify_by_email,email,constituency_id,validated_at,number',
  ePetitionsCounts: 'Petition,URL,State,Signatures Count',
  changeOrg: 'Name,City,State,Postal Code,Country,Signed On',
  changeOrgWithAddresses: 'First Name,Last Name,Email,City,State,Postal Code,Country,Signed On',
}
const titles = (header: string) => header.split(',').map((title) => title.replaceAll('"', ''))
const known = (header: string) => {
  const { format, kind, mapping } = recognise(titles(header))
  const columns = Object.fromEntries(titles(header).flatMap((title, at) => (mapping[at] ? [[title, mapping[at]]] : [])))
  return { format, kind, columns }
}

test('each file of Mailchimp is taken for what it is: readers, those who left, those who cannot be reached', () => {
  const person = { 'Email Address': 'email', 'First Name': 'firstName', 'Last Name': 'lastName' }
  expect(known(headers.mailchimp)).toEqual({
    format: 'mailchimp',
    kind: 'subscribers',
    columns: { ...person, CONFIRM_TIME: 'agreedOn' },
  })
  expect(known(headers.unsubscribed)).toMatchObject({ format: 'mailchimp-unsubscribed', kind: 'suppressions' })
  expect(known(headers.cleaned)).toMatchObject({ format: 'mailchimp-cleaned', kind: 'suppressions' })
})

test('exports of petition tools are known by their header, and each column finds its field', () => {
  expect(known(headers.actionNetwork)).toEqual({
    format: 'action-network',
    kind: 'signatures',
    columns: {
      first_name: 'firstName',
      last_name: 'lastName',
      email: 'email',
      zip_code: 'postcode',
      can2_subscription_status: 'status',
    },
  })
  expect(known(headers.speakout)).toEqual({
    format: 'speakout',
    kind: 'signatures',
    columns: {
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'Email Address': 'email',
      'Post Code': 'postcode',
      Country: 'country',
      'Date Signed': 'agreedOn',
      Confirmed: 'status',
      Language: 'language',
    },
  })
  expect(known(headers.ePetitions)).toMatchObject({
    format: 'e-petitions',
    columns: { name: 'name', email: 'email', state: 'status', location_code: 'country', validated_at: 'agreedOn' },
  })
})

test('a file without addresses is known too, and nobody can be brought in from it', () => {
  for (const header of [headers.changeOrg, headers.ePetitionsCounts]) {
    const { mapping, format } = recognise(titles(header))
    expect(format).not.toBeNull()
    expect(faultOfMapping('signatures', mapping)).toBe('imports.errors.emailColumnMissing')
  }
  expect(faultOfMapping('signatures', recognise(titles(headers.changeOrgWithAddresses)).mapping)).toBeNull()
})

test('any other table is read by its titles, in French or English', () => {
  expect(recognise(['Prénom', 'NOM', 'Adresse e-mail', 'Code postal', 'Remarque'])).toMatchObject({
    format: null,
    mapping: ['firstName', 'lastName', 'email', 'postcode', null],
  })
  expect(recognise(['nom', 'courriel']).mapping).toEqual(['name', 'email'])
  expect(recognise(['Recueillies du', 'Signatures', 'Département']).kind).toBe('paper')
  expect(looksLikeHeader(['Zoé', 'zoe@example.org'])).toBe(false)
  expect(recognise(['constructor', '__proto__']).mapping).toEqual([null, null])
})

const rules = (given: Partial<RowRules>): RowRules => ({
  kind: 'signatures',
  mapping: ['email', 'name', 'postcode', 'country', 'language', 'agreedOn', 'status'],
  locale: 'fr',
  dayOrder: 'dmy',
  today: '2026-03-01',
  ...given,
})
const row = (...cells: string[]) => readRow(cells, rules({}))
const whole = ['zoe@example.org', 'Zoé Lefèvre', '75011', 'France', 'English', '31/01/2026 10:00', 'confirmed']
const but = (at: number, cell: string) => row(...whole.map((one, place) => (place === at ? cell : one)))

test('a row becomes a person under the rules of our own form', () => {
  expect(row(...whole)).toEqual({
    kind: 'person',
    person: {
      email: 'zoe@example.org',
      name: 'Zoé Lefèvre',
      postcode: '75011',
      country: 'FR',
      department: '75',
      locale: 'en',
      agreedOn: '2026-01-31',
    },
  })
  expect(but(2, '1000')).toMatchObject({ person: { postcode: '01000', department: '01' } })
  expect(but(2, '')).toMatchObject({ person: { postcode: '', department: null } })
})

test('a row that is wrong says in which column and why', () => {
  expect(but(0, '')).toEqual({ kind: 'refused', column: 0, reason: 'emailMissing' })
  expect(but(0, 'zoe@')).toMatchObject({ column: 0, reason: 'emailInvalid' })
  expect(but(0, 'a@example.org, b@example.org')).toMatchObject({ reason: 'emailInvalid' })
  expect(but(1, 'https://spam.example')).toMatchObject({ column: 1, reason: 'nameInvalid' })
  expect(row('zoe@example.org')).toMatchObject({ reason: 'notActive' })
  expect(but(2, '99999')).toMatchObject({ column: 2, reason: 'postcodeInvalid' })
  expect(but(3, 'Ruritania')).toMatchObject({ column: 3, reason: 'countryUnknown' })
  expect(but(5, '31/02/2026')).toMatchObject({ column: 5, reason: 'dayInvalid' })
  expect(but(5, '2026-03-02')).toMatchObject({ column: 5, reason: 'inFuture' })
  expect(but(6, 'unsubscribed')).toMatchObject({ column: 6, reason: 'notActive' })
})

test('who stayed is not left alone for standing in a list of those who left', () => {
  const left = rules({ kind: 'suppressions', mapping: ['email', 'status'] })
  expect(readRow(['zoe@example.org', 'subscribed'], left)).toMatchObject({ reason: 'stillActive' })
  expect(readRow(['zoe@example.org', 'bouncing'], left)).toMatchObject({ person: { email: 'zoe@example.org' } })
})

test('a pile of paper is read from its counts, days and place', () => {
  const paper = rules({ kind: 'paper', mapping: ['valid', 'refused', 'collectedFrom', 'collectedTo', 'department'] })
  expect(readRow(['1 240', '', '3 février 2026', '', 'Rhône'], paper)).toEqual({
    kind: 'paper',
    paper: {
      valid: 1240,
      refused: 0,
      collectedFrom: '2026-02-03',
      collectedTo: '2026-02-03',
      department: '69',
      scanHash: null,
    },
  })
  expect(readRow(['0', '', '2026-02-03'], paper)).toMatchObject({ column: 0, reason: 'countInvalid' })
  expect(readRow(['5', '', '2026-02-03', '2026-02-01'], paper)).toMatchObject({ column: 3, reason: 'daysCrossed' })
})

test('days are read as tools write them, and only days that exist', () => {
  expect(readDay('2026-01-31T23:59:59Z', 'mdy')).toBe('2026-01-31')
  expect(readDay('01/31/2026', 'mdy')).toBe('2026-01-31')
  expect(readDay('January 31, 2026', 'dmy')).toBe('2026-01-31')
  expect(readDay('1er août 2025', 'dmy')).toBe('2025-08-01')
  expect(readDay('29.02.2024', 'dmy')).toBe('2024-02-29')
  expect(readDay('29.02.2026', 'dmy')).toBeNull()
  const parts = fc.record({
    year: fc.integer({ min: 2000, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    of: fc.integer({ min: 1, max: 28 }),
  })
  fc.assert(
    fc.property(parts, ({ year, month, of }) => {
      const two = (part: number) => String(part).padStart(2, '0')
      const day = `${year}-${two(month)}-${two(of)}`
      expect(readDay(day, 'dmy')).toBe(day)
      expect(readDay(`${of}/${month}/${year}`, 'dmy')).toBe(day)
      expect(readDay(`${two(month)}-${two(of)}-${year} 08:00`, 'mdy')).toBe(day)
    }),
  )
})

test('places and languages are known by code and by name', () => {
  expect([
    readCountry('gb'),
    readCountry('Royaume-Uni'),
    readCountry('United Kingdom'),
    readCountry('Atlantis'),
  ]).toEqual(['GB', 'GB', 'GB', null])
  expect([readDepartment('2a'), readDepartment('1'), readDepartment('Ille-et-Vilaine'), readDepartment('0')]).toEqual([
    '2A',
    '01',
    '35',
    null,
  ])
  expect([readLanguage('fr_FR'), readLanguage('Français'), readLanguage('en-GB'), readLanguage('de')]).toEqual([
    'fr',
    'fr',
    'en',
    null,
  ])
})

test('whatever a file holds, a row is a person, a pile of paper, or refused: it is never an error of ours', () => {
  const mapping = fc.array(fc.option(fc.constantFrom(...fields)), { maxLength: 8 })
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 10 }),
      mapping,
      fc.constantFrom(...importKinds),
      (cells, chosen, kind) => {
        const columns: Mapping = chosen
        expect(['person', 'paper', 'refused']).toContain(readRow(cells, rules({ kind, mapping: columns })).kind)
      },
    ),
  )
})
