import { loadCompany } from '../company.ts';
import { showNoStart } from '../no-start.ts';
import { openOfficeApi } from './api.ts';
import './office-app.ts';

/** The office's entry. */
async function main(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const company = await loadCompany();
  document.title = company.shortName;
  const app = document.createElement('office-app');
  app.company = company;
  app.api = openOfficeApi();
  document.body.replaceChildren(app);
}

main().catch((error: unknown) => {
  showNoStart();
  reportError(error);
});
