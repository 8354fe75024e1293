import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { type Browsing, serviceWorkerReady } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

/** What Ivanov reads in July 2017, by serial number and register, as he types it. */
const typed = [
  { serial: '12765948', register: 'T1', text: '10012,5', stored: 10_012_500, use: '115.210' },
  { serial: '12765948', register: 'T2', text: '3500', stored: 3_500_000, use: '43.150' },
  { serial: '59537062', register: 'B', text: '1.25', stored: 1_250, use: '1.250' },
] as const;

/** The main job, as the resident of the golden account does it: a phone, a basement, a crash. */
describe('a resident reads the meters in the basement', () => {
  let site: DemoSite;
  let browsing: Browsing;

  before(async () => {
    site = await openDemoSite({ company: 'dgservic', now: '2017-07-20T12:00:00+03:00', language: 'ru-RU' });
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  it('signs in at home, and the app is kept on the phone', async () => {
    browsing = await site.phone.open();
    const { page } = browsing;
    await page.goto(site.cable.url);
    await page.getByLabel('Номер лицевого счёта или эл. почта').fill('679-30');
    await page.getByLabel('Пароль', { exact: true }).fill('meterbook-demo');
    await page.getByRole('button', { name: 'Войти', exact: true }).click();
    await page.getByRole('heading', { name: 'Электроэнергия' }).waitFor();
    await page.getByRole('heading', { name: 'Горячая вода' }).waitFor();
    await serviceWorkerReady(page);
    await browsing.close();
  });

  it('opens the app without a network and enters every register', async () => {
    // The browser is told that it is offline, and for the service worker, which it does not tell, the line is cut.
    site.cable.cut();
    browsing = await site.phone.open({ network: false });
    const { page } = browsing;
    const sources = await assetSources(browsing);
    await page.goto(`${site.cable.url}/readings`);
    for (const { serial, register, text } of typed) await fieldOf(page, serial, register).fill(text);
    for (const serial of new Set(typed.map((one) => one.serial))) {
      const entry = entryOf(page, serial);
      await entry.getByRole('button', { name: 'Сохранить' }).click();
      await entry.getByText('Сохранено на этом').waitFor();
    }
    assert.deepEqual(readingsOfJuly(), []);
    assert.ok(sources.length > 0);
    assert.deepEqual([...new Set(sources)], ['cache'], 'the browser takes assets from the cache without the worker');
  });

  it('finds every reading saved after the browser was killed, still without a network', async () => {
    await browsing.kill();
    browsing = await site.phone.open({ network: false });
    const { page } = browsing;
    await page.goto(`${site.cable.url}/readings`);
    for (const serial of new Set(typed.map((one) => one.serial))) {
      await entryOf(page, serial).getByText('Сохранено на этом').waitFor();
    }
    assert.deepEqual(readingsOfJuly(), []);
  });

  it('comes up, does nothing, and the readings are received', async () => {
    site.cable.mend();
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
      assert.equal(JSON.parse(String(ofMeter[0]?.register_values))[register], value);
      assert.equal(ofMeter[0]?.state, 'accepted');
    }
  });

  it('is in the operator’s CSV file, a line a register', async () => {
    const exported = await site.cli('export', 'readings', '--period', '2017-07');
    const all = parse(exported, { columns: true, bom: true }) as Record<string, string>[];
    const rows = all.filter(({ account }) => account === '679-30');
    assert.deepEqual(
      rows.map(({ serial, register, consumption }) => ({ serial, register, use: consumption })),
      typed.map(({ serial, register, use }) => ({ serial, register, use })),
    );
  });

  const readingsOfJuly = () =>
    site.query(
      `select serial, register_values, state from readings join meters on meters.id = readings.meter_id
       join accounts on accounts.id = readings.account_id
       where accounts.number = '679-30' and period = '2017-07'`,
    );
});

/**
 * Where the browser itself takes assets from, as the worker's routes say, in a list that grows; undefined for one that it
 * leaves to the worker.
 */
async function assetSources({ context, page }: Browsing): Promise<(string | undefined)[]> {
  const sources: (string | undefined)[] = [];
  const session = await context.newCDPSession(page);
  session.on('Network.responseReceived', ({ response }) => {
    if (response.url.includes('/assets/')) sources.push(response.serviceWorkerRouterInfo?.actualSourceType);
  });
  await session.send('Network.enable');
  return sources;
}

const entryOf = (page: Page, serial: string) => page.locator('meter-entry').filter({ hasText: serial });

function fieldOf(page: Page, serial: string, register: string) {
  const fields = entryOf(page, serial).getByRole('textbox');
  return register === 'T2' ? fields.nth(1) : fields.first();
}
