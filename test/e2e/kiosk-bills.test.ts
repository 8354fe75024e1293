import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { accountsByNumber } from '../../server/accounts/queries.ts';
import { runDemo } from '../../server/demo/run-demo.ts';
import { addKiosk } from '../../server/kiosks/manage.ts';
import { type Browsing, newPhone, type Phone } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';
import { addUser } from '../support/household.ts';
import { inflateTables } from '../support/leveldb-blocks.ts';
import { foundIn } from '../support/profile-search.ts';

/** Its newest bills are not paid. */
const account = '41950';
/** Not the demo's: its password stands in the company's profile, for everybody to read. */
const email = 'karina.zvirbule@posta.example';
const name = 'Planšete pie loga';

/** A phone that is signed in, a tablet that is a kiosk, and nothing between them but a QR code that one shows and the other reads. */
describe('bills at the kiosk', () => {
  let site: DemoSite;
  let tablet: Phone;
  let browsing: Browsing;
  let kiosk: Page;
  let phoneBrowsing: Browsing;
  let phone: Page;
  let password = '';
  let address = '';
  let total = '';

  before(async () => {
    let code = '';
    site = await openDemoSite({
      company: 'ddzksu',
      now: '2026-11-28T12:00:00+02:00',
      language: 'lv-LV',
      start: async (options) => {
        const demo = await runDemo(options);
        const { services } = demo.server;
        const home = (await accountsByNumber(services.db.reader, [account])).get(account);
        assert.ok(home);
        ({ address } = home);
        ({ password } = await addUser(services, { name: 'Karīna Zvirbule', accounts: [home], email }));
        ({ code } = await addKiosk(services, name, 'test'));
        return demo;
      },
    });
    tablet = await newPhone({ language: 'lv-LV', screen: { width: 800, height: 1280 } });
    browsing = await tablet.open();
    kiosk = browsing.page;
    await kiosk.goto(`${site.url}/kiosk/`);
    await kiosk.getByLabel('Biroja kods').fill(code);
    await kiosk.getByRole('button', { name: 'Iestatīt', exact: true }).click();
    phoneBrowsing = await site.phone.open();
    phone = phoneBrowsing.page;
  });

  after(async () => {
    await browsing?.kill();
    await phoneBrowsing?.kill();
    await tablet?.discard();
    await site?.close();
  });

  const press = (text: string | RegExp, on = kiosk) => on.getByRole('button', { name: text, exact: true }).click();
  const heading = (text: string, on = kiosk) => on.getByRole('heading', { level: 1, name: text }).waitFor();
  /** What a camera reads off the tablet's screen. */
  async function scanned(): Promise<string> {
    const code = kiosk.locator('payment-code').first();
    await code.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const shot = await code.screenshot();
    const { data, info } = await sharp(shot)
      .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#ffffff' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
  }
  const shown = () => kiosk.locator('body').ariaSnapshot();

  it('wait for a phone with a code that leads to the residents’ app', async () => {
    await press(/Mani rēķini/);
    await heading('Jūsu rēķini');
    await kiosk.locator('payment-code').waitFor();
    assert.equal(new URL(await scanned()).pathname, '/at-kiosk');
  });

  it('are asked for by the phone, after its resident has signed in there, and not by the scanning alone', async () => {
    await phone.goto(await scanned());
    await phone.getByLabel('Klienta kods vai e-pasts').fill(email);
    await phone.getByLabel('Parole', { exact: true }).fill(password);
    await press('Pieslēgties', phone);
    await phone.getByText(`planšetē “${name}”?`).waitFor();
    assert.equal(new URL(phone.url()).hash, '');
    await heading('Jūsu rēķini');
    assert.doesNotMatch(await shown(), new RegExp(account));
  });

  it('appear at the kiosk when the phone says yes', async () => {
    await press('Jā, rādīt', phone);
    await heading('Tie ir planšetē', phone);
    await kiosk.locator('kiosk-bills').waitFor();
    assert.match(await shown(), new RegExp(account));
    assert.ok((await shown()).includes(address));
  });

  it('open one by one, with a code that a bank’s app reads, and go onto paper alone', async () => {
    const first = kiosk.locator('kiosk-bills button.bill').first();
    total = (await first.locator('.amount').innerText()).trim();
    await first.click();
    await kiosk.locator('kiosk-bill bill-lines').waitFor();
    assert.equal((await kiosk.locator('kiosk-bill p.amount').innerText()).trim(), total);
    assert.match(await scanned(), /^BCD\n/);
    await kiosk.emulateMedia({ media: 'print' });
    for (const gone of ['kiosk-app header >> nth=0', 'kiosk-app footer', 'kiosk-bill .no-print >> nth=0']) {
      assert.equal(await kiosk.locator(gone).isVisible(), false, gone);
    }
    assert.equal(await kiosk.locator('kiosk-bill bill-lines').isVisible(), true);
    await kiosk.emulateMedia({ media: null });
  });

  it('are gone when the resident is done, and the code does not bring them back', async () => {
    await press('Gatavs');
    await heading('Ko vēlaties darīt?');
    await kiosk.goBack();
    await kiosk.goForward();
    await heading('Ko vēlaties darīt?');
    assert.doesNotMatch(await shown(), new RegExp(account));
  });

  it('are there by e-mail and password as well', async () => {
    await press(/Mani rēķini/);
    await kiosk.getByLabel('Klienta kods vai e-pasts').click();
    await kiosk.keyboard.type(email);
    await kiosk.getByLabel('Parole', { exact: true }).click();
    await kiosk.keyboard.type(password);
    await kiosk.keyboard.press('Enter');
    await kiosk.locator('kiosk-bills button.bill').first().waitFor();
    await press('Gatavs');
    await heading('Ko vēlaties darīt?');
  });

  it('leave nothing on the tablet’s disk: neither who it was nor the password nor what was shown', async () => {
    await browsing.close();
    const inflated = await mkdtemp(join(site.folder, 'inflated-'));
    await inflateTables(tablet.profile, inflated);
    const words = [email, password, address, total, '/at-kiosk#', `kods ${account}`];
    assert.deepEqual(await foundIn(tablet.profile, words), []);
    assert.deepEqual(await foundIn(inflated, words), []);
    assert.notDeepEqual(await foundIn(tablet.profile, [name]), []);
  });
});
