import { loadCompany } from '../company.ts';
import { showNoStart } from '../no-start.ts';
import { appVersion } from '../version.ts';
import { openKioskApi } from './api.ts';
import { openTablet } from './device-tablet.ts';
import { leaveWhenFree } from './leave-when-free.ts';
import { guardPage, leaveNothing, startAnew } from './reset.ts';
import { KioskUpdates } from './updates.ts';
import { stayLit } from './wake-lock.ts';
import './kiosk-app.ts';

const againAfterMs = 60_000;

/** The kiosk's entry. */
async function main(): Promise<void> {
  guardPage();
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const company = await loadCompany();
  const updates = new KioskUpdates();
  const events = new EventTarget();
  const app = document.createElement('kiosk-app');
  let isLeft = false;
  app.leave = () => {
    if (isLeft) return;
    isLeft = true;
    leaveNothing();
    void updates.takeOn().then(startAnew);
  };
  leaveWhenFree(app, { updates, events });
  if (import.meta.env.PROD) updates.register(reportError);
  stayLit(reportError);
  const api = openKioskApi();
  app.company = company;
  app.api = api;
  app.tablet = await openTablet(api, { appVersion, events, report: reportError });
  app.fail = fail;
  document.title = company.shortName;
  document.body.replaceChildren(app);
}

/** Nobody may be there to press the button: it tries by itself. */
function fail(error: unknown): void {
  reportError(error);
  showNoStart();
  setTimeout(startAnew, againAfterMs);
}

main().catch(fail);
