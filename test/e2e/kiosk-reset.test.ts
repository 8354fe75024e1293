import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { maskedName } from '../../shared/mask.ts';
import type { Browsing } from '../support/chromium-profile.ts';
import { addAccount, addMeter } from '../support/household.ts';
import { type KioskSite, openKioskSite } from '../support/kiosk-site.ts';
import { inflateTables } from '../support/leveldb-blocks.ts';
import { inHeapOf, storedBy } from '../support/page-search.ts';
import { foundIn } from '../support/profile-search.ts';

/** One after the other at the same tablet. Whose account it is and in which house only the server tells, and masked. */
const anna = {
  account: '9517-30862',
  serial: 'KQ-840617',
  holder: 'Жаворонкова Щедрина',
  building: 'Соколиный проезд, д. 77',
  value: '00731,284',
  shown: '731.284',
  contact: 'zhavoronkova.anna@posta.example',
};
const boris = {
  account: '9517-41973',
  serial: 'KQ-951728',
  holder: 'Ястребов Юлиан',
  building: 'Ястребиный проезд, д. 78',
  value: '00842,395',
  shown: '842.395',
  contact: 'yastrebov.boris@posta.example',
};
type Visitor = typeof anna;

const name = 'Tablet at the window';

/** In July 2017, with the company's window open. */
describe('whoever comes to the kiosk next', () => {
  let site: KioskSite;
  let browsing: Browsing;
  let page: Page;
  /** The meters' own ids: the server tells them, and nothing else would ever write them down. */
  const meters = new Map<Visitor, string>();
  let length = 0;

  before(async () => {
    site = await openKioskSite({
      company: 'dgservic',
      now: '2017-07-20T12:00:00+03:00',
      language: 'ru-RU',
      name,
      furnish: async (services) => {
        for (const visitor of [anna, boris]) {
          const { account: number, serial, holder, building } = visitor;
          const meter = await addMeter(services, await addAccount(services, { number, holder, building }), { serial });
          meters.set(visitor, meter.id);
        }
      },
    });
    browsing = await site.setUpTablet();
    page = browsing.page;
    length = await page.evaluate(() => history.length);
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  const next = () => page.getByRole('button', { name: 'Next' }).click();
  const wordsOf = (visitor: Visitor): string[] => [
    visitor.account,
    visitor.serial,
    visitor.contact,
    visitor.shown,
    maskedName(visitor.holder),
    visitor.building,
    meters.get(visitor) as string,
  ];

  /** From the first screen to the summary, by the keyboard, as somebody does who has one. */
  async function comeAsFarAsTheSummary({ account, serial, value, contact }: Visitor): Promise<void> {
    const typeInto = async (label: string, text: string) => {
      await page.getByLabel(label, { exact: true }).click();
      await page.keyboard.type(text);
    };
    await page.locator('kiosk-start button[lang="en"]').click();
    await page.getByRole('button', { name: 'Hand in meter readings' }).click();
    await typeInto('Account number', account);
    await next();
    await typeInto('Serial number of a meter', serial);
    await next();
    await page.locator('meter-face input').first().click();
    await page.keyboard.type(value);
    await next();
    await typeInto('Your telephone number or e-mail', contact);
  }

  const stored = () => storedBy(browsing, page);
  const inHeap = (words: readonly string[]) => inHeapOf(browsing, page, words);

  async function nothingIsSeen(visitor: Visitor): Promise<void> {
    await page.locator('kiosk-start').waitFor();
    const seen = await page.locator('body').ariaSnapshot();
    assert.deepEqual(
      [...wordsOf(visitor), visitor.value].filter((word) => seen.includes(word)),
      [],
    );
  }

  async function nothingIsLeft(visitor: Visitor): Promise<void> {
    await nothingIsSeen(visitor);
    const words = [...wordsOf(visitor), visitor.value];
    const kept = await stored();
    assert.deepEqual(
      words.filter((word) => kept.includes(word)),
      [],
    );
    assert.deepEqual(await inHeap(words), []);
    assert.equal(await page.evaluate(() => history.length), length);
  }

  it('finds what is there as long as somebody stands there, so that finding nothing means something', async () => {
    await comeAsFarAsTheSummary(anna);
    assert.deepEqual(await inHeap(wordsOf(anna)), wordsOf(anna));
    assert.match(await stored(), new RegExp(name));
  });

  it('goes back in vain while the one before has not even finished', async () => {
    await page.goBack();
    await page.goForward();
    await nothingIsLeft(anna);
  });

  it('finds nothing in memory, storage or caches after the receipt was taken', async () => {
    await comeAsFarAsTheSummary(anna);
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.locator('kiosk-receipt #number').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await nothingIsLeft(anna);
  });

  it('goes back in vain', async () => {
    await page.goBack();
    await page.goForward();
    await nothingIsLeft(anna);
  });

  it('finds nothing where somebody has simply gone away, a minute and a quarter later', async () => {
    await page.clock.install();
    await page.reload();
    await page.locator('kiosk-start').waitFor();
    await comeAsFarAsTheSummary(boris);
    await page.clock.fastForward(61_000);
    await page.getByText('Are you still there?').waitFor();
    await page.clock.fastForward(15_000);
    await nothingIsLeft(boris);
  });

  it('sees nothing by touching it or by keys while it is asked who is there, and ends it by the keyboard', async () => {
    await comeAsFarAsTheSummary(boris);
    await page.clock.fastForward(61_000);
    const question = page.getByRole('alertdialog', { name: 'Are you still there?' });
    await question.waitFor();
    await page.mouse.click(20, 20);
    for (const key of ['Escape', 'Escape', 'Escape', 'Tab']) await page.keyboard.press(key);
    assert.equal(await question.isVisible(), true);
    assert.deepEqual(await question.boundingBox(), { x: 0, y: 0, width: 800, height: 1280 });
    const done = page.getByRole('button', { name: 'I am done' });
    for (let tabs = 0; tabs < 3 && !(await done.evaluate(hasFocus)); tabs++) await page.keyboard.press('Tab');
    assert.equal(await done.evaluate(hasFocus), true);
    await page.keyboard.press('Enter');
    await nothingIsLeft(boris);
  });

  it('finds nothing on the disk either, where the tablet is killed and carried away while somebody types', async () => {
    await comeAsFarAsTheSummary(boris);
    // It takes seconds; meanwhile the browser writes down what it keeps of its tabs for the next start.
    assert.deepEqual(await inHeap([boris.contact]), [boris.contact]);
    await browsing.kill();
    const words = [...wordsOf(anna), ...wordsOf(boris), anna.value, boris.value];
    const inflated = await mkdtemp(join(site.folder, 'inflated-'));
    await inflateTables(site.tablet.profile, inflated);
    assert.deepEqual(await foundIn(site.tablet.profile, words), []);
    assert.deepEqual(await foundIn(inflated, words), []);
    // What stands there in clear is found: the search is none of nothing.
    assert.notDeepEqual(await foundIn(site.tablet.profile, [name]), []);
  });
});

const hasFocus = (element: Element): boolean => (element.getRootNode() as ShadowRoot).activeElement === element;
