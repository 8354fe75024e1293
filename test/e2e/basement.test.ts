import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import SQLite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { runDemo } from '../../server/demo/run-demo.ts';
import type { RunningServer } from '../../server/main.ts';
import { type Cable, layCable } from '../support/cable.ts';
import { type Browsing, newPhone, type Phone, serviceWorkerReady } from '../support/chromium-profile.ts';

const run = promisify(execFile);

/** What Ivanov reads in July 2017, by serial number and register, as he types it. */
const typed = [
  { serial: '12765948', register: 'T1', text: '10012,5', stored: 10_012_500, use: '115.210' },
  { serial: '12765948', register: 'T2', text: '3500', stored: 3_500_000, use: '43.150' },
  { serial: '59537062', register: 'B', text: '1.25', stored: 1_250, use: '1.250' },
] as const;

/** The main job, as the resident of the golden account does it: a phone, a basement, a crash. */
describe('a resident reads the meters in the basement', () => {
  let folder: string;
  let server: RunningServer;
  let cable: Cable;
  let phone: Phone;
  let browsing: Browsing;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meterbook-e2e-'));
    const demo = await runDemo({
      company: 'dgservic',
      port: '0',
      now: Date.parse('2017-07-20T12:00:00+03:00'),
      folder,
      fresh: true,
      onStep: () => {},
    });
    server = demo.server;
    cable = await layCable(server.url);
    phone = await newPhone({ language: 'ru-RU' });
  });

  after(async () => {
    await browsing?.kill();
    await phone?.discard();
    await cable?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('signs in at home, and the app is kept on the phone', async () => {
    browsing = await phone.open();
    const { page } = browsing;
    await page.goto(cable.url);
    await page.getByLabel('Номер лицевого счёта или эл. почта').fill('679-30');
    await page.getByLabel('Пароль', { exact: true }).fill('meterbook-demo');
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.getByRole('heading', { name: 'Электроэнергия' }).waitFor();
    await page.getByRole('heading', { name: 'Горячая вода' }).waitFor();
    await serviceWorkerReady(page);
    await browsing.close();
  });

  it('opens the app without a network and enters every register', async () => {
    // The browser is told that it is offline, and for the service worker, which it does not tell, the line is cut.
    cable.cut();
    browsing = await phone.open({ network: false });
    const { page } = browsing;
    await page.goto(`${cable.url}/readings`);
    for (const { serial, register, text } of typed) await fieldOf(page, serial, register).fill(text);
    for (const serial of new Set(typed.map((one) => one.serial))) {
      const entry = entryOf(page, serial);
      await entry.getByRole('button', { name: 'Сохранить' }).click();
      await entry.getByText('Сохранено на этом').waitFor();
    }
    assert.deepEqual(readingsOfJuly(), []);
  });

  it('finds every reading saved after the browser was killed, still without a network', async () => {
    await browsing.kill();
    browsing = await phone.open({ network: false });
    const { page } = browsing;
    await page.goto(`${cable.url}/readings`);
    for (const serial of new Set(typed.map((one) => one.serial))) {
      await entryOf(page, serial).getByText('Сохранено на этом').waitFor();
    }
    assert.deepEqual(readingsOfJuly(), []);
  });

  it('comes up, does nothing, and the readings are received', async () => {
    cable.mend();
    await browsing.context.setOffline(false);
    const { page } = browsing;
    for (const serial of new Set(typed.map((one) => one.serial))) {
      await entryOf(page, serial).getByText('Получено 20 июл').waitFor();
    }
  });

  it('has each reading in the database exactly once', () => {
    const stored = readingsOfJuly();
    assert.equal(stored.length, 2, 'one row a meter');
    for (const { serial, register, stored: value } of typed) {
      const ofMeter = stored.filter((row) => row.serial === serial);
      assert.equal(ofMeter.length, 1);
      assert.equal(JSON.parse(ofMeter[0]?.register_values ?? '{}')[register], value);
      assert.equal(ofMeter[0]?.state, 'accepted');
    }
  });

  it('is in the operator’s CSV file, a line a register', async () => {
    const cli = fileURLToPath(new URL('../../server/cli.js', import.meta.url));
    const database = join(folder, 'demo-dgservic.db');
    const { stdout } = await run(process.execPath, [
      cli,
      'export',
      'readings',
      '--company',
      'dgservic',
      '--database',
      database,
      '--period',
      '2017-07',
    ]);
    const rows = parse(stdout, { columns: true, bom: true }) as Record<string, string>[];
    assert.deepEqual(
      rows.map(({ serial, register, consumption }) => ({ serial, register, use: consumption })),
      typed.map(({ serial, register, use }) => ({ serial, register, use })),
    );
  });

  function readingsOfJuly(): { serial: string; register_values: string; state: string }[] {
    const db = new SQLite(join(folder, 'demo-dgservic.db'), { readonly: true });
    try {
      return db
        .prepare(
          `select serial, register_values, state from readings join meters on meters.id = readings.meter_id
           join accounts on accounts.id = readings.account_id
           where accounts.number = '679-30' and period = '2017-07'`,
        )
        .all() as { serial: string; register_values: string; state: string }[];
    } finally {
      db.close();
    }
  }
});

const entryOf = (page: Page, serial: string) => page.locator('meter-entry').filter({ hasText: serial });

function fieldOf(page: Page, serial: string, register: string) {
  const fields = entryOf(page, serial).getByRole('textbox');
  return register === 'T2' ? fields.nth(1) : fields.first();
}
