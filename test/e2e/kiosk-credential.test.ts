import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Services } from '../../server/context.ts';
import { runDemo } from '../../server/demo/run-demo.ts';
import { addKiosk } from '../../server/kiosks/manage.ts';
import { followedAfterMs, givenEveryMs, writtenAfterMs } from '../../server/kiosks/rotation.ts';
import { type Browsing, serviceWorkerReady } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

/** A browser writes a cookie down half a minute after it was told, or when it is closed in good order. */
describe('the cookie of a tablet, which is another one every day', () => {
  let site: DemoSite;
  let services: Services;
  let browsing: Browsing;
  let kiosk: string;

  before(async () => {
    let code = '';
    site = await openDemoSite({
      company: 'ddzksu',
      now: '2026-11-28T12:00:00+02:00',
      language: 'lv-LV',
      start: async (options) => {
        const demo = await runDemo(options);
        ({ services } = demo.server);
        ({ id: kiosk, code } = await addKiosk(services, 'Planšete pie loga', 'test'));
        return demo;
      },
    });
    await open();
    await browsing.page.getByLabel('Biroja kods').fill(code);
    await browsing.page.getByRole('button', { name: 'Iestatīt' }).click();
    await browsing.page.locator('kiosk-start').waitFor();
    await serviceWorkerReady(browsing.page);
    await browsing.close();
    await open();
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  async function open(): Promise<void> {
    browsing = await site.phone.open();
    await browsing.page.setViewportSize({ width: 800, height: 1280 });
    await browsing.page.goto(`${site.cable.url}/kiosk/`);
  }

  const cookie = async () =>
    (await browsing.context.cookies()).find(({ name }) => name === 'meterbook-kiosk')?.value ?? '';
  const states = () =>
    site
      .query(`select state from kiosk_credentials where kiosk_id = ? order by given_at`, kiosk)
      .map(({ state }) => state);

  /** For the server alone: the tablet goes by what it is told. */
  function pass(ms: number): void {
    const { clock } = services;
    const earlier = clock.now.bind(clock);
    clock.now = () => earlier() + ms;
  }

  /** Greets until that is so. The test's own time limit ends it. */
  async function greetUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await condition())) {
      await browsing.page.evaluate(() => {
        dispatchEvent(new Event('online'));
        return new Promise((resolve) => requestAnimationFrame(resolve));
      });
    }
  }

  it('is the former one where the browser was killed before it wrote the next one down, and the tablet goes on', async () => {
    const former = await cookie();
    assert.match(former, /^[0-9a-f]{64}$/);
    pass(followedAfterMs);
    await greetUntil(async () => (await cookie()) !== former);
    assert.deepEqual(states(), ['current', 'next']);
    await browsing.kill();
    await open();
    await browsing.page.locator('kiosk-start').waitFor();
    assert.equal(await cookie(), former);
    const seen = site.query(`select seen_at from kiosks where id = ?`, kiosk)[0]?.seen_at;
    pass(120_000);
    await greetUntil(() => site.query(`select seen_at from kiosks where id = ?`, kiosk)[0]?.seen_at !== seen);
    assert.deepEqual(states(), ['current', 'next'], 'what was never brought back ends nothing');
  });

  it('is the next one once that was written down; a copy of the former is refused, and noted', async () => {
    const former = await cookie();
    pass(givenEveryMs);
    await greetUntil(async () => (await cookie()) !== former);
    const next = await cookie();
    await browsing.close();
    await open();
    await browsing.page.locator('kiosk-start').waitFor();
    assert.equal(await cookie(), next);
    pass(writtenAfterMs);
    await greetUntil(() => states().includes('rotated'));
    assert.deepEqual(states(), ['rotated', 'rotated', 'current']);

    const answer = await fetch(`${site.url}/kiosk/hello`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie: `meterbook-kiosk=${former}` },
      body: JSON.stringify({ appVersion: '1.0.0' }),
    });
    assert.equal(answer.status, 401);
    assert.equal(site.query(`select seq from audit where action = 'kiosk-credential-reused'`).length, 1);
    await browsing.page.reload();
    await browsing.page.locator('kiosk-start').waitFor();
    assert.equal(await cookie(), next);
  });
});
