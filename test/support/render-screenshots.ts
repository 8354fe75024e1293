import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { loadCompany } from '../../server/companies.ts';
import type { DemoCompany } from '../../server/demo/demo-companies.ts';
import { runDemo } from '../../server/demo/run-demo.ts';
import { startServer } from '../../server/main.ts';
import { chromiumFlags, findChromium } from './chromium.ts';

/**
 * Makes the manifest's screenshots anew: `node dist/test/support/render-screenshots.js` after a build. Their sizes stand
 * in `server/http/company-files.ts`.
 */
const folder = fileURLToPath(new URL('../../../public/screenshots', import.meta.url));
const webFolder = fileURLToPath(new URL('../../web', import.meta.url));

const shots: readonly { company: DemoCompany; locale: string; account: string; now: string }[] = [
  { company: 'ddzksu', locale: 'lv-LV', account: '10427', now: '2026-11-28T10:00:00+02:00' },
  { company: 'dgservic', locale: 'ru-RU', account: '701-12', now: '2026-11-20T10:00:00+03:00' },
];
const sizes = {
  narrow: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true },
  wide: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false },
} as const;

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
for (const { company, locale, account, now } of shots) {
  const data = await mkdtemp(join(tmpdir(), 'meterbook-screenshots-'));
  const demo = await runDemo({ company, port: '0', now: Date.parse(now), folder: data, fresh: true, onStep: () => {} });
  await demo.server.stop();
  // As a resident has it: without what a demo shows beside the app.
  const server = await startServer({
    mode: 'test',
    host: '127.0.0.1',
    port: 0,
    database: join(data, `demo-${company}.db`),
    company: loadCompany(company),
    webFolder,
    officeFolder: webFolder,
    kioskFolder: webFolder,
    secureCookies: false,
    behindProxy: false,
    url: null,
    smtp: null,
    stripe: null,
    logLevel: 'silent',
    clockAhead: Date.parse(now) - Date.now(),
  });
  for (const [name, size] of Object.entries(sizes)) {
    const context = await browser.newContext({ ...size, locale, colorScheme: 'light', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${server.url}/readings`);
    await page.locator('input[name=username]').fill(account);
    await page.locator('input[name=password]').fill('meterbook-demo');
    await page.locator('button.go').click();
    await page.locator('meter-face').first().waitFor();
    await page.screenshot({ path: join(folder, `${company}-${name}.png`) });
    await context.close();
  }
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
await browser.close();
