import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import SQLite from 'better-sqlite3';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { demoFile } from '../../server/demo/run-demo.ts';
import { type Browsing, serviceWorkerReady } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

/** From the basement to the desk and back: a message with a photo, written without a network. In Latvian. */
describe('a message to the office', () => {
  let site: DemoSite;
  let browsing: Browsing;
  let phone: Page;
  let desk: Page;

  before(async () => {
    site = await openDemoSite({ company: 'ddzksu', now: '2026-11-28T12:00:00+02:00', language: 'lv-LV' });
    browsing = await site.phone.open();
    phone = browsing.page;
    await phone.goto(site.cable.url);
    await phone.getByLabel('Klienta kods vai e-pasts').fill('10427');
    await phone.getByLabel('Parole', { exact: true }).fill('meterbook-demo');
    await phone.getByRole('button', { name: 'Pieslēgties', exact: true }).click();
    await phone.locator('meter-card').first().waitFor();
    await serviceWorkerReady(phone);
    desk = await openDesk();
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  it('is written without a network, with a photo, and is there after a cold start', async () => {
    site.cable.cut();
    await browsing.context.setOffline(true);
    await phone.goto(`${site.cable.url}/support/new`);
    await phone.getByText('Skaitītājs', { exact: true }).click();
    await phone.getByLabel('Jūsu ziņa').fill('Stikls ir saplīsis.\nKo darīt?');
    const photo = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#446688' } })
      .png()
      .toBuffer();
    const file = { name: 'meter.png', mimeType: 'image/png', buffer: photo };
    await phone.locator('message-form input[type="file"]').setInputFiles(file);
    await phone.locator('message-form .photos img').waitFor();
    await phone.getByRole('button', { name: 'Sūtīt' }).click();
    await phone.getByText('Saglabāts šajā').waitFor();
    await phone.reload();
    await phone.getByText('Stikls ir saplīsis.').waitFor();
    await phone.getByText('Saglabāts šajā').waitFor();
    await phone.getByText('Fotoattēls vēl nav nodots').waitFor();
    assert.deepEqual(site.query("select id from messages where text like 'Stikls%'"), []);
  });

  it('goes out by itself, the photo after it', async () => {
    site.cable.mend();
    await browsing.context.setOffline(false);
    await phone.getByText('Saņemts 28. nov').waitFor();
    await phone.getByText('Fotoattēls vēl nav nodots').waitFor({ state: 'detached' });
    assert.deepEqual(
      site.query('select text, width, height from messages join photos on photos.message_id = messages.id'),
      [{ text: 'Stikls ir saplīsis.\nKo darīt?', width: 1600, height: 800 }],
    );
    // Seen in a pull with its photo, it is no longer evidence: the photo comes from the company now.
    const image = phone.locator('message-bubble img');
    await image.waitFor();
    assert.ok(await image.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth > 0)));
  });

  it('waits at the desk, with its photo, and is answered', async () => {
    await desk.goto(`${site.url}/office/support`);
    await desk.getByRole('button', { name: /Skaitītājs.*10427.*Stikls ir saplīsis/s }).click();
    await desk.getByText('Ko darīt?').last().waitFor();
    const image = desk.locator('support-conversation img');
    await image.waitFor();
    await image.evaluate((one: HTMLImageElement) => one.decode());
    assert.equal(await image.evaluate((one: HTMLImageElement) => one.naturalWidth), 1600);
    const lettersBefore = site.query("select id from mails where kind = 'office-wrote'").length;
    await desk.getByLabel('Atbilde', { exact: true }).fill('Nekustiniet to, atnāks tehniķis.');
    await desk.getByRole('button', { name: 'Sūtīt atbildi' }).click();
    await desk.getByText('Gatavs: atbildēts. 10427').waitFor();
    assert.deepEqual(
      site.query(`select state, assigned_to is not null as mine from conversations
        where id in (select conversation_id from messages where text like 'Stikls%')`),
      [{ state: 'answered', mine: 1 }],
    );
    assert.equal(site.query("select id from mails where kind = 'office-wrote'").length, lettersBefore + 1);
  });

  it('has its answer on the phone, which says so on the first page until it was read', async () => {
    await phone.goto(site.cable.url);
    const notice = phone.getByRole('link', { name: 'Birojs Jums ir uzrakstījis' });
    await notice.click();
    await phone.getByText('Nekustiniet to, atnāks tehniķis.').waitFor();
    await phone.goto(site.cable.url);
    await phone.locator('home-bill').waitFor();
    await notice.waitFor({ state: 'detached' });
  });

  /** Somebody of the office, signed in; signing in itself has tests of its own. */
  async function openDesk(): Promise<Page> {
    const token = randomBytes(32).toString('hex');
    const db = new SQLite(demoFile(site.folder, 'ddzksu'));
    try {
      const at = new Date().toISOString();
      db.prepare(
        `insert into staff_sessions (id_hash, staff_id, created_at, seen_at, device)
         select ?, id, ?, ?, 'test' from staff where role = 'clerk'`,
      ).run(createHash('sha256').update(token).digest('hex'), at, at);
    } finally {
      db.close();
    }
    await browsing.context.addCookies([{ name: 'meterbook-office', value: token, url: site.url }]);
    const page = await browsing.context.newPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    return page;
  }
});
