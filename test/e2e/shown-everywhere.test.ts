import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Browsing } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

/** The screens on small and wide ones, in large letters and on paper: what no single part can be asked. */
describe('every screen', () => {
  let site: DemoSite;
  let browsing: Browsing;
  let page: Page;
  let meter = '';

  before(async () => {
    site = await openDemoSite({ company: 'dgservic', now: '2017-07-20T12:00:00+03:00', language: 'ru-RU' });
    browsing = await site.phone.open();
    page = browsing.page;
    await page.goto(site.cable.url);
    await page.getByLabel('Номер лицевого счёта или эл. почта').fill('679-30');
    await page.getByLabel('Пароль', { exact: true }).fill('meterbook-demo');
    await page.getByRole('button', { name: 'Войти', exact: true }).click();
    meter = (await page.locator('meter-card a').first().getAttribute('href')) ?? '';
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  /** Painted with what is on the device. */
  async function show(path: string): Promise<void> {
    await page.goto(`${site.cable.url}${path}`);
    await page.locator('main h1').waitFor();
    if (path === '/sign-in' || path === '/nowhere') return;
    await page.locator('meter-card, meter-history li, more-screen dl, period-screen td').first().waitFor();
  }

  const enlarge = () =>
    page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 200% }');
      document.adoptedStyleSheets = [sheet];
    });

  const openAll = () =>
    page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });

  const width = () => page.evaluate(() => document.documentElement.scrollWidth);

  for (const [letters, screen] of [
    ['ordinary', 320],
    ['twice as large', 390],
    ['twice as large', 320],
  ] as const) {
    it(`needs no scrolling to the side at ${screen} px with ${letters} letters`, async () => {
      await page.setViewportSize({ width: screen, height: 640 });
      for (const path of ['/', '/periods', meter, '/more', '/sign-in', '/nowhere']) {
        await show(path);
        if (letters !== 'ordinary') await enlarge();
        await openAll();
        assert.ok((await width()) <= screen, `${path}: ${await width()}`);
      }
    });
  }

  it('has a menu whose words stand on one line each, on the smallest phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await show('/');
    for (const word of await page.locator('nav-bar a span').all()) {
      const [lines, fits] = await word.evaluate((one) => {
        const { height, width: wide } = one.getBoundingClientRect();
        const room = one.closest('li')?.getBoundingClientRect().width ?? 0;
        return [Math.round(height / Number.parseFloat(getComputedStyle(one).lineHeight)), wide <= room];
      });
      assert.deepEqual([lines, fits], [1, true], await word.innerText());
    }
  });

  it('makes use of a wide screen: meters side by side, and one column in the middle of the room', async () => {
    await page.setViewportSize({ width: 1600, height: 900 });
    await show('/');
    const tops = await page
      .locator('home-screen meter-card')
      .evaluateAll((cards) => cards.slice(0, 2).map((card) => Math.round(card.getBoundingClientRect().top)));
    assert.equal(tops[0], tops[1]);
    await show('/more');
    const [left, right] = await page.locator('more-screen .screen').evaluate((column) => {
      const room = column.closest('.screen')?.getRootNode() as ShadowRoot;
      const around = room.host.getBoundingClientRect();
      const own = column.getBoundingClientRect();
      return [own.left - around.left, around.right - own.right];
    });
    assert.ok(Math.abs((left ?? 0) - (right ?? 0)) <= 1 && (left ?? 0) > 40, `${left} ${right}`);
  });

  it('prints black on white, also from a dark screen', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await show('/periods/2017-06');
    const colours = () =>
      page.locator('period-screen td, period-screen th, period-screen .card, period-screen h1').evaluateAll((parts) => [
        ...new Set(
          [document.documentElement, ...parts].flatMap((part) => {
            const { color, backgroundColor } = getComputedStyle(part);
            return [`ink ${color}`, `paper ${backgroundColor}`];
          }),
        ),
      ]);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.ok((await colours()).includes('paper rgb(20, 19, 16)'));
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    assert.deepEqual((await colours()).sort(), [
      'ink rgb(0, 0, 0)',
      'paper rgb(255, 255, 255)',
      'paper rgba(0, 0, 0, 0)',
    ]);
    const accent = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent-text').trim());
    assert.match(await accent(), /^#(000){1,2}$/);
    await page.emulateMedia({ colorScheme: null, media: null });
    assert.doesNotMatch(await accent(), /^#(000){1,2}$/);
  });
});
