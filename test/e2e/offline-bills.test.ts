import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { type Browsing, serviceWorkerReady } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';
import { goldenLedger } from '../support/golden-ledger.ts';
import { readPdf } from '../support/printed-pdf.ts';

/** For what comes by itself, some seconds after the rest. Milliseconds. */
const timeout = 60_000;

/** The golden account's resident, after the bills of June 2017, where there is no signal. */
describe('a resident without a network looks at the bills', () => {
  let site: DemoSite;
  let browsing: Browsing;
  let page: Page;
  let bills: { number: string }[];

  before(async () => {
    site = await openDemoSite({ company: 'dgservic', now: '2017-07-20T12:00:00+03:00', language: 'ru-RU' });
    bills = site.query(
      `select s.number from statements s join accounts a on a.id = s.account_id
       where a.number = '679-30' order by s.period desc`,
    ) as typeof bills;
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  it('signs in at home; the app, the PDFs of the bills and that of the ledger come by themselves', {
    timeout,
  }, async () => {
    assert.ok(bills.length > 0);
    browsing = await site.phone.open();
    ({ page } = browsing);
    await page.goto(site.cable.url);
    await page.getByLabel('Номер лицевого счёта или эл. почта').fill('679-30');
    await page.getByLabel('Пароль', { exact: true }).fill('meterbook-demo');
    await page.getByRole('button', { name: 'Войти', exact: true }).click();
    await page.getByRole('heading', { name: 'Электроэнергия' }).waitFor();
    await serviceWorkerReady(page);
    await documentsKept(page, Math.min(bills.length, 12) + 1);
    await browsing.close();
  });

  it('finds the bills after a cold start', async () => {
    site.cable.cut();
    browsing = await site.phone.open({ network: false });
    ({ page } = browsing);
    await page.goto(`${site.cable.url}/bills`);
    await page.getByRole('heading', { name: 'Квитанции' }).waitFor();
    await page.getByText(`№ ${bills[0]?.number}`).waitFor();
    await page.getByText('PDF есть на этом').first().waitFor();
  });

  it('opens the PDF of one in a tab, and saves it', async () => {
    await page.getByRole('link', { name: `№ ${bills[0]?.number}` }).click();
    const opened = browsing.context.waitForEvent('page');
    await page.getByRole('button', { name: 'Открыть PDF' }).click();
    const tab = await opened;
    await tab.waitForURL(/^blob:/);
    await tab.close();
    const bytes = await saved(page, () => page.getByRole('button', { name: 'Сохранить' }).click());
    const pdf = await readPdf(bytes);
    assert.equal(pdf.language, 'ru');
    const text = pdf.pages.map((one) => one.text).join('\n');
    assert.ok(text.includes(bills[0]?.number ?? '?'));
    assert.ok(text.includes('679-30'));
  });

  it('reads the whole ledger, and that it adds up', async () => {
    await page.goto(`${site.cable.url}/ledger`);
    await page.getByText('всё сходится').waitFor();
    await page.getByText('5\u00a0955,86').filter({ visible: true }).first().waitFor();
  });

  it('takes the ledger along as a workbook, in which every cell is the printed one', async () => {
    const bytes = await saved(page, () => choose(page, 'xlsx'));
    const [sheet] = await readWorkbook(Buffer.from(bytes));
    const [head, ...rows] = sheet?.data ?? [];
    const services = (head ?? []).slice(3);
    for (const { period, total, services: printed } of goldenLedger()) {
      const ofMonth = rows.slice(0, 5);
      rows.splice(0, 5);
      assert.equal(ofMonth.length, 5, period);
      for (const [at, column] of (['opening', 'charged', 'paid', 'recalculated', 'closing'] as const).entries()) {
        const amounts = (ofMonth[at] ?? []).slice(2).map((cell) => Math.round(Number(cell ?? 0) * 100));
        const wanted = [total, ...services.map((name) => printed.find(({ service }) => service === name))];
        assert.deepEqual(
          amounts,
          wanted.map((cells) => cells?.[column] ?? 0),
          `${period} ${column}`,
        );
      }
    }
  });

  it('takes the ledger along as a PDF', async () => {
    const pdf = await readPdf(await saved(page, () => choose(page, 'pdf')));
    const text = pdf.pages.map((one) => one.text.replace(/\s/g, '')).join('');
    assert.ok(text.includes('5955,86') && text.includes('Водоотведение'));
  });
});

async function choose(page: Page, kind: 'xlsx' | 'pdf'): Promise<void> {
  await page.getByRole('button', { name: 'Скачать' }).click();
  await page.locator(`ledger-download button[value=${kind}]`).click();
}

/** Waits until the phone holds so many PDFs. The test's own time limit ends it: the page is closed with the site. */
async function documentsKept(page: Page, wanted: number): Promise<void> {
  while ((await page.evaluate(countDocuments)) < wanted) await page.evaluate(() => new Promise(requestAnimationFrame));
}

/** Runs in the page. */
function countDocuments(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('meterbook-cache');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('documents').objectStore('documents').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

/** The bytes of what the page saves as a file because of this act. */
async function saved(page: Page, act: () => Promise<void>): Promise<Uint8Array> {
  const downloading = page.waitForEvent('download');
  await act();
  return readFile(await (await downloading).path());
}
