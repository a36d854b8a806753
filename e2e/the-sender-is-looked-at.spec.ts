import { generateKeyPairSync } from 'node:crypto'
import { aHostileServer } from '#prisma/factories/a-hostile-server.ts'
import { aNameServer, type Names } from '#prisma/factories/a-name-server.ts'
import { faults } from './support/axe.ts'
import { openHouse, testIn, type House } from './support/house.ts'
import { expect, withVisitors } from './support/visitor.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const published = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

const zone: Zone = {
  'example.org': { txt: ['v=spf1 ip4:203.0.113.25 -all'], mx: [[10, 'mail.example.org']] },
  'mail.example.org': { a: ['203.0.113.25'] },
  '25.113.0.203.in-addr.arpa': { ptr: ['mail.example.org'] },
  '_dmarc.example.org': { txt: ['v=DMARC1; p=none; rua=mailto:dmarc@example.org'] },
}
type Zone = Record<string, Names>
type NameServer = Awaited<ReturnType<typeof aNameServer>>

/** A house whose mail goes to a server on this machine, and whose name servers are in our hand. */
const test = withVisitors(testIn({})).extend<object, { zone: Zone; names: NameServer; house: House }>({
  zone: [zone, { scope: 'worker', option: true }],
  names: [
    async ({ zone }, use) => {
      const names = await aNameServer(zone)
      await use(names)
      await names.close()
    },
    { scope: 'worker' },
  ],
  house: [
    async ({ names }, use) => {
      const mail = await aHostileServer({})
      const house = await openHouse({
        SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        MAIL_FROM: 'Collectif <nouvelles@example.org>',
        DKIM_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        DKIM_DOMAIN: 'example.org',
        DKIM_SELECTOR: '2026a',
        SENDING_IPS: '203.0.113.25',
        DNS_SERVERS: names.address,
      })
      await use(house)
      expect(await house.close()).toEqual({ code: 0, alive: [] })
      await mail.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

test('a campaigner is told what to publish, and that it is in order once it is', async ({
  visitor,
  names,
  house,
}, info) => {
  test.setTimeout(120_000)
  const campaigner = await visitor.staff('campaigner', { javaScriptEnabled: false })
  const owner = await visitor.staff('owner')
  await campaigner.goto('/admin/mailings')
  await campaigner.getByRole('link', { name: 'Santé des envois' }).click()
  await campaigner.getByRole('button', { name: 'Vérifier maintenant' }).click()
  const dkim = campaigner.getByRole('article', { name: 'DKIM' })
  await expect(dkim.getByText('À corriger')).toBeVisible()
  await expect(dkim.getByText('2026a._domainkey.example.org', { exact: true })).toBeVisible()
  await expect(dkim.getByText(`v=DKIM1; k=rsa; p=${published}`, { exact: true })).toBeVisible()
  await expect(campaigner.getByRole('article', { name: 'DMARC' }).getByText('À regarder')).toBeVisible()
  await expect(dkim.getByText('Des messages seront refusés.', { exact: false })).toBeVisible()
  await expect(campaigner.getByText('transmettez-lui cette page', { exact: false })).toBeVisible()
  await owner.goto('/admin/mailings/health')
  expect(await faults(owner)).toEqual([])
  for (const width of [390, 1280]) {
    await owner.setViewportSize({ width, height: 844 })
    await owner.screenshot({ path: info.outputPath(`health-${width}.png`), fullPage: true })
  }

  names.publish('2026a._domainkey.example.org', { txt: [`v=DKIM1; k=rsa; p=${published}`] })
  names.publish('_dmarc.example.org', { txt: ['v=DMARC1; p=quarantine; rua=mailto:dmarc@example.org'] })
  await campaigner.getByRole('button', { name: 'Vérifier à nouveau' }).click()
  await expect(campaigner.getByText('L’expéditeur est en ordre')).toBeVisible()

  await house.sql(`insert into receiver_tally (hour, receiver, accepted, refused, complained, marks)
    values (date_trunc('hour', now(), 'UTC'), 'gmail', 90, 10, 1, -1), (date_trunc('hour', now(), 'UTC'), 'c2hvcnQ', 3, 0, 0, 1)`)
  await house.sql(`insert into sending_alert values ('bounced', 'gmail', 0.1, now())`)
  await campaigner.goto('/admin')
  await expect(campaigner.getByText('Gmail : 10 % des mails sont refusés ou reviennent.')).toBeVisible()
  await campaigner.getByRole('link', { name: 'Voir la santé des envois' }).click()
  await expect(campaigner.getByRole('row', { name: /^Gmail 90 0 10 \(10 %\) 1 \(1,1 %\)$/ })).toBeVisible()
  await expect(campaigner.getByRole('row', { name: /^Les autres \(1 destinataire\) 3 0 0 0$/ })).toBeVisible()
  await campaigner.getByRole('link', { name: '24 heures' }).click()
  await owner.goto('/admin/mailings/health?days=1')
  expect(await faults(owner)).toEqual([])
})
