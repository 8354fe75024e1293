import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Browsing } from '../support/chromium-profile.ts';
import { ScreenReader } from '../support/heard.ts';
import { type KioskSite, openKioskSite } from '../support/kiosk-site.ts';
import { afterUsualMonth, facesOf } from '../support/shown-faces.ts';

const account = '10427';
const cold = '21-0048812';

/** By keys alone, from the first screen to the receipt and away; and at each step what a screen reader has to tell. */
describe('somebody with a keyboard and a screen reader, at the kiosk', () => {
  let site: KioskSite;
  let browsing: Browsing;
  let page: Page;
  let reader: ScreenReader;
  let typed = 0;

  before(async () => {
    site = await openKioskSite({ company: 'ddzksu', now: '2026-11-28T12:00:00+02:00', language: 'lv-LV' });
    browsing = await site.openTablet();
    page = browsing.page;
    reader = await ScreenReader.of(page);
    await page.locator('kiosk-enrol input').waitFor();
    await reader.tabTo('Biroja kods');
    await page.keyboard.type(site.kiosk.code);
    await page.keyboard.press('Enter');
    await reader.until(({ name }) => name === 'Ko vēlaties darīt?');
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  it('is told where the account number stands, and types it at once', async () => {
    await page.locator('kiosk-start button[lang="en"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor();
    await reader.tabTo('Hand in meter readings');
    await page.keyboard.press('Enter');
    const field = await reader.until(({ name }) => name === 'Account number');
    assert.equal(field.role, 'textbox');
    assert.match(field.description, /^Hold the square code of your bill in front of the camera, or type/);
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    const wrong = await reader.until(({ invalid }) => invalid);
    assert.match(wrong.description, /This is no account number\. It looks like 12345\.$/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(account);
    await page.keyboard.press('Enter');
  });

  it('is told what the number of a meter is for, and what was wrong with it', async () => {
    const field = await reader.until(({ name }) => name === 'Serial number of a meter');
    assert.match(field.description, /^It shows us that these are your meters\./);
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    const wrong = await reader.until(({ invalid }) => invalid);
    assert.equal(wrong.name, 'Serial number of a meter');
    assert.match(wrong.description, /do not belong together/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(cold);
    await page.keyboard.press('Enter');
  });

  it('is told at each meter which of how many it is, what is wanted, and what it showed last time', async () => {
    const faces = page.locator('known-meter:not([hidden]) meter-face');
    const places: string[] = [];
    for (;;) {
      const { role, name, description, groups } = await reader.until(
        (heard) =>
          heard.name === 'Is everything right?' || (heard.role === 'textbox' && heard.groups[0] !== places.at(-1)),
      );
      if (role === 'heading') break;
      places.push(String(groups[0]));
      const drums = await faces.evaluateAll(facesOf);
      for (const [at, face] of drums.entries()) {
        if (at > 0) {
          const next = await reader.until((heard) => heard.name !== name);
          assert.deepEqual([next.role, next.groups[0]], ['textbox', groups[0]]);
        }
        await page.keyboard.type(afterUsualMonth(face).replace(',', '.'));
        typed++;
        await page.keyboard.press('Enter');
      }
      assert.match(name, /^No\. [\w-]+, .*new reading in (m³|kWh)$/);
      assert.match(description, /October 2026: [\d.]+ (m³|kWh)/);
    }
    assert.match(String(places[0]), /^Meter 1 of \d, Cold water/);
    assert.deepEqual(
      places.map((place) => place.slice(0, 'Meter 1 of'.length)),
      places.map((_, at) => `Meter ${at + 1} of`),
    );
    assert.ok(typed >= 3);
  });

  it('can go back to a meter and comes to its value again, and on', async () => {
    await reader.tabTo('Change');
    await page.keyboard.press('Enter');
    await reader.until(({ role, groups }) => role === 'textbox' && Boolean(groups[0]?.startsWith('Meter 1 of')));
    for (let field = 0; field < typed; field++) await page.keyboard.press('Enter');
    const summary = await reader.until(({ name }) => name === 'Is everything right?');
    assert.deepEqual(
      [summary.role, summary.description],
      ['heading', 'Please read it once more. Then press “Hand in”.'],
    );
  });

  it('hands in by a key, which nobody makes wait, and is told what became of it', async () => {
    const contact = await reader.tabTo('Your telephone number or e-mail');
    assert.match(contact.description, /You may leave it out\./);
    await page.keyboard.type('+371 29123456');
    await reader.tabTo('Hand in');
    await page.keyboard.press('Enter');
    const receipt = await reader.until(({ name }) => / received$/.test(name));
    assert.deepEqual([receipt.role, receipt.description], ['heading', 'Thank you. There is nothing more to do.']);
  });

  it('leaves by a key as well', async () => {
    await reader.tabTo('Done');
    await page.keyboard.press('Enter');
    await reader.until(({ role, name }) => role === 'heading' && name === 'Ko vēlaties darīt?');
  });
});
