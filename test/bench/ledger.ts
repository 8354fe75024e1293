import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { median } from './load.ts';
import { atMost, type Result } from './result.ts';

const rounds = 9;
const slowDown = 4;
const frameBudget = 50;

const inPackage = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const screens = [
  { name: 'cards', viewport: { width: 390, height: 844 } },
  { name: 'table', viewport: { width: 1440, height: 900 } },
] as const;

/** What the page of test/web/bench/ledger-page.ts answers, in milliseconds. */
interface Paint {
  first: number;
  empty: number;
  longest: number;
  slices: number;
  months: number;
}

/** The ledger of ten years and sixteen services: from its data to the frame that shows it, and what comes after in idle time. */
export async function benchLedger(): Promise<Result[]> {
  const script = await buildPage();
  const tokens = await readFile(inPackage('web/styles/tokens.css'), 'utf8');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
  try {
    const results: Result[] = [];
    for (const { name, viewport } of screens) {
      const paints: Paint[] = [];
      for (let round = 0; round < rounds; round++) paints.push(await paint(browser, viewport, { script, tokens }));
      const [{ slices }] = paints as [Paint];
      const of = (figure: 'first' | 'empty' | 'longest') => median(paints.map((one) => one[figure]));
      const empty = `empty frame ${of('empty').toFixed(1)}`;
      results.push(
        atMost(
          `ledger of 10 years as ${name}, ${slowDown}× slower: data to paint (ms; ${empty})`,
          of('first'),
          frameBudget,
          1,
        ),
        atMost(`the rest of it in ${slices} idle slices, longest with its frame (ms)`, of('longest'), frameBudget, 1),
      );
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** A new page every time: nothing is compiled or laid out yet. */
async function paint(
  browser: Browser,
  viewport: { width: number; height: number },
  { script, tokens }: { script: string; tokens: string },
): Promise<Paint> {
  const context = await browser.newContext({ viewport, locale: 'ru-RU' });
  try {
    const page = await context.newPage();
    await page.setContent('<!doctype html><html lang="ru"><body></body></html>');
    await page.addStyleTag({ content: tokens });
    await page.addScriptTag({ content: script });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    const seen = await page.evaluate(() => (globalThis as unknown as { ledgerPaint(): Promise<Paint> }).ledgerPaint());
    if (seen.months !== 120) throw new Error(`${seen.months} months of the ledger were shown`);
    return seen;
  } finally {
    await context.close();
  }
}

/** The page's code as the app is built, in one classic script. */
async function buildPage(): Promise<string> {
  const built = await build({
    configFile: false,
    root: inPackage('test/web/bench'),
    logLevel: 'error',
    resolve: {
      alias: [
        {
          find: /^write-excel-file\/sync$/,
          replacement: inPackage('node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js'),
        },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: inPackage('test/web/bench/ledger-page.ts'), formats: ['iife'], name: 'ledgerBench' },
    },
  });
  const [{ output } = { output: [] }] = Array.isArray(built) ? built : [];
  const chunk = output.find((one) => one.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the page was not built');
  return chunk.code;
}
