import { loadCompany } from '../company.ts';
import { showNoStart } from '../no-start.ts';
import { ReloadNeeded, StorageLost } from '../storage/storage-events.ts';
import { appVersion } from '../version.ts';
import { openKioskApi } from './api.ts';
import { openTablet } from './device-tablet.ts';
import { guardPage, leaveNothing, startAnew } from './reset.ts';
import { KioskUpdates, UpdateWaits } from './updates.ts';
import { stayLit } from './wake-lock.ts';
import './kiosk-app.ts';

const againAfterMs = 60_000;
const momentMs = 1_000;

/** The kiosk's entry. */
async function main(): Promise<void> {
  guardPage();
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const company = await loadCompany();
  const updates = new KioskUpdates();
  if (import.meta.env.PROD) updates.register(reportError);
  stayLit(reportError);
  const api = openKioskApi();
  const app = document.createElement('kiosk-app');
  app.company = company;
  app.api = api;
  const events = new EventTarget();
  app.tablet = await openTablet(api, { appVersion, events, report: reportError });
  app.fail = fail;
  app.leave = () => {
    leaveNothing();
    void updates.takeOn().then(startAnew);
  };
  const leaveIfFree = () => {
    if (app.isFree) app.leave();
  };
  updates.addEventListener(UpdateWaits.type, leaveIfFree);
  // This page can neither read nor write any more; the next one can.
  events.addEventListener(ReloadNeeded.type, leaveIfFree);
  // A page on its way out loses its storage as well, and must not turn back: it is gone when the moment is over.
  events.addEventListener(StorageLost.type, () => setTimeout(leaveIfFree, momentMs));
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
