import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { loadCompany } from '../../server/companies.ts';
import { runDemo } from '../../server/demo/run-demo.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { newPhone, type Phone, serviceWorkerReady } from '../support/chromium-profile.ts';
import { serveBarePage } from './bare-page.ts';
import { inTurn } from './load.ts';
import { atMost, type Result } from './result.ts';

const rounds = 9;
const webFolder = fileURLToPath(new URL('../../web', import.meta.url));
const kilobytes = (bytes: number): number => bytes / 1000;

/** What a resident downloads at first, and how long an offline cold start takes against a bare page. */
export async function benchWeb(): Promise<Result[]> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), 'meterbook-bench-'));
    ends.unshift(() => rm(folder, { recursive: true, force: true }));
    const server = await serveLikeProduction(join(folder, 'data'));
    ends.unshift(server.stop);
    const bare = await serveBarePage(join(folder, 'bare'));
    ends.unshift(bare.stop);
    const ourPhone = await newPhone({ language: 'ru-RU' });
    ends.unshift(ourPhone.discard);
    const barePhone = await newPhone({ language: 'ru-RU' });
    ends.unshift(barePhone.discard);
    const scripts = await firstVisit(ourPhone, server.url);
    await visit(barePhone, bare.url);
    // The second visit comes from the worker, and the browser keeps what it has compiled, as on any phone in use.
    await visit(ourPhone, server.url);
    await visit(barePhone, bare.url);
    // Nothing answers any more: both start from what the phone holds.
    await server.stop();
    await bare.stop();
    const pair = await inTurn(
      rounds,
      () => coldStart(ourPhone, server.url, 'home-screen', '12765948'),
      () => coldStart(barePhone, bare.url, 'bare-meters', '12765948'),
    );
    return [
      atMost(
        'first load, JavaScript after brotli, signing in and home (KB)',
        kilobytes(await compressed(scripts)),
        75,
        1,
      ),
      atMost('precached, as downloaded (KB)', kilobytes(await compressed(await precached())), 300, 1),
      atMost('offline cold start to readable meters (ms)', pair.a, pair.b, 1.5),
    ];
  } finally {
    for (const end of ends) await end();
  }
}

/** The demo's households, but without what a demo shows beside them. In Russian, the longest of the catalogues. */
async function serveLikeProduction(data: string): Promise<RunningServer> {
  const now = Date.parse('2017-07-20T12:00:00+03:00');
  const demo = await runDemo({ company: 'dgservic', port: '0', now, folder: data, fresh: true, onStep: () => {} });
  await demo.server.stop();
  const clockAhead = now - Date.now();
  return startServer({
    mode: 'test',
    host: '127.0.0.1',
    port: 0,
    database: join(data, 'demo-dgservic.db'),
    company: loadCompany('dgservic'),
    webFolder,
    officeFolder: webFolder,
    kioskFolder: webFolder,
    secureCookies: false,
    behindProxy: false,
    url: null,
    smtp: null,
    stripe: null,
    logLevel: 'silent',
    clockAhead,
  });
}

/** Signs in and waits until the worker holds everything; answers with the scripts that the page has asked for until then. */
async function firstVisit(phone: Phone, url: string): Promise<string[]> {
  const { page, close } = await phone.open();
  const scripts = new Set<string>();
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    const byPage = answer.request().serviceWorker() === null;
    if (byPage && pathname.endsWith('.js') && !pathname.endsWith('service-worker.js')) scripts.add(pathname);
  });
  await page.goto(url);
  await page.locator('input[name=username]').fill('679-30');
  await page.locator('input[name=password]').fill('meterbook-demo');
  await page.locator('button.go').click();
  await page.getByText('12765948').waitFor();
  await serviceWorkerReady(page);
  await close();
  return [...scripts];
}

async function visit(phone: Phone, url: string): Promise<void> {
  const { page, close } = await phone.open();
  await page.goto(url);
  await page.getByText('12765948').waitFor();
  await serviceWorkerReady(page);
  await close();
}

/**
 * Milliseconds from the navigation in a new browser process to the frame in which the text is there. The browser's own
 * start (its toolbars are pages too) is waited for: it is none of the page's, and comes to the same for both.
 */
async function coldStart(phone: Phone, url: string, element: string, text: string): Promise<number> {
  const { page, kill } = await phone.open({ network: false });
  try {
    await watchFor(page, element, text);
    await browserAtRest(page);
    await page.goto(url);
    return await page.evaluate(() => (globalThis as unknown as Watched).seen);
  } finally {
    await kill();
  }
}

/** Until all processes of the browser together have used next to no processor time between two looks. */
async function browserAtRest(page: Page): Promise<void> {
  const browser = await (page.context().browser() as Browser).newBrowserCDPSession();
  const used = async (): Promise<number> => {
    const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  let before = await used();
  for (;;) {
    await setTimeout(100);
    const now = await used();
    if (now - before < 0.012) break;
    before = now;
  }
  await browser.detach();
}

/** What the page that is watched holds: the moment in which the text was seen. */
interface Watched {
  seen: Promise<number>;
}

/** In every frame: looks through the shadow roots for the element, and notes when it shows the text. */
function watchFor(page: Page, element: string, text: string): Promise<unknown> {
  return page.addInitScript(
    ([name, wanted]) => {
      const textOf = (root: ParentNode): string =>
        [...root.querySelectorAll('*')].map((one) => (one.shadowRoot ? textOf(one.shadowRoot) : '')).join('') +
        (root.textContent ?? '');
      const find = (root: ParentNode): Element | null => {
        for (const one of root.querySelectorAll('*')) {
          if (one.localName === name) return one;
          const inside = one.shadowRoot && find(one.shadowRoot);
          if (inside) return inside;
        }
        return null;
      };
      (globalThis as unknown as Watched).seen = new Promise((resolve) => {
        const look = (): void => {
          const found = find(document);
          if (found?.shadowRoot && textOf(found.shadowRoot).includes(wanted)) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      });
    },
    [element, text] as const,
  );
}

async function precached(): Promise<string[]> {
  const worker = await readFile(join(webFolder, 'service-worker.js'), 'utf8');
  const known = new Set(
    [...worker.matchAll(/["'`]?url["'`]?:\s*["'`]([^"'`]+)["'`]/g)].map(([, url]) => url as string),
  );
  const files = await readdir(webFolder, { recursive: true });
  const kept = files.filter((file) => known.has(file));
  if (kept.length < 10) throw new Error('the list of precached files was not found in the service worker');
  // Only browsers without Temporal keep its polyfill.
  return kept.filter((file) => !file.includes('temporal-polyfill'));
}

async function compressed(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => brotliCompressSync(await readFile(join(webFolder, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
