import { company, openingStore } from './early.ts';
import { showNoStart } from './no-start.ts';
import { startApp } from './start-app.ts';

/** The entry: what the app cannot begin without, then the app. */
async function main(): Promise<void> {
  // Only functions use it, so whoever has it does not wait, and whoever lacks it gets it before the first is called.
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  await startApp(company, openingStore);
}

main().catch((error: unknown) => {
  showNoStart();
  reportError(error);
});
