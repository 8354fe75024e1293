import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import SQLite from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { type DemoOptions, demoFile, runDemo } from '../../server/demo/run-demo.ts';
import { revokeKiosk } from '../../server/kiosks/manage.ts';
import { listSlips } from '../../server/kiosks/office-slips.ts';
import type { RunningServer } from '../../server/main.ts';
import type { Browsing } from '../support/chromium-profile.ts';
import { addAccount, addMeter } from '../support/household.ts';
import { type KioskSite, openKioskSite } from '../support/kiosk-site.ts';
import { inflateTables } from '../support/leveldb-blocks.ts';
import { foundIn } from '../support/profile-search.ts';

/** What somebody types, of which not a word may be found. */
interface Resident {
  account: string;
  serial: string;
  value: string;
  /** As the server stores it. */
  stored: number;
  contact: string;
}

const residentOf = (at: number): Resident => ({
  account: `8840-${17_263 + at}`,
  serial: `ZH-${739_104 + 13 * at}`,
  value: `00${120 + at},${637 - at}`,
  stored: (120 + at) * 1000 + 637 - at,
  contact: `petrova.${at + 71}@posta.example`,
});

const words = ({ account, serial, value, contact }: Resident): string[] => [account, serial, value, contact];

/** The office's network fails, and the tablet there goes on. In July 2017, with the company's window open. */
describe('a tablet without a network', () => {
  const residents = Array.from({ length: 12 }, (_, at) => residentOf(at));
  const ten = residents.slice(0, 10);
  const name = 'Tablet beside the stairs';
  let site: KioskSite;
  let demo: DemoOptions;
  /** The one that runs. */
  let server: RunningServer;
  let browsing: Browsing;
  let kiosk: string;
  let backup: string;

  before(async () => {
    site = await openKioskSite({
      company: 'dgservic',
      now: '2017-07-20T12:00:00+03:00',
      language: 'ru-RU',
      name,
      furnish: async (services) => {
        for (const { account: number, serial } of residents) {
          await addMeter(services, await addAccount(services, { number }), { serial });
        }
      },
      start: async (options) => {
        demo = options;
        ({ server } = await runDemo(options));
        return { server: { ...server, stop: () => server.stop() } };
      },
    });
    kiosk = site.kiosk.id;
    browsing = await site.setUpTablet();
    // The browser keeps a new cookie in memory for half a minute; a tablet is set up for years.
    await browsing.close();
    browsing = await site.openTablet();
    await browsing.page.locator('kiosk-start').waitFor();
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  async function cut(): Promise<void> {
    site.cable.cut();
    await browsing.context.setOffline(true);
    await browsing.page.locator('kiosk-app .offline').waitFor();
  }

  async function mend(): Promise<void> {
    site.cable.mend();
    await browsing.context.setOffline(false);
  }

  const slips = () => site.query(`select id, state, content, account_id from kiosk_slips order by id`);
  const slipOf = ({ account }: Resident) =>
    slips().filter(({ content }) => (JSON.parse(String(content)) as { account: string }).account === account);
  const readingsOf = ({ account }: Resident) =>
    site.query(
      `select source, state, register_values from readings join accounts on accounts.id = readings.account_id
       where number = ?`,
      account,
    );
  const told = () => site.query(`select waiting, refused from kiosks where id = ?`, kiosk)[0];

  function assertTenEnteredOnce(): void {
    assert.deepEqual(
      slips().map(({ state }) => state),
      ten.map(() => 'entered'),
    );
    for (const resident of ten) {
      assert.equal(slipOf(resident).length, 1, resident.account);
      assert.deepEqual(
        readingsOf(resident).map(({ register_values, ...reading }) => ({ ...reading, ...valueIn(register_values) })),
        [{ source: 'kiosk', state: 'accepted', B: resident.stored }],
      );
    }
    assert.equal(site.query(`select id from operations where stream = ?`, kiosk).length, 10);
  }

  /** In the profile of the tablet, whose browser is closed. */
  async function assertNothingInClear(): Promise<void> {
    const inflated = await mkdtemp(join(site.folder, 'inflated-'));
    await inflateTables(site.tablet.profile, inflated);
    assert.deepEqual(await foundIn(site.tablet.profile, ten.flatMap(words)), []);
    assert.deepEqual(await foundIn(inflated, ten.flatMap(words)), []);
  }

  /** Of the database as it is, while the server runs. */
  async function backUp(): Promise<void> {
    backup = join(site.folder, 'backup.db');
    const db = new SQLite(demoFile(demo.folder, demo.company), { readonly: true });
    await db.backup(backup);
    db.close();
  }

  /** The server comes to know it in its own time. The test's own time limit ends it. */
  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await browsing.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }

  it('ten residents in a row hand in; the tablet is killed at once after the tenth', async () => {
    const { page } = browsing;
    await cut();
    for (const resident of ten) {
      await handIn(page, resident);
      if (resident === ten.at(-1)) break;
      await page.getByRole('button', { name: 'Done' }).click();
      await page.locator('kiosk-start').waitFor();
    }
    await browsing.kill();
    assert.deepEqual(slips(), []);
    await backUp();
  });

  it('whoever takes the tablet away finds nothing of the ten', async () => {
    await assertNothingInClear();
    // What stands there in clear is found: the search is none of nothing.
    assert.notDeepEqual(await foundIn(site.tablet.profile, [name]), []);
    assert.notDeepEqual(await foundIn(site.tablet.profile, [kiosk]), []);
  });

  it('started again with the network back it hands in all ten, each once', async () => {
    site.cable.mend();
    browsing = await site.openTablet();
    await until(() => told()?.waiting === 0 && slips().length >= 10);
    assertTenEnteredOnce();
  });

  it('gives a server that was restored from a backup of before all ten again, each once', async () => {
    await browsing.close();
    // What was delivered is still there, sealed.
    await assertNothingInClear();
    await server.stop();
    const database = demoFile(demo.folder, demo.company);
    for (const suffix of ['-wal', '-shm']) await rm(database + suffix, { force: true });
    await copyFile(backup, database);
    assert.deepEqual(slips(), []);
    await site.cli('restored');
    const now = (demo.now ?? 0) + 3_600_000;
    ({ server } = await runDemo({ ...demo, now, fresh: false, port: new URL(site.url).port }));
    browsing = await site.openTablet();
    await until(() => slips().length >= 10);
    assertTenEnteredOnce();
  });

  it('a sealed slip that somebody has changed on the tablet is refused, and noted', async () => {
    const { page } = browsing;
    const changed = residents[10] as Resident;
    await cut();
    await handIn(page, changed);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.locator('kiosk-start').waitFor();
    await page.evaluate(changeSealed);
    await mend();
    await until(() => told()?.refused === 1);
    assert.deepEqual(told(), { waiting: 1, refused: 1 });
    assert.deepEqual(slipOf(changed), []);
    assert.deepEqual(readingsOf(changed), []);
    const audits = site.query(`select detail from audit where action = 'kiosk-envelope-refused' and actor = ?`, kiosk);
    assert.equal(audits.length, 1);
    assert.ok(!words(changed).some((word) => String(audits[0]?.detail).includes(word)));
  });

  it('a tablet that was revoked delivers nothing more; what it had sealed the office has before it', async () => {
    const { page } = browsing;
    const late = residents[11] as Resident;
    await cut();
    await handIn(page, late);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.locator('kiosk-start').waitFor();
    await revokeKiosk(server.services, kiosk, 'test');
    await mend();
    await page.locator('kiosk-enrol').waitFor();
    await until(() => slipOf(late).length > 0);
    assert.deepEqual(readingsOf(late), []);
    const { rows } = await listSlips(server.services.db.reader, { state: 'held', after: null });
    assert.deepEqual(
      rows.map(({ kiosk, typedAccount, state }) => [kiosk.name, typedAccount, state]),
      [[name, late.account, 'held']],
    );
  });
});

const valueIn = (stored: unknown): Record<string, number> => JSON.parse(String(stored));

/** From the first screen to the receipt, in English. */
async function handIn(page: Page, { account, serial, value, contact }: Resident): Promise<void> {
  const next = page.getByRole('button', { name: 'Next' });
  await page.locator('kiosk-start button[lang="en"]').click();
  await page.getByRole('button', { name: 'Hand in meter readings' }).click();
  await page.getByLabel('Account number', { exact: true }).fill(account);
  await next.click();
  await page.getByLabel('Serial number of a meter', { exact: true }).fill(serial);
  await next.click();
  await page.getByLabel('What the meter shows', { exact: true }).fill(value);
  await next.click();
  await page.getByLabel('Your telephone number or e-mail', { exact: true }).fill(contact);
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await page.getByRole('heading', { name: 'Your reading is kept on this tablet' }).waitFor();
}

/** In the page: one sign of the one sealed slip that waits there becomes another; of the others the server has had all. */
function changeSealed(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('meterbook-kiosk');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction('envelopes', 'readwrite');
      const reading = tx.objectStore('envelopes').getAll();
      reading.onsuccess = () => {
        const row = reading.result.find(({ state }) => state === 'waiting');
        const { sealed } = row.envelope;
        row.envelope.sealed = `${sealed.slice(0, 99)}${sealed[99] === 'A' ? 'B' : 'A'}${sealed.slice(100)}`;
        tx.objectStore('envelopes').put(row);
      };
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      tx.onerror = () => reject(tx.error);
    };
  });
}
