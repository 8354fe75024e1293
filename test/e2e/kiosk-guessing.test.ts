import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { addKiosk } from '../../server/kiosks/manage.ts';
import { mostWrong, mostWrongEverywhere } from '../../server/kiosks/tries.ts';
import type { Browsing } from '../support/chromium-profile.ts';
import { type KioskSite, openKioskSite, tabletScreen, typeOfficeCode } from '../support/kiosk-site.ts';

const account = '10427';
const right = '21-0048812';

/** Somebody who knows a neighbour's account number and none of the meters tries numbers at one tablet after the other. */
describe('guessing at kiosks', () => {
  let site: KioskSite;
  let browsing: Browsing;
  let desk: Page;
  const tablets: Page[] = [];
  const guessed: string[] = [];

  before(async () => {
    site = await openKioskSite({
      company: 'ddzksu',
      now: '2026-11-28T12:00:00+02:00',
      language: 'en-GB',
      name: 'Foyer',
    });
    browsing = await site.setUpTablet();
    tablets.push(browsing.page, await anotherTablet('First floor'), await anotherTablet('Second floor'));
    desk = await openDesk();
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  /** A browser of its own, as far as cookies and storage go. */
  async function anotherBrowser(screen: { width: number; height: number }): Promise<BrowserContext> {
    const context = await browsing.context.browser()?.newContext({ viewport: screen, locale: 'en-GB' });
    assert.ok(context);
    return context;
  }

  async function anotherTablet(name: string): Promise<Page> {
    const { code } = await addKiosk(site.services, name, 'test');
    const page = await (await anotherBrowser(tabletScreen)).newPage();
    await page.goto(`${site.url}/kiosk/`);
    await typeOfficeCode(page, code);
    return page;
  }

  /** A clerk, signed in; signing in itself has tests of its own. */
  async function openDesk(): Promise<Page> {
    const [clerk] = site.query(`select id from staff where role = 'clerk'`);
    const { services } = site;
    const { cookie } = await services.db.write((tx) => services.staffSessions.start(tx, String(clerk?.id), 'test'));
    const [name = '', value = ''] = (cookie.split(';')[0] as string).split('=');
    const context = await anotherBrowser({ width: 1280, height: 800 });
    await context.addCookies([{ name, value, url: site.url }]);
    return context.newPage();
  }

  const tablet = (at: number) => tablets[at] as Page;
  /** From the first screen to where the serial number is typed. */
  async function nameAccount(page: Page): Promise<void> {
    await page.locator('kiosk-start button[lang="en"]').click();
    await page.getByRole('button', { name: 'Hand in meter readings' }).click();
    await page.getByLabel('Account number', { exact: true }).fill(account);
    await page.keyboard.press('Enter');
    await page.getByLabel('Serial number of a meter', { exact: true }).waitFor();
  }
  /** What the server has to say of it comes before the next one is typed. */
  async function type(page: Page, serial: string): Promise<void> {
    await page.getByLabel('Serial number of a meter', { exact: true }).fill(serial);
    const answered = page.waitForResponse((response) => response.url().endsWith('/lookUp'));
    await page.keyboard.press('Enter');
    await answered;
  }
  async function guess(page: Page, times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      const serial = `21-00${48_000 + guessed.length}`;
      guessed.push(serial);
      await type(page, serial);
      await page.getByText('do not belong together').waitFor();
    }
  }
  async function isShut(page: Page, serial: string): Promise<void> {
    await type(page, serial);
    await page.getByRole('heading', { name: 'Please go to the desk' }).waitFor();
    await page.getByText('it is locked here until the people at the desk release it').waitFor();
    await page.getByRole('button', { name: 'All right' }).click();
    await page.locator('kiosk-start').waitFor();
  }
  const audits = (action: string): Record<string, unknown>[] =>
    site.query(
      `select audit.* from audit join accounts on accounts.id = audit.subject where number = ? and action = ?`,
      account,
      action,
    );

  it('is stopped at one kiosk after five wrong numbers, which says so in words, also to the right one', async () => {
    const page = tablet(0);
    await nameAccount(page);
    await guess(page, mostWrong);
    await isShut(page, right);
    assert.equal(audits('kiosk-account-locked').length, 1);
    assert.equal(audits('kiosk-account-locked-everywhere').length, 0);
  });

  it('goes on at another one for five more, of which pressing twice is none, and then ends everywhere', async () => {
    const page = tablet(1);
    await nameAccount(page);
    await guess(page, 1);
    await type(page, guessed.at(-1) as string);
    await page.getByText('do not belong together').waitFor();
    await guess(page, mostWrongEverywhere - guessed.length);
    await isShut(page, right);
    await nameAccount(tablet(2));
    await isShut(tablet(2), right);
    assert.equal(guessed.length, mostWrongEverywhere);
    assert.equal(audits('kiosk-account-locked-everywhere').length, 1);
  });

  it('stands in the log, try by try, without a word of what was typed', async () => {
    assert.equal(audits('kiosk-proof-wrong').length, mostWrongEverywhere + 1);
    assert.equal(audits('kiosk-look-up-refused').length, 3);
    assert.equal(audits('kiosk-look-up').length, 0);
    const log = JSON.stringify(site.query('select * from audit'));
    for (const typed of [...guessed, right]) assert.ok(!log.includes(typed), typed);
    const tries = JSON.stringify([
      site.query('select * from kiosk_tries'),
      site.query('select * from kiosk_serial_tries'),
    ]);
    for (const typed of [...guessed, right]) assert.ok(!tries.includes(typed), typed);
  });

  it('is seen by the office as one lock at all kiosks, which a clerk releases', async () => {
    await desk.goto(`${site.url}/office/kiosks`);
    const row = desk.locator('kiosk-locks').getByRole('row').filter({ hasText: account });
    await row.waitFor();
    assert.equal(await row.count(), 1);
    assert.match(await row.innerText(), /at all kiosks/);
    await row.getByRole('button').click();
    await desk.locator('confirm-dialog button.primary').click();
    await desk.getByText('No account is locked.').waitFor();
    assert.equal(audits('kiosk-account-released').length, 1);
  });

  it('is over with that: the resident goes on with the right number, at the first kiosk too', async () => {
    const page = tablet(0);
    await nameAccount(page);
    await type(page, right);
    await page.locator('meter-face').first().waitFor();
    assert.equal(audits('kiosk-look-up').length, 1);
  });
});
