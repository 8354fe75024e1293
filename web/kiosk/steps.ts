import { html, type TemplateResult } from 'lit';
import type { KioskSession, Step } from './session.ts';
import './screens/bill.ts';
import './screens/bills.ts';
import './screens/identify.ts';
import './screens/readings.ts';
import './screens/receipt.ts';
import './screens/sign-in.ts';
import './screens/start.ts';
import './screens/summary.ts';
import './screens/whose.ts';

/**
 * The screen of each step of whoever stands there. All of them come with the app: nobody waits for a part of it, with a network
 * or without.
 */
export const screens: Readonly<Record<Exclude<Step, 'enrol'>, (session: KioskSession) => TemplateResult>> = {
  start: (session) => html`<kiosk-start .session=${session}></kiosk-start>`,
  identify: (session) => html`<kiosk-identify .session=${session}></kiosk-identify>`,
  readings: (session) => html`<kiosk-readings .session=${session}></kiosk-readings>`,
  summary: (session) => html`<kiosk-summary .session=${session}></kiosk-summary>`,
  receipt: (session) => html`<kiosk-receipt .session=${session}></kiosk-receipt>`,
  'sign-in': (session) => html`<kiosk-sign-in .session=${session}></kiosk-sign-in>`,
  whose: (session) => html`<kiosk-whose .session=${session}></kiosk-whose>`,
  bills: (session) => html`<kiosk-bills .session=${session}></kiosk-bills>`,
  bill: (session) => html`<kiosk-bill .session=${session}></kiosk-bill>`,
};
