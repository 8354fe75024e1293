import assert from 'node:assert/strict';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { demoStaff } from '../../server/demo/demo-staff.ts';
import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import type { StaffRole } from '../../shared/staff.ts';
import type { Browsing } from './chromium-profile.ts';
import { codeOf } from './office-access.ts';
import type { ShippedWords } from './shipped-words.ts';

/** A computer of the office's, beside the resident's phone: the one keeps nothing of the other. */
export interface Desk {
  /** What is looked at. */
  page: Page;
  /** Leaves the page, and opens another one later. */
  closePage(): Promise<void>;
  openPage(path: string): Promise<void>;
}

/** Signs one of the demo's office in, with both factors. `url`: the server's. */
export async function openDesk(
  { context }: Pick<Browsing, 'context'>,
  { url, role, words }: { url: string; role: StaffRole; words: ShippedWords },
): Promise<Desk> {
  const browser = context.browser();
  assert.ok(browser);
  const own = await browser.newContext({ locale: words.language, viewport: { width: 1280, height: 800 } });
  const desk: Desk = {
    page: await own.newPage(),
    closePage: () => desk.page.close(),
    async openPage(path) {
      if (desk.page.isClosed()) desk.page = await own.newPage();
      await desk.page.goto(`${url}/office/${path}`);
    },
  };
  await desk.openPage('');
  await signIn(desk.page, role, words);
  return desk;
}

async function signIn(page: Page, role: StaffRole, words: ShippedWords): Promise<void> {
  const staff = demoStaff.find((one) => one.role === role);
  assert.ok(staff);
  await page.getByLabel(words.text('office-sign-in-email')).fill(staff.email);
  await page.getByLabel(words.text('sign-in-password'), { exact: true }).fill(staff.password);
  await page.getByRole('button', { name: words.text('office-next') }).click();
  await page.getByLabel(words.text('office-code')).fill(codeOf(staff.secret));
  await page.getByRole('button', { name: words.text('office-enter') }).click();
  await page.getByText(staff.name).first().waitFor();
}

/**
 * Chooses a file, which is taken for what it is, and tries it out. `by`: its columns are ours, or a proposal by their words.
 * Answers what would come of its rows.
 */
export async function tryFile(
  desk: Desk,
  { path, kind, by, words }: { path: string; kind: ExchangeKind; by: 'ours' | 'guess'; words: ShippedWords },
): Promise<Record<string, string>> {
  await desk.openPage('exchange');
  const { page } = desk;
  await page.locator('exchange-drop input[type="file"]').setInputFiles(path);
  await page.getByRole('heading', { level: 1, name: basename(path) }).waitFor();
  const holds = page.getByLabel(words.text('exchange-holds'));
  assert.equal(await holds.locator('option:checked').innerText(), words.text(`exchange-kind-${kind}`));
  await page.getByText(words.text(`exchange-proposed-${by}`)).waitFor();
  await page.getByRole('button', { name: words.text('exchange-try') }).click();
  await page.getByText(words.text('exchange-would')).waitFor();
  return countsOf(page);
}

/** Brings in what was tried out. */
export function bringIn({ page }: Desk, kind: ExchangeKind, count: number, words: ShippedWords): Promise<void> {
  const what = words.text(`exchange-counted-${kind}`, { count, number: String(count) });
  return page.getByRole('button', { name: words.text('exchange-bring-all', { what }), exact: true }).click();
}

/** The numbers of a report, or of what waits to be given, by what stands beside them. */
export async function countsOf(page: Page): Promise<Record<string, string>> {
  const counts = page.locator('.counts > div');
  await counts.first().waitFor();
  const texts = await counts.allInnerTexts();
  return Object.fromEntries(texts.map((text) => text.split(/\n+/) as [string, string]));
}
