import { html } from 'lit';
import { type Patience, patience as usual } from '../../../web/kiosk/idle.ts';
import type { KioskApp } from '../../../web/kiosk/kiosk-app.ts';
import type { KioskContext } from '../../../web/kiosk/kiosk-context.ts';
import { type KioskSession, type Step, Turn } from '../../../web/kiosk/session.ts';
import type { FakeTablet } from './fake-tablet.ts';
import { kioskSizes } from './kiosk-stage.ts';
import { companyProfile, Stage, until } from './mount.ts';
import { type ApiAnswers, answeringApi } from './office.ts';
import '../../../web/kiosk/kiosk-app.ts';

/** The whole kiosk on a stage, over a tablet that is what the test says. */
export interface KioskFrame {
  stage: Stage;
  app: KioskApp;
  /** How often it was left. */
  left(): number;
  failures: unknown[];
  /** What the server was asked, in order. */
  asked: [name: string, input: unknown][];
  /** The screen. */
  shown(): Element;
  isShown(step: Step): boolean;
  /** The screen leads on. */
  turn(to: Step, change?: Partial<KioskSession>): Promise<void>;
  /** A finger on the screen. */
  touch(): void;
  /** Milliseconds pass for the frame's patience, which has no other clock. */
  pass(time: number): Promise<void>;
}

export async function openFrame(
  tablet: FakeTablet,
  {
    patience = usual,
    company = 'ddzksu',
    answers = {},
  }: { patience?: Patience; company?: 'ddzksu' | 'dgservic'; answers?: ApiAnswers } = {},
): Promise<KioskFrame> {
  await kioskSizes();
  let left = 0;
  let now = 0;
  const failures: unknown[] = [];
  const asked: KioskFrame['asked'] = [];
  const answering = answeringApi<KioskContext['api']>(
    { pair: () => new Promise(() => {}), holds: () => ({}), ...answers },
    asked,
  );
  // Lit would take a client that has every property for a directive.
  const { stay, holds, lookUp, bill, pair } = answering;
  const api = { stay, holds, lookUp, bill, pair };
  const leave = () => {
    left++;
  };
  const fail = (error: unknown) => failures.push(error);
  const profile = await companyProfile(company);
  const stage = await Stage.open(
    html`<kiosk-app .company=${profile} .api=${api} .tablet=${tablet}
      .leave=${leave} .fail=${fail} .patience=${patience} .passed=${() => now}></kiosk-app>`,
  );
  await until(() => failures.length > 0 || stage.all('main > :not(.moment)').length > 0);
  await stage.settled();
  const shown = () => stage.find('main > *');
  return {
    stage,
    app: stage.find<KioskApp>('kiosk-app'),
    left: () => left,
    failures,
    asked,
    shown,
    isShown: (step) => stage.all(`kiosk-${step}`).length === 1,
    async turn(to, change = {}) {
      shown().dispatchEvent(new Turn(to, change));
      await stage.appears(`kiosk-${to}`);
    },
    touch: () => stage.host.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true })),
    async pass(time) {
      now += time;
      document.dispatchEvent(new Event('visibilitychange'));
      await stage.settled();
    },
  };
}
