import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { loadCompany } from '../../server/companies.ts';
import { paymentCode } from '../../shared/payment-code.ts';
import type { Period } from '../../shared/period.ts';
import type { Browsing } from '../support/chromium-profile.ts';
import { type KioskSite, openKioskSite } from '../support/kiosk-site.ts';
import { afterUsualMonth, facesOf } from '../support/shown-faces.ts';

/** What differs from one company to the other: its receipts, and what its tablet says. */
interface Household {
  company: 'ddzksu' | 'dgservic';
  now: string;
  language: string;
  account: string;
  serial: string;
  bill: { number: string; period: Period };
  /** How its code begins. */
  code: string;
  masked: string;
  month: Period;
  words: Record<'office' | 'setUp' | 'start' | 'handIn' | 'proof' | 'next' | 'wrong' | 'clear', string> &
    Record<'summary' | 'send' | 'thanks' | 'done' | 'bills' | 'hyphen' | 'comma', string>;
}

const households: readonly Household[] = [
  {
    company: 'ddzksu',
    now: '2026-11-28T12:00:00+02:00',
    language: 'lv-LV',
    account: '10427',
    serial: '21-0048812',
    bill: { number: '2610-10427', period: '2026-10' },
    code: 'BCD\n002\n',
    masked: 'A••• B•••',
    month: '2026-11',
    words: {
      office: 'Biroja kods',
      setUp: 'Iestatīt',
      start: 'Ko vēlaties darīt?',
      handIn: 'Nodot skaitītāju rādījumus',
      proof: 'Viena Jūsu skaitītāja numurs',
      next: 'Tālāk',
      wrong: 'nesader kopā',
      clear: 'Notīrīt',
      summary: 'Vai viss ir pareizi?',
      send: 'Nodot',
      thanks: 'Paldies! Vairāk nekas nav jādara.',
      done: 'Gatavs',
      bills: 'Mani rēķini',
      hyphen: 'Defise',
      comma: 'Komats',
    },
  },
  {
    company: 'dgservic',
    now: '2017-07-20T12:00:00+03:00',
    language: 'ru-RU',
    account: '701-12',
    serial: '214408-21',
    bill: { number: '1706-701-12', period: '2017-06' },
    code: 'ST00012|',
    masked: 'С••• О•••',
    month: '2017-07',
    words: {
      office: 'Код из офиса',
      setUp: 'Настроить',
      start: 'Что Вы хотите сделать?',
      handIn: 'Передать показания',
      proof: 'Номер одного из Ваших приборов учёта',
      next: 'Дальше',
      wrong: 'не подходят друг к другу',
      clear: 'Стереть всё',
      summary: 'Всё правильно?',
      send: 'Передать',
      thanks: 'Спасибо. Больше ничего делать не нужно.',
      done: 'Готово',
      bills: 'Мои квитанции',
      hyphen: 'Дефис',
      comma: 'Запятая',
    },
  },
];

/** A camera that looks at the receipt's QR code, readings, and a receipt for them. Everything by the screen's own keys. */
for (const household of households) {
  const { company, now, language, account, serial, bill, month, words } = household;
  describe(`a resident of ${company} without a telephone, at the kiosk`, () => {
    let site: KioskSite;
    let browsing: Browsing;
    let page: Page;
    /** As the company knows them: not a word of it may be told. */
    let home: { holder: string; address: string };
    const typed: string[] = [];

    before(async () => {
      const paid = { account, amount: 4_217, billNumber: bill.number, period: bill.period };
      const { bytes } = paymentCode(loadCompany(company), paid);
      assert.ok(new TextDecoder().decode(bytes).startsWith(household.code));
      site = await openKioskSite({ company, now, language, camera: bytes });
      [home] = site.query(
        'select holder, address from accounts join premises on premises.id = premises_id where number = ?',
        account,
      ) as [typeof home];
      browsing = await site.openTablet();
      page = browsing.page;
    });

    after(async () => {
      await browsing?.kill();
      await site?.close();
    });

    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const heading = (name: string) => page.getByRole('heading', { level: 1, name });
    /** All that can be read and heard, through every shadow root. */
    const shown = () => page.locator('body').ariaSnapshot();
    /** By real presses on the screen's keys, into whatever field has the focus. */
    async function typeByKeys(text: string): Promise<void> {
      const names: Record<string, string> = { '-': words.hyphen, ',': words.comma };
      for (const sign of text)
        await page
          .locator('kiosk-keys')
          .getByRole('button', { name: names[sign] ?? sign, exact: true })
          .click();
    }

    it('is nobody’s before the office has let it in, and becomes a kiosk by the code that the office shows', async () => {
      await page.getByLabel(words.office).fill(site.kiosk.code);
      await button(words.setUp).click();
      await heading(words.start).waitFor();
    });

    it('reads the account number off the receipt', async () => {
      await button(new RegExp(words.handIn)).click();
      await heading(words.proof).waitFor();
      await page.getByText(account, { exact: true }).waitFor();
      assert.equal(await page.locator('video').count(), 0);
    });

    it('refuses a meter that is not of this account', async () => {
      await typeByKeys('1234');
      await button(words.next).click();
      await page.getByText(words.wrong).waitFor();
      assert.doesNotMatch(await shown(), /•/);
    });

    it('takes the number of one of its meters for a proof, and shows whose it is no more than masked', async () => {
      await button(words.clear).click();
      await typeByKeys(serial);
      await button(words.next).click();
      await page.locator('meter-face').first().waitFor();
      const text = await page.locator('body').evaluate(textOf);
      assert.ok(text.includes(serial), text);
      assert.ok(text.includes(`${household.masked}, `), text);
      const told = [home.holder, ...home.holder.split(/[\s.]+/)].filter(
        (name) => name.length > 1 && text.includes(name),
      );
      assert.deepEqual(told, []);
      assert.ok(home.holder.length > 5 && !text.includes(home.address), home.address);
    });

    it('types every meter of the account on its drums', async () => {
      const summary = heading(words.summary);
      const faces = page.locator('known-meter:not([hidden]) meter-face');
      while ((await summary.count()) === 0) {
        const title = await page.locator('main p.soft.small').first().innerText();
        const drums = await faces.evaluateAll(facesOf);
        const values = drums.map(afterUsualMonth);
        for (const [at, value] of values.entries()) {
          await faces.nth(at).locator('input').click();
          await typeByKeys(value);
          typed.push(value);
        }
        await button(words.next).click();
        await page.locator('main').getByText(title).waitFor({ state: 'detached' });
      }
      assert.ok(typed.length >= 3);
    });

    it('reads all of it once more, hands it in, and has a receipt for it', async () => {
      const read = await shown();
      for (const value of typed) assert.ok(read.includes(` ${value.replace(/^0+(?=\d)/, '')} `), `${value} in ${read}`);
      await button(words.send).click();
      await page.getByText(words.thanks).waitFor();
      assert.match(await page.locator('#number').innerText(), /^[\dA-F]{4}-[\dA-F]{4}$/);
      const rows = site.query(
        `select register_values from readings join meters on meters.id = readings.meter_id
         join accounts on accounts.id = meters.account_id
         where accounts.number = ? and readings.source = 'kiosk' and period = ?`,
        account,
        month,
      );
      const values = rows.flatMap(({ register_values }) =>
        Object.values(JSON.parse(String(register_values)) as object),
      );
      assert.deepEqual(values.sort(), typed.map((value) => Number(value.replace(',', ''))).sort());
    });

    it('leaves with it, and nothing of it is left on the screen', async () => {
      await button(words.done).click();
      await heading(words.start).waitFor();
      assert.doesNotMatch(await shown(), new RegExp(account));
      assert.ok((await shown()).includes(words.bills));
    });
  });
}

/** In the page: every text that is in its document, through every shadow root, to be seen or to be heard. */
function textOf(root: Element): string {
  const parts: string[] = [];
  const read = (node: Node): void => {
    if (node instanceof Text) parts.push(node.data);
    if (node instanceof HTMLStyleElement) return;
    if (node instanceof Element && node.shadowRoot) read(node.shadowRoot);
    for (const child of node.childNodes) read(child);
  };
  read(root);
  return parts.join(' ').replace(/\s+/g, ' ');
}
