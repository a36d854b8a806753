import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Perishable } from '#app/ui/perishable.tsx'
import { cutOut, oldestTestimony, remainder, tooOld } from './taken-back.server.ts'

test('a page loses what may be taken back, each time it is there, and nothing else', () => {
  const page = renderToString(
    <main>
      <p>petition</p>
      <Perishable>
        <p>story</p>
      </Perishable>
      <p>questions</p>
      <Perishable>
        <p>another</p>
      </Perishable>
    </main>,
  )
  const left = cutOut(Buffer.from(page)).toString()
  expect(left).toMatch(/^<main><p>petition<[/]p>.*<p>questions<[/]p>.*<[/]main>$/)
  expect(left).not.toMatch(/story|another/)
  expect(cutOut(Buffer.from('<main>petition</main>')).toString()).toBe('<main>petition</main>')
})

test('a part that does not end is cut to the end of the page', () => {
  expect(cutOut(Buffer.from('a<template data-perishable="from"></template>story')).toString()).toBe('a')
})

test('everything that shows a story has an age, in both languages and for machines', () => {
  for (const address of [
    '/fr/score',
    '/en/score/',
    '/fr/score/testimonies',
    '/fr/score/testimonies?system=control',
    '/en/score/testimonies.atom',
    '/fr/score/testimonies/quotes',
    '/fr/score/testimonies/3f0c1a52-6d1e-4b3a-9d5e-0a1b2c3d4e5f',
    '/api/v1/campaigns/score/testimonies',
    '/api/v1/campaigns/score/testimonies/quotes',
  ])
    expect([address, tooOld(address)]).toEqual([address, oldestTestimony])
  expect(oldestTestimony + 5000).toBeLessThan(60_000)
  expect(tooOld('/fr/score/numbers')).toBe(Infinity)
})

test('of the gallery nothing remains when it is too old, of a campaign all but the stories', () => {
  const answer = { status: 200, headers: {}, body: Buffer.from('<p>a</p>') }
  expect(remainder('/fr/score/testimonies', answer)).toBeNull()
  expect(remainder('/fr/score', answer)?.body.toString()).toBe('<p>a</p>')
})

test('a page of texts that are kept verified is at most an hour old, and nothing of it remains after that', () => {
  const answer = { status: 200, headers: {}, body: Buffer.from('<main>words of a letter</main>') }
  for (const address of [
    '/fr/score/remedies',
    '/en/score/remedies/l10',
    '/fr/score/claims/score-de-suspicion',
    '/fr/score/questions',
    '/fr/score/questions?q=charte',
    '/en/score/questions.atom',
    '/fr/score/claims.atom',
    '/fr/score/commitments.atom',
    '/fr/score/press.zip',
    '/api/v1/campaigns/score/questions',
  ]) {
    expect([address, tooOld(address)]).toEqual([address, 3_600_000])
    expect(remainder(address, answer)).toBe(null)
  }
  expect(tooOld('/fr/score/numbers')).toBe(Infinity)
  for (const address of ['/fr/score/remedies-of-old', '/fr/score/updates.atom', '/fr/score/paper.pdf'])
    expect([address, tooOld(address)]).toEqual([address, Infinity])
})
