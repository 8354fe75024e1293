import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { type Browsing, serviceWorkerReady } from '../support/chromium-profile.ts';
import { type KioskSite, openKioskSite } from '../support/kiosk-site.ts';

/** The kiosk is kept on its tablet, also where somebody has opened the residents' app there, whose worker's scope is around its own. */
describe('a kiosk whose office has no network in the morning', () => {
  let site: KioskSite;
  let browsing: Browsing;
  let page: Page;

  before(async () => {
    site = await openKioskSite({ company: 'ddzksu', now: '2026-11-28T12:00:00+02:00', language: 'lv-LV' });
    browsing = await site.setUpTablet();
    page = browsing.page;
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  it('is not answered for by the residents’ app, and the other way round', async () => {
    await page.goto(`${site.cable.url}/`);
    await page.locator('meterbook-app').waitFor();
    await serviceWorkerReady(page);
    await page.goto(`${site.cable.url}/kiosk`);
    await page.locator('kiosk-start').waitFor();
    assert.equal(new URL(page.url()).pathname, '/kiosk/');
    await page.goto(`${site.cable.url}/`);
    await page.locator('meterbook-app').waitFor();
  });

  it('starts, speaks every language and begins anew', async () => {
    site.cable.cut();
    await browsing.kill();
    browsing = await site.openTablet({ network: false });
    page = browsing.page;
    await page.getByText('Nav savienojuma.').waitFor();
    await page.locator('kiosk-start button[lang="ru"]').click();
    await page.getByText('Нет связи.').waitFor();
    await page.locator('kiosk-start button[lang="en"]').click();
    await page.getByText('No connection.').waitFor();
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByText('Nav savienojuma.').waitFor();
    assert.equal(await page.getByText('Avārijas dienests').count(), 1);
  });

  it('says that it is back as soon as it is', async () => {
    site.cable.mend();
    await browsing.context.setOffline(false);
    await page.locator('.offline').waitFor({ state: 'detached' });
  });
});
