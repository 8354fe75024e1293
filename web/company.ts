import type { PublicCompany } from '../shared/company.ts';

/** The company that this site belongs to. The service worker keeps it for starts without network; rejects at a first visit without one. */
export async function loadCompany(): Promise<PublicCompany> {
  const response = await fetch('/company.json');
  if (!response.ok) throw new Error(`company.json: ${response.status}`);
  return (await response.json()) as PublicCompany;
}
