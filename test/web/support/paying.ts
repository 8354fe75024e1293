import type { TemplateResult } from 'lit';
import type { OnlinePayment } from '../../../shared/bill.ts';
import type { PublicCompany } from '../../../shared/company.ts';
import { toInstant } from '../../../shared/instant.ts';
import type { BillsRows } from '../../../web/store/bills-rows.ts';
import { at, home } from './household.ts';
import { companyProfile } from './mount.ts';
import { type Given, type Screen, type screenForEachTest, storeWith } from './screen.ts';

/** A payment by card of 120.00, begun on 3 November 2026 and received by the provider. */
export const online = (change: Partial<OnlinePayment> = {}): OnlinePayment => ({
  id: '01890000-0000-7000-8000-00000e000001',
  account: home,
  statement: null,
  amount: 12_000,
  refunded: 0,
  reference: 'MB-7K3QX9RT2H',
  state: 'received',
  startedAt: toInstant(at('2026-11-03T10:00')),
  changedAt: toInstant(at('2026-11-03T10:05')),
  ...change,
});

/** Opens a screen over what billing sent; `company` is one of the shipped ones, changed or not. */
export async function openOver(
  open: ReturnType<typeof screenForEachTest>,
  screen: TemplateResult,
  rows: Partial<BillsRows>,
  {
    company = 'ddzksu',
    profile = {},
    ...given
  }: Given & { company?: 'ddzksu' | 'dgservic'; profile?: Partial<PublicCompany> } = {},
): Promise<Screen> {
  const store = await storeWith({ meters: [], readings: [] });
  await store.fillBills(rows);
  store.change({ company: { ...(await companyProfile(company)), ...profile }, ...given.state });
  return open(screen, { areas: ['bills'], ...given, store });
}
