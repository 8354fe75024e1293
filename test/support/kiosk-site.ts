import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Services } from '../../server/context.ts';
import { type DemoOptions, runDemo } from '../../server/demo/run-demo.ts';
import { addKiosk } from '../../server/kiosks/manage.ts';
import type { RunningServer } from '../../server/main.ts';
import { cameraFlags, filmOfCode } from './camera-film.ts';
import { type Browsing, newPhone, type Phone, serviceWorkerReady } from './chromium-profile.ts';
import { type DemoSite, openDemoSite } from './demo-site.ts';

/** A demo, and a tablet in its office that is to be a kiosk. */
export interface KioskSite extends DemoSite {
  /** Of the server as it was started first. */
  services: Services;
  /** As the office has added it. Nobody has typed its code yet. */
  kiosk: { id: string; name: string; code: string };
  /** Not the resident's phone, which there is as well. */
  tablet: Phone;
  /** Starts its browser at the kiosk's page, through the cable. */
  openTablet(options?: Parameters<Phone['open']>[0]): Promise<Browsing>;
  /** For the first time: the code is typed, the first screen stands there, and the tablet keeps the kiosk. */
  setUpTablet(): Promise<Browsing>;
}

export const tabletScreen = { width: 800, height: 1280 };

/**
 * `name`: of the kiosk. `furnish`: what else is to be in the database. `camera`: the bytes of the QR code that the tablet's camera
 * looks at; without them it has none. `start`: what stands in for the demo.
 */
export async function openKioskSite({
  company,
  now,
  language,
  name = 'Planšete pie loga',
  furnish,
  camera,
  start = runDemo,
}: Omit<Parameters<typeof openDemoSite>[0], 'start'> & {
  name?: string;
  furnish?: (services: Services) => Promise<unknown>;
  camera?: Uint8Array;
  start?: (options: DemoOptions) => Promise<{ server: RunningServer }>;
}): Promise<KioskSite> {
  let services: Services | undefined;
  const demo = await openDemoSite({
    company,
    now,
    language,
    start: async (options) => {
      const started = await start(options);
      ({ services } = started.server);
      return started;
    },
  });
  async function stand(): Promise<Pick<KioskSite, 'services' | 'kiosk' | 'tablet'>> {
    if (!services) throw new Error('the demo was not started');
    await furnish?.(services);
    const { id, code } = await addKiosk(services, name, 'test');
    const film = join(demo.folder, 'camera.y4m');
    if (camera) await filmOfCode(film, camera);
    const tablet = await newPhone({ language, screen: tabletScreen, flags: camera ? cameraFlags(film) : [] });
    return { services, kiosk: { id, name, code }, tablet };
  }
  const stood = await stand().catch(async (error: unknown) => {
    await demo.close();
    throw error;
  });
  const openTablet: KioskSite['openTablet'] = async (options) => {
    const browsing = await stood.tablet.open(options);
    await browsing.page.goto(`${demo.cable.url}/kiosk/`);
    return browsing;
  };
  return {
    ...demo,
    ...stood,
    openTablet,
    async setUpTablet() {
      const browsing = await openTablet();
      await typeOfficeCode(browsing.page, stood.kiosk.code);
      await serviceWorkerReady(browsing.page);
      return browsing;
    },
    async close() {
      await stood.tablet.discard();
      await demo.close();
    },
  };
}

/** At a page of a kiosk that is none yet, in whatever language. */
export async function typeOfficeCode(page: Page, code: string): Promise<void> {
  await page.locator('kiosk-enrol input').fill(code);
  await page.locator('kiosk-enrol button.primary').click();
  await page.locator('kiosk-start').waitFor();
}
