import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { followedAfterMs, writtenAfterMs } from '../../server/kiosks/rotation.ts';
import type { Browsing } from '../support/chromium-profile.ts';
import { type KioskSite, openKioskSite } from '../support/kiosk-site.ts';

/** A browser writes a cookie down half a minute after it was told, or when it is closed in good order. */
describe('the cookie of a tablet, which is another one every day', () => {
  let site: KioskSite;
  let browsing: Browsing;
  let kiosk: string;

  before(async () => {
    site = await openKioskSite({ company: 'ddzksu', now: '2026-11-28T12:00:00+02:00', language: 'lv-LV' });
    kiosk = site.kiosk.id;
    browsing = await site.setUpTablet();
    await browsing.close();
    browsing = await site.openTablet();
  });

  after(async () => {
    await browsing?.kill();
    await site?.close();
  });

  const cookie = async () =>
    (await browsing.context.cookies()).find(({ name }) => name === 'meterbook-kiosk')?.value ?? '';
  const states = () =>
    site
      .query(`select state from kiosk_credentials where kiosk_id = ? order by given_at`, kiosk)
      .map(({ state }) => state);

  /** For the server alone: the tablet goes by what it is told. */
  function pass(ms: number): void {
    const { clock } = site.services;
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
    const [lost] = (await cookie()).split('.');
    await browsing.kill();
    browsing = await site.openTablet();
    await browsing.page.locator('kiosk-start').waitFor();
    await greetUntil(async () => (await cookie()) !== former);
    const [next, before] = (await cookie()).split('.');
    assert.equal(before, former);
    assert.notEqual(next, lost);
    assert.deepEqual(states(), ['current', 'next', 'next'], 'what was never brought back ends nothing');
  });

  it('is the next one once that was written down; a copy of the former is refused, and noted', async () => {
    const next = await cookie();
    const former = next.split('.')[1];
    await browsing.close();
    browsing = await site.openTablet();
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
