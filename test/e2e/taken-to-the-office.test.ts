import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { type Browsing, serviceWorkerReady } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

const serial = 'EL-5540192';

/** A resident who cannot hand in, signs out, and goes to the office with a file. In Latvian, with two tariffs. */
describe('what is not handed in', () => {
  let site: DemoSite;
  let browsing: Browsing;
  /** As typed, by register, one usual month after the last reading. */
  const typed: Record<string, string> = {};

  before(async () => {
    site = await openDemoSite({ company: 'ddzksu', now: '2017-07-28T12:00:00+03:00', language: 'lv-LV' });
    const [last] = site.query(
      `select register_values from readings join meters on meters.id = readings.meter_id
       where serial = ? and period = '2017-06'`,
      serial,
    );
    const values = JSON.parse(String(last?.register_values)) as Record<string, number>;
    const decimals = Number(
      site.query(`select decimals from registers join meters on meters.id = meter_id where serial = ?`, serial)[0]
        ?.decimals,
    );
    for (const [code, use] of [
      ['T1', 118],
      ['T2', 64],
    ] as const) {
      typed[code] = ((values[code] ?? 0) / 10 ** decimals + use).toFixed(decimals).replace('.', ',');
    }
    browsing = await site.phone.open();
    const { page } = browsing;
    await page.goto(`${site.cable.url}/readings`);
    await signIn(page);
    await entryOf(page).waitFor();
    await serviceWorkerReady(page);
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  it('is saved on the phone while nobody answers', async () => {
    const { page } = browsing;
    site.cable.cut();
    await browsing.context.setOffline(true);
    for (const [at, code] of ['T1', 'T2'].entries()) {
      await entryOf(page)
        .getByRole('textbox')
        .nth(at)
        .fill(typed[code] ?? '');
    }
    await entryOf(page).getByRole('button', { name: 'Saglabāt' }).click();
    await entryOf(page).getByText('Saglabāts šajā').waitFor();
    assert.deepEqual(ofJuly(), []);
  });

  it('can be taken along as a file that the person can read', async () => {
    const { page } = browsing;
    await page.getByRole('link', { name: 'Vairāk' }).click();
    await page.getByRole('button', { name: 'Beigt darbu' }).click();
    await page.evaluate(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = (file: Blob) => {
        (globalThis as { taken?: Blob }).taken = file;
        return createObjectURL(file);
      };
    });
    await page.getByRole('button', { name: 'Saglabāt failā' }).click();
    await page.getByText('Saglabāts failā “Rādījumi 2017-07-28.csv”.').waitFor();
    const bytes = await page.evaluate(async () => {
      const { taken } = globalThis as { taken?: Blob };
      return [...new Uint8Array((await taken?.arrayBuffer()) ?? new ArrayBuffer(0))];
    });
    await writeFile(join(site.folder, 'taken.csv'), Uint8Array.from(bytes));
    const text = await readFile(join(site.folder, 'taken.csv'), 'utf8');
    assert.match(
      text,
      /33108;18\. novembra iela 130, Daugavpils.*Elektrība, T1 · diena.*EL-5540192.*2017\. g\. jūlijs/,
    );
    for (const value of Object.values(typed)) assert.ok(text.includes(`;${value} kWh;`), text);
  });

  it('stays sealed after signing out: the next person sees how much waits, and nothing of whom (I10)', async () => {
    const { page } = browsing;
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.getByRole('button', { name: 'Beigt, bet paturēt tos šeit' }).click();
    await page.getByText('gaida 1 saglabāts rādījums').waitFor();
    assert.deepEqual(faults, []);
    const shown = (await shownIn(page)) + (await page.content());
    assert.match(shown, /gaida 1 saglabāts rādījums/);
    const [account] = site.query(
      `select holder, address from accounts join premises on premises.id = premises_id where number = '33108'`,
    );
    for (const secret of [account?.holder, account?.address, serial, ...Object.values(typed)]) {
      assert.ok(!shown.includes(String(secret)), String(secret));
    }
    await signIn(page);
    await page.getByText('Nav savienojuma. Lai pieslēgtos, vajadzīgs internets').waitFor();
  });

  it('is taken in by the office from the file as it is', async () => {
    await site.cli('import', 'readings', '--strict', join(site.folder, 'taken.csv'));
    assert.deepEqual(ofJuly(), [{ kind: 'actual', source: 'resident', state: 'accepted', ...valuesAsTyped() }]);
  });

  it('goes out when the same person signs in again, and is one reading with that of the file', async () => {
    const { page } = browsing;
    site.cable.mend();
    await browsing.context.setOffline(false);
    await page.getByRole('button', { name: 'Pieslēgties', exact: true }).click();
    await page.locator('home-screen a.go').click();
    await entryOf(page).getByText('Saņemts').waitFor();
    assert.equal(ofJuly().filter(({ state }) => state === 'accepted').length, 1);
    assert.doesNotMatch(await shownIn(page), /gaida 1/);
  });

  const ofJuly = () =>
    site
      .query(
        `select kind, source, state, register_values from readings join meters on meters.id = readings.meter_id
         where serial = ? and period = '2017-07'`,
        serial,
      )
      .map(({ register_values, ...row }) => ({ ...row, ...JSON.parse(String(register_values)) }));

  const valuesAsTyped = () =>
    Object.fromEntries(Object.entries(typed).map(([code, text]) => [code, Number(text.replace(',', ''))]));
});

const entryOf = (page: Page) => page.locator('meter-entry').filter({ hasText: serial });

/** All that can be read, also within the elements, whose text the app's own does not contain. */
const shownIn = (page: Page): Promise<string> => page.locator('meterbook-app').ariaSnapshot();

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Klienta kods vai e-pasts').fill('33108');
  await page.getByLabel('Parole', { exact: true }).fill('meterbook-demo');
  await page.getByRole('button', { name: 'Pieslēgties', exact: true }).click();
}
