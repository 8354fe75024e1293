import { ContextProvider } from '@lit/context';
import profile from '../../../server/companies/dgservic.json?raw';
import bills from '../../../shared/words/bills/ru.ftl?raw';
import core from '../../../shared/words/ru.ftl?raw';
import { compileWords } from '../../../web/build/compile-words.ts';
import { type AppContext, appContext } from '../../../web/screens/app-context.ts';
import { type BillsView, billsView } from '../../../web/store/views-bills.ts';
import { Words } from '../../../web/words/words.ts';
import { wordsContext } from '../../../web/words/words-context.ts';
import { fullLedger } from '../support/golden-ledger.ts';
import { account, inWindow } from '../support/household.ts';
import '../../../web/screens/ledger.ts';

/**
 * The screen of the ledger as the app shows it, but for the store: `ledgerPaint` hands it ten years of sixteen services and
 * measures. For test/bench/ledger, which builds this page.
 */
export interface LedgerPaint {
  /** Milliseconds from the data to the end of the frame that shows them. */
  first: number;
  /** Of a frame in which nothing happens. */
  empty: number;
  /** The longest of the slices that build the rest, each with the frame after it. */
  longest: number;
  slices: number;
  months: number;
}

let deliver: ((view: BillsView | null) => void) | undefined;

const sync = {
  state: 'idle',
  queued: 0,
  lastContactAt: inWindow,
  nextAttemptAt: null,
  progress: null,
  pulled: true,
  silence: null,
};
const app = {
  account,
  words: new Words(
    'ru',
    { ...compileWords(core), ...compileWords(bills) },
    { timeZone: 'Europe/Moscow', device: 'phone' },
  ),
  state: { company: JSON.parse(profile), accounts: [account], account: account.id, sync },
  store: {
    now: () => inWindow,
    watchBills(_account: string, listener: (view: BillsView | null) => void) {
      deliver = listener;
      return () => {};
    },
  },
} as unknown as AppContext;

/** Milliseconds from within a frame, before its style and layout, until it is painted, as far as the main thread does that. */
const frame = (work: () => void): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const began = performance.now();
      work();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - began);
      port2.postMessage(null);
    });
  });

const idle = (): Promise<unknown> => new Promise((resolve) => requestIdleCallback(resolve));

/** Watches every slice from here on: its own time and that of the frame after it. */
function watchSlices(): { times: Promise<number>[] } {
  const times: Promise<number>[] = [];
  const real = globalThis.requestIdleCallback;
  globalThis.requestIdleCallback = (work, options) =>
    real((deadline) => {
      const began = performance.now();
      work(deadline);
      const building = performance.now() - began;
      times.push(frame(() => {}).then((painting) => building + painting));
    }, options);
  return { times };
}

async function ledgerPaint(): Promise<LedgerPaint> {
  new ContextProvider(document.body, { context: appContext, initialValue: app });
  new ContextProvider(document.body, { context: wordsContext, initialValue: app.words });
  const screen = document.createElement('ledger-screen');
  document.body.append(screen);
  await frame(() => {});
  await idle();
  const ledger = fullLedger(120);
  const rows = { statements: [], ledger, payments: [], onlinePayments: [] };
  const empty = await frame(() => {});
  const { times } = watchSlices();
  const first = await frame(() => deliver?.(billsView(account.id, rows, '2026-11-28')));
  const inside = screen.shadowRoot?.querySelector('ledger-table, ledger-cards')?.shadowRoot;
  if (!inside) throw new Error('no ledger was shown');
  const isDone = () =>
    inside.querySelector('.rest') === null &&
    [...inside.querySelectorAll('details')].every(({ childElementCount }) => childElementCount === 2);
  while (!isDone()) await frame(() => {});
  const slices = await Promise.all(times);
  const months = inside.querySelectorAll('tbody').length;
  return { first, empty, longest: Math.max(...slices), slices: slices.length, months };
}

Object.assign(globalThis, { ledgerPaint });
