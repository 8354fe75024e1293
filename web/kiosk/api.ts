import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { KioskRouter } from '../../server/kiosk-router.ts';
import type { KioskGreeting } from '../../shared/kiosk-answers.ts';
import type { Problem } from '../../shared/problem.ts';

/** The header cannot be set by another site's form: it keeps foreign pages from acting with our cookie. */
const headers = { 'x-meterbook': '1' };

/** The kiosk's client of the server: typed by its router, over single POSTs. It throws what `problemOf` can read. */
export const openKioskApi = () =>
  createTRPCClient<KioskRouter>({ links: [httpLink({ url: '/kiosk/trpc', methodOverride: 'POST', headers })] });

export type KioskApi = ReturnType<typeof openKioskApi>;

/** What the kiosk says of itself, beside what it is asked for: see `server/http/kiosk`. */
export interface KioskCalls {
  enrol: { code: string; appVersion: string };
  hello: { appVersion: string; waiting?: number; oldest?: string | null; refused?: number };
}

/** Both answer with what the kiosk is. Throws what `problemOf` can read. */
export async function callKiosk<Name extends keyof KioskCalls>(
  name: Name,
  input: KioskCalls[Name],
  signal?: AbortSignal,
): Promise<KioskGreeting> {
  const body = JSON.stringify(input);
  const init = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
    signal: signal ?? null,
  };
  let answer: Response;
  let said: unknown;
  try {
    answer = await fetch(`/kiosk/${name}`, init);
    said = await answer.json();
  } catch (cause) {
    throw new CallFailed(null, cause);
  }
  if (!answer.ok) throw new CallFailed((said as Refusal).error?.data?.problem ?? null);
  return said as KioskGreeting;
}

/** What an answer that refuses looks like, where it is ours. */
interface Refusal {
  error?: { data?: { problem?: Problem } };
}

/** `problem`: null where nobody of ours answered. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly problem: Problem | null;

  constructor(problem: Problem | null, cause?: unknown) {
    super(problem?.code ?? 'no answer', { cause });
    this.problem = problem;
  }
}

/** What a call failed at; null where nobody of ours answered. Faults of our own code are thrown on. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof CallFailed) return error.problem;
  if (error instanceof TRPCClientError) {
    return (error as TRPCClientError<KioskRouter>).data?.problem ?? null;
  }
  throw error;
}
