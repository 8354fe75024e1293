import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { accountsByNumber } from '../../server/accounts/queries.ts';
import type { Browsing } from '../support/chromium-profile.ts';
import { addUser } from '../support/household.ts';
import { type KioskSite, openKioskSite } from '../support/kiosk-site.ts';
import { inflateTables } from '../support/leveldb-blocks.ts';
import { inHeapOf, storedBy } from '../support/page-search.ts';
import { foundIn } from '../support/profile-search.ts';

/** Its newest bills are not paid. The number alone stands in the company's profile, as that of somebody who tries out the demo. */
const account = '41950';
const billNumbers = `${account}-26`;
/** Not the demo's: its password stands in the company's profile, for everybody to read. */
const email = 'karina.zvirbule@posta.example';
const masked = 'K••• Z•••';
const name = 'Planšete pie loga';

/** A phone that is signed in, a tablet that is a kiosk, and nothing between them but a QR code that one shows and the other reads. */
describe('bills at the kiosk', () => {
  let site: KioskSite;
  let browsing: Browsing;
  let kiosk: Page;
  let phoneBrowsing: Browsing;
  let phone: Page;
  let password = '';
  let address = '';
  let total = '';
  let length = 0;
  let seen = '0';

  before(async () => {
    site = await openKioskSite({
      company: 'ddzksu',
      now: '2026-11-28T12:00:00+02:00',
      language: 'lv-LV',
      name,
      furnish: async (services) => {
        const home = (await accountsByNumber(services.db.reader, [account])).get(account);
        assert.ok(home);
        ({ address } = home);
        ({ password } = await addUser(services, { name: 'Karīna Zvirbule', accounts: [home], email }));
      },
    });
    browsing = await site.setUpTablet();
    kiosk = browsing.page;
    length = await kiosk.evaluate(() => history.length);
    noted();
    phoneBrowsing = await site.phone.open();
    phone = phoneBrowsing.page;
  });

  after(async () => {
    await browsing?.kill();
    await phoneBrowsing?.kill();
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
  /** What stands on the tablet, and what the phone asks about. */
  const number = () => kiosk.locator('phone-pairing .number');
  const numbers = () => phone.locator('at-kiosk-screen .numbers button');
  /** The phone scans the code and names the number. */
  async function choose(): Promise<void> {
    await kiosk.locator('payment-code').waitFor();
    await phone.goto(await scanned());
    await number().waitFor();
    await press(await number().innerText(), phone);
  }
  /** The actions in the audit log that are new since the last call, of phones and kiosks. */
  function noted(): string[] {
    const rows = site.query("select seq, action from audit where seq > ? and action like '%kiosk%' order by seq", seen);
    seen = String(rows.at(-1)?.seq ?? seen);
    return rows.map(({ action }) => String(action));
  }
  const secrets = () => [
    ...[email, password, masked, address, billNumbers, `kods ${account}`, '/at-kiosk#'],
    ...(total === '' ? [] : [total]),
  ];
  async function nothingIsLeft(): Promise<void> {
    const words = secrets();
    const kept = await storedBy(browsing, kiosk);
    assert.deepEqual(
      words.filter((word) => kept.includes(word)),
      [],
    );
    assert.deepEqual(await inHeapOf(browsing, kiosk, words), []);
    assert.equal(await kiosk.evaluate(() => history.length), length);
  }

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
    await phone.getByText(`Planšete “${name}” parādīs Jūsu rēķinus`).waitFor();
    assert.equal(new URL(phone.url()).hash, '');
    assert.equal(await numbers().count(), 3);
    await number().waitFor();
    assert.doesNotMatch(await shown(), new RegExp(account));
  });

  it('are not shown where another number is pressed on the phone, which is noted', async () => {
    const right = await number().innerText();
    const [wrong] = (await numbers().allInnerTexts()).filter((text) => text !== right);
    await press(wrong ?? '', phone);
    await heading('Jūsu rēķini netiek rādīti', phone);
    await kiosk.getByText('Tālrunī tika nospiests cits skaitlis vai neviens.').waitFor();
    assert.deepEqual(noted(), ['kiosk-number-wrong']);
  });

  it('are not shown either where whoever stands at the kiosk says that it is somebody else', async () => {
    await press('Rādīt jaunu kodu');
    await choose();
    await heading(`${masked}, vai tas esat Jūs?`);
    assert.doesNotMatch(await shown(), new RegExp(account));
    await press('Nē, tas ir kāds cits');
    await heading('Ko vēlaties darīt?');
    assert.deepEqual(noted(), ['show-at-kiosk', 'kiosk-sign-in', 'kiosk-not-them']);
    await nothingIsLeft();
  });

  it('appear when the phone names the number, and whoever stands there says that it is them', async () => {
    await press(/Mani rēķini/);
    await choose();
    await press('Jā, rādīt manus rēķinus');
    await kiosk.locator('kiosk-bills').waitFor();
    assert.match(await shown(), new RegExp(account));
    assert.ok((await shown()).includes(address));
    assert.deepEqual(await inHeapOf(browsing, kiosk, [billNumbers, address]), [billNumbers, address]);
  });

  it('go off the screen when the phone ends it, and nothing of them is left', async () => {
    await heading('Planšete drīkst rādīt Jūsu rēķinus', phone);
    await press('Beigt rādīt', phone);
    await heading('Jūsu rēķini vairs netiek rādīti', phone);
    await heading('Jūsu laiks šeit ir beidzies');
    assert.doesNotMatch(await shown(), new RegExp(account));
    await press('Labi');
    await heading('Ko vēlaties darīt?');
    assert.deepEqual(noted(), ['show-at-kiosk', 'kiosk-sign-in', 'end-at-kiosk']);
    await nothingIsLeft();
  });

  it('are shown again by a new code', async () => {
    await press(/Mani rēķini/);
    await choose();
    await press('Jā, rādīt manus rēķinus');
    await kiosk.locator('kiosk-bills').waitFor();
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
    await nothingIsLeft();
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
    await nothingIsLeft();
  });

  it('leave nothing on the tablet’s disk: neither who it was nor the password nor what was shown', async () => {
    await browsing.close();
    const inflated = await mkdtemp(join(site.folder, 'inflated-'));
    await inflateTables(site.tablet.profile, inflated);
    const words = secrets();
    assert.deepEqual(await foundIn(site.tablet.profile, words), []);
    assert.deepEqual(await foundIn(inflated, words), []);
    assert.notDeepEqual(await foundIn(site.tablet.profile, [name]), []);
  });
});
