import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { loadCompany } from '../../server/companies.ts';
import { runDemo } from '../../server/demo/run-demo.ts';
import { addKiosk } from '../../server/kiosks/manage.ts';
import { paymentCode } from '../../shared/payment-code.ts';
import { cameraFlags, filmOfCode } from '../support/camera-film.ts';
import { type Browsing, newPhone, type Phone } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

const account = '10427';
const cold = '21-0048812';

/** The part of a meter's face that is asked for here; its file is of the browser. */
interface MeterFace {
  previous: number | null;
  usual: number | null;
  register: { digits: number; decimals: number; initial: number };
}

/** A camera that looks at the receipt's QR code, readings, and a receipt for them. Everything by the screen's own keys. */
describe('a resident without a telephone, at the kiosk', () => {
  let site: DemoSite;
  let tablet: Phone;
  let browsing: Browsing;
  let page: Page;
  let code: string;
  const typed: string[] = [];

  before(async () => {
    site = await openDemoSite({
      company: 'ddzksu',
      now: '2026-11-28T12:00:00+02:00',
      language: 'lv-LV',
      start: async (options) => {
        const demo = await runDemo(options);
        ({ code } = await addKiosk(demo.server.services, 'Planšete zālē', 'test'));
        return demo;
      },
    });
    const film = join(site.folder, 'receipt.y4m');
    const bill = { account, amount: 4_217, billNumber: '2610-10427', period: '2026-10' } as const;
    await filmOfCode(film, paymentCode(loadCompany('ddzksu'), bill).bytes);
    const screen = { width: 800, height: 1280 };
    tablet = await newPhone({ language: 'lv-LV', screen, flags: cameraFlags(film) });
    browsing = await tablet.open();
    page = browsing.page;
  });

  after(async () => {
    await browsing?.kill();
    await tablet?.discard();
    await site?.close();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  /** All that can be read and heard, through every shadow root. */
  const shown = () => page.locator('body').ariaSnapshot();
  /** By real presses on the screen's keys, into whatever field has the focus. */
  async function typeByKeys(text: string): Promise<void> {
    const names: Record<string, string> = { '-': 'Defise', ',': 'Komats' };
    for (const sign of text)
      await page
        .locator('kiosk-keys')
        .getByRole('button', { name: names[sign] ?? sign, exact: true })
        .click();
  }

  it('is nobody’s before the office has let it in, and becomes a kiosk by the code that the office shows', async () => {
    await page.goto(`${site.url}/kiosk/`);
    await page.getByLabel('Biroja kods').fill(code);
    await button('Iestatīt').click();
    await heading('Ko vēlaties darīt?').waitFor();
  });

  it('reads the account number off the receipt', async () => {
    await button(/Nodot skaitītāju rādījumus/).click();
    await heading('Viena Jūsu skaitītāja numurs').waitFor();
    await page.getByText(account, { exact: true }).waitFor();
    assert.equal(await page.locator('video').count(), 0);
  });

  it('refuses a meter that is not of this account', async () => {
    await typeByKeys('1234');
    await button('Tālāk').click();
    await page.getByText('nesader kopā').waitFor();
  });

  it('takes the number of one of its meters for a proof, and shows no more than a masked name', async () => {
    await button('Notīrīt').click();
    await typeByKeys(cold);
    await button('Tālāk').click();
    await page.locator('meter-face').first().waitFor();
    assert.match(await shown(), /21-0048812/);
    assert.doesNotMatch(await shown(), /Bērziņa|Anna/);
  });

  it('types every meter of the account on its drums', async () => {
    const summary = heading('Vai viss ir pareizi?');
    const faces = page.locator('known-meter:not([hidden]) meter-face');
    while ((await summary.count()) === 0) {
      const title = await page.locator('main p.soft.small').first().innerText();
      const drums = await faces.evaluateAll((all) =>
        (all as unknown as MeterFace[]).map(({ previous, usual, register }) => ({ previous, usual, register })),
      );
      const values = drums.map(afterUsualMonth);
      for (const [at, value] of values.entries()) {
        await faces.nth(at).locator('input').click();
        await typeByKeys(value);
        typed.push(value);
      }
      await button('Tālāk').click();
      await page.locator('main').getByText(title).waitFor({ state: 'detached' });
    }
    assert.ok(typed.length >= 3);
  });

  it('reads all of it once more, hands it in, and has a receipt for it', async () => {
    const read = await shown();
    for (const value of typed) assert.ok(read.includes(`: ${value.replace(/^0+(?=\d)/, '')} `), `${value} in ${read}`);
    await button('Nodot').click();
    await page.getByText('Paldies! Vairāk nekas nav jādara.').waitFor();
    assert.match(await page.locator('#number').innerText(), /^[\dA-F]{4}-[\dA-F]{4}$/);
    const rows = site.query(
      `select register_values from readings join meters on meters.id = readings.meter_id
       join accounts on accounts.id = meters.account_id
       where accounts.number = ? and readings.source = 'kiosk' and period = '2026-11'`,
      account,
    );
    const values = rows.flatMap(({ register_values }) => Object.values(JSON.parse(String(register_values)) as object));
    assert.deepEqual(values.sort(), typed.map((value) => Number(value.replace(',', ''))).sort());
  });

  it('leaves with it, and nothing of it is left on the screen', async () => {
    await button('Gatavs').click();
    await heading('Ko vēlaties darīt?').waitFor();
    assert.doesNotMatch(await shown(), new RegExp(account));
    assert.match(await shown(), /Mani rēķini/);
  });
});

/** What the meter would show after a usual month, as it stands on its drums. */
function afterUsualMonth({ previous, usual, register }: MeterFace): string {
  const value = (previous ?? register.initial) + (usual ?? 10 ** register.decimals);
  const digits = String(value).padStart(register.digits + register.decimals, '0');
  const whole = digits.slice(0, register.digits);
  return register.decimals === 0 ? whole : `${whole},${digits.slice(register.digits)}`;
}
