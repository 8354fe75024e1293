import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { demoFile } from '../../server/demo/run-demo.ts';
import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import type { Period } from '../../shared/period.ts';
import { type Browsing, serviceWorkerReady } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';
import { startEmptyPortal } from '../support/empty-portal.ts';
import { bringIn, countsOf, type Desk, openDesk, tryFile } from '../support/exchange-desk.ts';
import { email, exchangeStories } from '../support/exchange-story.ts';
import { goldenLedger } from '../support/golden-ledger.ts';
import { linkIn, type MailServer, startMailServer } from '../support/mail-server.ts';
import { occupyExchange } from '../support/occupied-exchange.ts';
import { shippedWords } from '../support/shipped-words.ts';

/** What the golden account's resident reads in July 2017, by meter, as typed: more day electricity than can have been. */
const electricity = { serial: '12765948', typed: ['99012,5', '3500'] };
const hotWater = { serial: '59537062', typed: ['1,25'] };
/** What billing gets of it. */
const given = [
  ['12765948', 'T1', '9897.290', '99012.500', '89115.210'],
  ['12765948', 'T2', '3456.850', '3500.000', '43.150'],
  ['59537062', 'B', '0.000', '1.250', '1.250'],
];
const note = 'OK: 99012,5';
/** The bills of the golden account, and their months. */
const bills = [
  ['679/30-1705', '2017-05'],
  ['679/30-1704', '2017-04'],
  ['679/30-1703', '2017-03'],
] as const;
const ledger = goldenLedger();
const monthOf = (wanted: Period) => {
  const total = ledger.find(({ period }) => period === wanted)?.total;
  assert.ok(total);
  return total;
};
/** Where something is waited for in a loop: the site is closed at the end. Milliseconds. */
const timeout = 60_000;

for (const { company, now, language, account, registration, file, guessed } of exchangeStories) {
  describe(`from billing to the residents of ${company} and back`, () => {
    const words = shippedWords(language);
    let clockAhead = 0;
    let mail: MailServer;
    let site: DemoSite;
    let browsing: Browsing;
    let phone: Page;
    let desk: Desk;
    /** What billing got. */
    let out: Record<string, string>[] = [];

    before(async () => {
      mail = await startMailServer();
      process.env.METERBOOK_SMTP = mail.url;
      clockAhead = Date.parse(now) - Date.now();
      site = await openDemoSite({ company, now, language, start: startEmptyPortal });
      browsing = await site.phone.open();
      phone = browsing.page;
      desk = await openDesk(browsing, { url: site.url, role: 'manager', words });
    });

    after(async () => {
      delete process.env.METERBOOK_SMTP;
      await browsing?.kill();
      await site?.close();
      await mail?.close();
    });

    const show = (path: string) => phone.goto(`${site.cable.url}${path}`);
    const press = (key: string) => phone.getByRole('button', { name: words.text(key), exact: true }).click();
    const entryOf = ({ serial }: { serial: string }) => phone.locator('meter-entry').filter({ hasText: serial });
    /** Coming back to the app is a reason to look for news. */
    const lookAgain = () => phone.evaluate(() => window.dispatchEvent(new Event('focus')));
    const stage = (meter: { serial: string }, name: 'received' | 'review' | 'billed') => {
      const [start = '', end = ''] = words.text(`stage-${name}`, { at: '\n' }).split('\n');
      const when = name === 'billed' ? '' : '.+\\d\\d:\\d\\d';
      return entryOf(meter).getByText(new RegExp(`^\\s*${start}${when}${end}\\s*$`));
    };
    const amount = (cents: number) => new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(cents / 100);

    /** All of a file, which is new: so many rows, that are so many meters, bills or months. */
    async function bring(kind: ExchangeKind, rows: number, created = rows): Promise<void> {
      const all = reported(kind, { rows, created, changed: 0, unchanged: 0, refused: 0 });
      assert.deepEqual(
        await tryFile(desk, { path: file(kind), kind, by: guessed.includes(kind) ? 'guess' : 'ours', words }),
        all,
        kind,
      );
      await bringIn(desk, kind, created, words);
      await desk.page.getByText(words.text('exchange-did'), { exact: true }).waitFor();
      assert.deepEqual(await countsOf(desk.page), all, kind);
    }
    const reported = (kind: ExchangeKind, { refused, ...counts }: Readonly<Record<string, number>>) => {
      const things = words.text(`exchange-things-${kind}`);
      const named = Object.entries(counts).map(([name, count]) => [
        words.text(`exchange-count-${name}`, { things }),
        String(count),
      ]);
      return { ...Object.fromEntries(named), [words.text('exchange-refused')]: String(refused) };
    };
    const counted = (counts: Readonly<Record<string, number>>, area: string) =>
      Object.fromEntries(
        Object.entries(counts).map(([name, count]) => [words.text(`exchange-${area}-${name}`), String(count)]),
      );

    it('takes in accounts, meters and readings as the company’s programs write them', async () => {
      await desk.openPage('exchange');
      await desk.page.getByText(words.text('exchange-no-batches')).waitFor();
      await bring('accounts', 1);
      await bring('meters', 5, 4);
      await bring('readings', 10, 8);
    });

    it('lets the resident register with what stood in the file, who finds the meters as billing has them', async () => {
      await show('/register');
      for (const [label, text] of Object.entries(registration)) {
        await phone.getByLabel(words.text(label), { exact: true }).fill(text);
      }
      await press('letter-send');
      const { path, token } = linkIn(await mail.letterTo(email, 1));
      await show(`${path}#${token}`);
      await phone.getByLabel(words.text('set-password-label'), { exact: true }).fill('wet leaves in autumn');
      await press('set-password-save');
      await phone.locator('meter-card').first().waitFor();
      await serviceWorkerReady(phone);
      await show('/readings');
      const june = words.text('reading-previous-of', { period: words.period('2017-06') });
      for (const [{ serial }, last] of [
        [electricity, '9897,290'],
        [electricity, '3456,850'],
        [hotWater, '0,000'],
      ] as const) {
        await entryOf({ serial }).getByText(`${june}: ${last}`).waitFor();
      }
      // The other two have been taken out (M7).
      assert.equal(await phone.locator('meter-entry').count(), 2);
    });

    it('leaves the resident to read without a network, while the office brings in the bills', async () => {
      site.cable.cut();
      await browsing.context.setOffline(true);
      for (const meter of [electricity, hotWater]) {
        const entry = entryOf(meter);
        for (const [at, text] of meter.typed.entries()) await entry.getByRole('textbox').nth(at).fill(text);
        await entry.getByRole('button', { name: words.text('reading-save') }).click();
        await entry.getByText(words.text('stage-saved')).waitFor();
      }
      await bring('ledger', 64, 4);
      await bring('statements', 34, 3);
      await bring('payments', 3);
      await show('/bills');
      await phone.getByText(words.text('bills-offline-title')).waitFor();
    });

    it('hands the readings in by itself, one of them for the office to look at, and shows the bills', async () => {
      site.cable.mend();
      await browsing.context.setOffline(false);
      for (const [number, period] of bills) {
        const bill = phone.locator('bill-card').filter({ hasText: words.text('bill-number', { number }) });
        await bill
          .getByText(amount(monthOf(period).charged))
          .first()
          .waitFor();
      }
      await show('/ledger');
      await phone.getByText(words.text('ledger-adds-up')).waitFor();
      for (const { period } of ledger) {
        const month = phone.getByRole('listitem').filter({ hasText: words.period(period) });
        await month
          .getByText(amount(monthOf(period).closing), { exact: true })
          .first()
          .waitFor();
      }
      await show('/readings');
      await stage(electricity, 'review').waitFor();
      await stage(hotWater, 'received').waitFor();
    });

    it('has the clerk accept it with the keyboard alone, which the resident sees', { timeout }, async () => {
      const { page } = await openDesk(browsing, { url: site.url, role: 'clerk', words });
      await page.goto(`${site.url}/office/review`);
      await page.getByText(words.text('review-counted', { count: 1 })).waitFor();
      const line = page.locator('review-queue button');
      while (!(await line.evaluate((one) => one.matches(':focus')))) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const values = page.getByRole('group', { name: words.text('review-values') });
      await values.getByRole('cell', { name: '89115,210' }).waitFor();
      await page.keyboard.press('a');
      // More than can be used is not accepted by one letter: there is room for a note.
      await page.getByLabel(words.text('review-reason-optional')).and(page.locator(':focus')).waitFor();
      await page.keyboard.type(note);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText(words.text('review-done-accepted', { what: '' }).trim()).waitFor();
      await page.getByText(words.text('review-empty')).waitFor();
      await page.context().close();
      await lookAgain();
      await stage(electricity, 'received').waitFor();
      await entryOf(electricity)
        .getByText(words.text('reading-reason', { reason: note }))
        .waitFor();
    });

    it('gives the month out to billing and locks it, after which the resident changes nothing', async () => {
      await desk.openPage('exchange/out');
      const { page } = desk;
      assert.deepEqual(await countsOf(page), counted({ ready: 2, review: 0, late: 0, unread: 0 }, 'out'));
      await page.getByRole('button', { name: words.text('exchange-give-and-lock') }).click();
      const dialog = page.locator('reason-dialog');
      await dialog.getByRole('checkbox').check();
      await dialog.getByLabel(words.text('windows-why')).fill('test');
      await dialog.getByRole('button', { name: words.text('exchange-give-and-lock') }).click();
      await page.getByText(words.text('exchange-given', { readings: 2 })).waitFor();
      await page.getByText(words.text('exchange-given-locked')).waitFor();
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: words.text('exchange-form-csv'), exact: true }).click();
      const text = await readFile(await (await downloading).path(), 'utf8');
      out = parse(text, { columns: true, bom: true }) as typeof out;
      assert.deepEqual(
        out.map((row) => [row.account, row.serial, row.register, row.previous, row.value, row.consumption]),
        given.map((row) => [account, ...row]),
      );
      await lookAgain();
      const correct = entryOf(hotWater).getByRole('button', { name: words.text('reading-correct') });
      await correct.waitFor({ state: 'detached' });
    });

    it('takes in the answer of billing while nobody looks, and the resident sees it', { timeout }, async () => {
      const rows = out.map(({ batch, serial, register, period }) =>
        [batch, account, serial, register, period, 'billed'].join(','),
      );
      const path = join(site.folder, 'answer.csv');
      await writeFile(path, ['batch,account,serial,register,period,state', ...rows, ''].join('\n'));
      const tried = await tryFile(desk, { path, kind: 'acknowledgement', by: 'ours', words });
      assert.deepEqual(
        tried,
        reported('acknowledgement', { rows: 3, created: 0, changed: 2, unchanged: 0, refused: 0 }),
      );
      const clock = { now: () => Date.now() + clockAhead };
      const other = await occupyExchange(demoFile(site.folder, company), { company, clock });
      try {
        await bringIn(desk, 'acknowledgement', 2, words);
        await desk.page.getByText(words.text('exchange-ahead', { ahead: 1 })).waitFor();
        await desk.closePage();
      } finally {
        await other.letGo();
      }
      while (!isOver()) await phone.evaluate(() => new Promise(requestAnimationFrame));
      await lookAgain();
      for (const meter of [electricity, hotWater]) await stage(meter, 'billed').waitFor();

      await desk.openPage('exchange');
      const job = desk.page.locator('.job').filter({ hasText: 'answer.csv' }).first();
      await job.getByText(words.text('exchange-state-done'), { exact: true }).waitFor();
      await job.getByRole('link').click();
      await desk.page.getByText(words.text('exchange-did'), { exact: true }).waitFor();
      await desk.openPage(`exchange/batch/${out[0]?.batch}`);
      assert.deepEqual(await countsOf(desk.page), counted({ billed: 2, refused: 0, waiting: 0 }, 'answered'));
    });

    const isOver = () =>
      site.query(`select state from jobs order by id desc limit 1`).every(({ state }) => state === 'done');

    it('takes the bills back, which are gone from the phone', async () => {
      await desk.openPage('exchange');
      const { page } = desk;
      await page
        .getByRole('link', { name: words.text('exchange-kind-statements'), exact: true })
        .last()
        .click();
      await page.getByRole('button', { name: words.text('exchange-undo-look') }).click();
      await page.getByText(words.text('exchange-undo-would')).waitFor();
      assert.deepEqual(await countsOf(page), counted({ removed: 3, restored: 0, left: 0 }, 'undo'));
      await page.getByRole('button', { name: words.text('exchange-undo') }).click();
      const dialog = page.locator('reason-dialog');
      await dialog.getByLabel(words.text('windows-why')).fill('test');
      await dialog.getByRole('button', { name: words.text('exchange-undo-confirm') }).click();
      await page.getByText(words.text('exchange-undo-did'), { exact: true }).waitFor();
      await show('/bills');
      await phone.getByText(words.text('bills-empty'), { exact: true }).waitFor();
      assert.equal(await phone.locator('bill-card').count(), 0);
      await show('/ledger');
      await phone.getByText(words.text('ledger-adds-up')).waitFor();
    });
  });
}
