import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { runDemo } from '../../server/demo/run-demo.ts';
import { addKiosk } from '../../server/kiosks/manage.ts';
import { type Browsing, serviceWorkerReady } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

/** The kiosk is kept on its tablet, also where somebody has opened the residents' app there, whose worker's scope is around its own. */
describe('a kiosk whose office has no network in the morning', () => {
  let site: DemoSite;
  let browsing: Browsing;
  let page: Page;

  before(async () => {
    let code = '';
    site = await openDemoSite({
      company: 'ddzksu',
      now: '2026-11-28T12:00:00+02:00',
      language: 'lv-LV',
      start: async (options) => {
        const demo = await runDemo(options);
        ({ code } = await addKiosk(demo.server.services, 'Planšete pie loga', 'test'));
        return demo;
      },
    });
    browsing = await site.phone.open();
    page = browsing.page;
    await page.setViewportSize({ width: 800, height: 1280 });
    await page.goto(`${site.cable.url}/kiosk/`);
    await page.getByLabel('Biroja kods').fill(code);
    await page.getByRole('button', { name: 'Iestatīt' }).click();
    await page.locator('kiosk-start').waitFor();
    await serviceWorkerReady(page);
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
    browsing = await site.phone.open({ network: false });
    page = browsing.page;
    await page.setViewportSize({ width: 800, height: 1280 });
    await page.goto(`${site.cable.url}/kiosk/`);
    await page.getByText('Nav savienojuma.').waitFor();
    await page.locator('header button[lang="ru"]').click();
    await page.getByText('Нет связи.').waitFor();
    await page.locator('header button[lang="en"]').click();
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
