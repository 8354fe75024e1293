import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import type { Browsing } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

const cold = '21-0048812';
const hot = '21-0051377';
const gas = 'G4-771203';

/** What the resident sees of what the office does meanwhile. In Latvian, for the first company. */
describe('between the resident and the office', () => {
  let site: DemoSite;
  let browsing: Browsing;

  before(async () => {
    site = await openDemoSite({ company: 'ddzksu', now: '2026-11-28T12:00:00+02:00', language: 'lv-LV' });
    browsing = await site.phone.open();
    const { page } = browsing;
    await page.goto(`${site.cable.url}/readings`);
    await page.getByLabel('Klienta kods vai e-pasts').fill('10427');
    await page.getByLabel('Parole', { exact: true }).fill('meterbook-demo');
    await page.getByRole('button', { name: 'Pieslēgties', exact: true }).click();
    await entryOf(page, cold).waitFor();
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  it('a value below the previous one is explained at its field, saves nothing, and the draft outlives a reload', async () => {
    const { page } = browsing;
    await fieldOf(page, cold).fill('12,5');
    await entryOf(page, cold).getByRole('button', { name: 'Saglabāt' }).click();
    await entryOf(page, cold).getByRole('button', { name: 'Skaitītājs sāka no nulles' }).waitFor();
    await page.reload();
    await entryOf(page, cold).waitFor();
    assert.equal(await fieldOf(page, cold).inputValue(), '12,5');
    assert.deepEqual(novemberOf(cold), []);
  });

  it('a reading that the server refuses stays in sight with its reason, until the resident has read it', async () => {
    const { page } = browsing;
    site.cable.cut();
    await browsing.context.setOffline(true);
    await fieldOf(page, gas).fill(next(gas, 5.5));
    await entryOf(page, gas).getByRole('button', { name: 'Saglabāt' }).click();
    await entryOf(page, gas).getByText('Saglabāts šajā').waitFor();
    await retire(gas);
    site.cable.mend();
    await browsing.context.setOffline(false);
    await page.goto(site.cable.url);
    await page.getByText('Šis skaitītājs noņemts').first().waitFor();
    await page.reload();
    await page.getByText('Šis skaitītājs noņemts').first().waitFor();
    assert.deepEqual(novemberOf(gas), []);
    await page.getByRole('button', { name: 'Izlasīts' }).click();
    await page.getByText('Šis skaitītājs noņemts').first().waitFor({ state: 'detached' });
  });

  it('what billing has taken is shown as taken', async () => {
    const { page } = browsing;
    await page.goto(`${site.cable.url}/readings`);
    await fieldOf(page, hot).fill(next(hot, 2.5));
    await entryOf(page, hot).getByRole('button', { name: 'Saglabāt' }).click();
    await entryOf(page, hot).getByText('Saņemts 28. nov').waitFor();
    const exported = await site.cli('export', 'readings', '--period', '2026-11', '--lock', '--early', 'a test');
    const rows = parse(exported, { columns: true, bom: true }) as Record<string, string>[];
    const ours = rows.filter(({ account }) => account === '10427');
    assert.deepEqual(
      ours.map(({ serial }) => serial),
      [hot],
    );
    const { batch, account, serial, register } = ours[0] as Record<string, string>;
    const file = join(site.folder, 'acknowledgement.csv');
    await writeFile(
      file,
      `batch,account,serial,register,period,state\n${batch},${account},${serial},${register},2026-11,billed\n`,
    );
    await site.cli('import', 'acknowledgement', file);
    // Coming back to the app is a reason to look for news.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await entryOf(page, hot).getByText('Iekļauts aprēķinā', { exact: true }).waitFor();
  });

  it('a reading after the lock is received as late, and said so', async () => {
    const { page } = browsing;
    await fieldOf(page, cold).fill(next(cold, 4));
    await entryOf(page, cold).getByRole('button', { name: 'Saglabāt' }).click();
    await entryOf(page, cold).getByText('pēc aprēķina').waitFor();
    assert.deepEqual(
      novemberOf(cold).map(({ state }) => state),
      ['late'],
    );
  });

  /** The office enters that the meter was taken out in October. */
  async function retire(serial: string): Promise<void> {
    const [meter] = site.query(
      `select accounts.number as account, service, serial, place, code as register, unit, digits, decimals, installed_on as installedOn,
         '2026-10-31' as retiredOn
       from meters join registers on registers.meter_id = meters.id join accounts on accounts.id = meters.account_id
       where serial = ?`,
      serial,
    );
    assert.ok(meter);
    const initial = site.query(
      'select initial, decimals from registers join meters on meters.id = meter_id where serial = ?',
      serial,
    )[0];
    const row = { ...meter, initial: Number(initial?.initial) / 10 ** Number(initial?.decimals) };
    const file = join(site.folder, 'meters.csv');
    await writeFile(file, `${Object.keys(row).join(';')}\n${Object.values(row).join(';')}\n`);
    await site.cli('import', 'meters', file);
  }

  const novemberOf = (serial: string) =>
    site.query(
      `select state, register_values from readings join meters on meters.id = readings.meter_id
       where serial = ? and period = '2026-11'`,
      serial,
    );

  /** What the meter would show after a usual month, as the resident types it. */
  function next(serial: string, use: number): string {
    const [last] = site.query(
      `select register_values, decimals from readings join meters on meters.id = readings.meter_id
       join registers on registers.meter_id = meters.id where serial = ? order by period desc limit 1`,
      serial,
    );
    assert.ok(last);
    const decimals = Number(last.decimals);
    const shown = JSON.parse(String(last.register_values)).B / 10 ** decimals + use;
    return shown.toFixed(decimals).replace('.', ',');
  }
});

const entryOf = (page: Page, serial: string) => page.locator('meter-entry').filter({ hasText: serial });
const fieldOf = (page: Page, serial: string) => entryOf(page, serial).getByRole('textbox').first();
