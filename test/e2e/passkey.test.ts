import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browsing } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

/** With Chromium's own virtual authenticator (WebAuthn WebDriver extension, over CDP). In Latvian. */
describe('a resident with a passkey', () => {
  let site: DemoSite;
  let browsing: Browsing;
  let url: string;

  before(async () => {
    site = await openDemoSite({ company: 'ddzksu', now: '2026-11-28T12:00:00+02:00', language: 'lv-LV' });
    // Passkeys belong to a name, not to an address.
    url = site.url.replace('127.0.0.1', 'localhost');
    browsing = await site.phone.open();
    const authenticator = await browsing.context.newCDPSession(browsing.page);
    await authenticator.send('WebAuthn.enable');
    await authenticator.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  /** As on a device that nobody has signed in on; what the authenticator holds stays. */
  async function arriveAnew(): Promise<void> {
    const { page, context } = browsing;
    await context.clearCookies();
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
    });
    await page.goto(url);
    await page.getByRole('button', { name: 'Pieslēgties ar piekļuves atslēgu' }).click();
  }

  it('makes one under "My account"', async () => {
    const { page } = browsing;
    await page.goto(url);
    await page.getByLabel('Klienta kods vai e-pasts').fill('10427');
    await page.getByLabel('Parole', { exact: true }).fill('meterbook-demo');
    await page.getByRole('button', { name: 'Pieslēgties', exact: true }).click();
    await page.locator('meter-card').first().waitFor();
    await page.goto(`${url}/account/passkeys`);
    await page.getByLabel('Pašreizējā parole').fill('meterbook-demo');
    await page.getByRole('button', { name: 'Pievienot piekļuves atslēgu' }).click();
    await page.locator('account-passkeys li').waitFor();
    assert.equal(site.query('select * from passkeys').length, 1);
  });

  it('signs in with it alone on the next visit', async () => {
    const { page } = browsing;
    await arriveAnew();
    await page.locator('meter-card').first().waitFor();
    const [passkey] = site.query('select used_at from passkeys');
    assert.notEqual(passkey?.used_at, null);
  });

  it('cannot sign in with it any more once it is removed', async () => {
    const { page } = browsing;
    await page.goto(`${url}/account/passkeys`);
    await page.locator('account-passkeys li').getByRole('button').click();
    await page.locator('mb-dialog').getByRole('button', { name: 'Noņemt', exact: true }).click();
    await page.locator('account-passkeys li').waitFor({ state: 'detached' });
    await arriveAnew();
    await page.getByText('Ar šo piekļuves atslēgu šeit pieslēgties nevar').waitFor();
    assert.equal(await page.locator('meter-card').count(), 0);
  });
});
