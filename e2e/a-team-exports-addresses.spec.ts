import { Decrypter } from 'age-encryption'
import { strFromU8, unzipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { faults } from './support/axe.ts'
import { expect, test } from './support/visitor.ts'

const passphrase = 'une phrase que l’équipe connaît'

test('a file with addresses waits for a second person, is told by mail, and opens with its passphrase alone', async ({
  house,
  visitor,
  javaScriptEnabled,
}) => {
  const scripted = javaScriptEnabled !== false
  test.setTimeout(120_000)
  visitor.expectAnswer(422)
  const first = await visitor.staff('campaigner')
  await first.goto('/admin')
  await first.getByRole('navigation').getByRole('link', { name: 'Exports' }).click()
  await first.getByRole('link', { name: 'Nouvel export' }).click()
  await first.getByLabel('Avec noms, adresses et commentaires').check()
  await first.getByLabel('Par phrase secrète').check()
  await first.getByLabel(/^Phrase secrète/).fill('trop courte')
  await first.getByRole('button', { name: 'Demander le fichier' }).click()
  await expect(first.getByRole('alert').getByRole('link')).toHaveCount(2)
  await expect(first.getByLabel('Avec noms, adresses et commentaires')).toBeChecked()
  expect(await first.content(), 'a passphrase is not given back').not.toContain('trop courte')
  if (scripted) expect(await faults(first)).toEqual([])
  await first.getByLabel(/^Pourquoi ce fichier/).fill('Remise de la pétition à sa destination.')
  await first.getByLabel(/^Phrase secrète/).fill(passphrase)
  await first.getByLabel(/^La même phrase secrète/).fill(passphrase)
  await first.getByRole('button', { name: 'Demander le fichier' }).click()
  await expect(first.getByRole('status')).toContainText('Elle attend une autre personne de l’équipe')
  await expect(first.getByRole('button', { name: 'Donner mon accord' })).toHaveCount(0)

  const second = await visitor.staff('owner')
  await second.goto('/admin/exports')
  await expect(second.getByText('Remise de la pétition à sa destination.')).toBeVisible()
  await second.getByRole('button', { name: 'Donner mon accord' }).click()
  await expect(second.getByRole('status')).toContainText('C’est fait')
  await expect(second.getByRole('button', { name: 'Télécharger' })).toHaveCount(0)

  const ready = first.getByRole('button', { name: 'Télécharger' })
  // With a script the page looks again by itself.
  await expect(async () => {
    if (!scripted) await first.reload()
    await expect(ready).toBeVisible({ timeout: scripted ? 30_000 : 1000 })
  }).toPass({ timeout: 30_000 })
  if (scripted) expect(await faults(first)).toEqual([])
  const downloading = first.waitForEvent('download')
  await ready.click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^score-signers-.*\.zip\.age$/)
  const file = await readFile(await download.path())
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const parts = Object.entries(unzipSync(await decrypter.decrypt(file))).map(([name, bytes]) => [
    name,
    strFromU8(bytes),
  ])
  expect(parts.map(([name]) => name)).toEqual([expect.stringMatching(/\.csv$/), 'manifest.json'])
  expect(parts[0]?.[1]).toContain('news,name,email,comment_text\r\n')

  const [trail] = await house.sql(
    `select detail from audit_entry where action = 'export.made' order by seq desc limit 1`,
  )
  expect(trail?.['detail']).toMatchObject({ people: true, sha256: createHash('sha256').update(file).digest('hex') })
  await expect
    .poll(async () => (await house.sql('select told_at from export_job'))[0]?.['told_at'] ?? null, { timeout: 20_000 })
    .not.toBeNull()
})
