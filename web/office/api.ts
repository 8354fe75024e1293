import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { OfficeRouter } from '../../server/office-router.ts';
import type { Problem } from '../../shared/problem.ts';

/** The office's client of the server: typed by its router, over single POSTs. It throws what `problemOf` can read. */
export const openOfficeApi = () =>
  createTRPCClient<OfficeRouter>({
    // The header cannot be set by another site's form: it keeps foreign pages from acting with our cookie.
    links: [httpLink({ url: '/office/trpc', methodOverride: 'POST', headers: { 'x-meterbook': '1' } })],
  });

export type OfficeApi = ReturnType<typeof openOfficeApi>;

/** What a call failed at; null where nobody of ours answered. Faults of our own code are thrown on. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof TRPCClientError) {
    return (error as TRPCClientError<OfficeRouter>).data?.problem ?? null;
  }
  throw error;
}
