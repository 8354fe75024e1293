import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/router.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Answer, Failure } from '../contact/answer.ts';
import type { PhotoToSend } from '../store/photo-outbox.ts';
import type { Network } from './ports.ts';

/** What the server says of a fresh session. */
export type SignedIn = inferRouterOutputs<AppRouter>['auth']['signIn'];

/** The network port and what else a device asks of the server. */
export interface Api extends Network {
  /** `name` is the account number or an e-mail address. */
  signIn(name: string, password: string, signal: AbortSignal): Promise<Answer<SignedIn>>;
  signOut(signal: AbortSignal): Promise<Answer<unknown>>;
}

/** tRPC over single POSTs: account numbers never stand in an address, and a push is never mixed with other calls. */
export const openClient = (url = '/trpc') =>
  createTRPCClient<AppRouter>({
    // The header cannot be set by another site's form: it keeps foreign pages from acting with our cookie.
    links: [httpLink({ url, methodOverride: 'POST', headers: { 'x-meterbook': '1' } })],
  });

export function openApi(url = '/trpc'): Api {
  const { auth, sync } = openClient(url);
  return {
    online: () => navigator.onLine,
    push: (input, signal) => answerOf(sync.push.mutate(input, { signal })),
    pull: (input, signal) => answerOf(sync.pull.query(input, { signal })),
    sendPhoto,
    reconcile: (input, signal) => answerOf(sync.reconcile.query(input, { signal })),
    signIn: (name, password, signal) => answerOf(auth.signIn.mutate({ name, password }, { signal })),
    signOut: (signal) => answerOf(auth.signOut.mutate(undefined, { signal })),
  };
}

/** What the client throws of the network and the server, as an answer; faults of ours are thrown on. */
export async function answerOf<T>(request: Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await request };
  } catch (error) {
    if (error instanceof TRPCClientError) return { ok: false, failure: failureOf(error) };
    throw error;
  }
}

/** Without a problem of our server's it was somebody else who answered (a proxy, a café's portal), or nobody. */
function failureOf({ data }: TRPCClientError<AppRouter>): Failure {
  return data?.problem ? { kind: 'refused', problem: data.problem } : { kind: 'unreachable' };
}

/** `POST /photos/<id>`: the bytes as they are. Its errors look like those of the calls. */
async function sendPhoto({ id, of }: PhotoToSend, bytes: ArrayBuffer, signal: AbortSignal): Promise<Answer<unknown>> {
  const place = new URLSearchParams('message' in of ? { message: of.message } : { reading: of.reading });
  try {
    const answer = await fetch(`/photos/${id}?${place}`, {
      method: 'POST',
      headers: { 'x-meterbook': '1', 'content-type': 'image/jpeg' },
      body: bytes,
      signal,
    });
    const body = await answer.json();
    if (answer.ok && body?.stored === true) return { ok: true, value: body };
    const problem: Problem | undefined = body?.error?.data?.problem;
    return {
      ok: false,
      failure: typeof problem?.code === 'string' ? { kind: 'refused', problem } : { kind: 'unreachable' },
    };
  } catch {
    // `fetch` throws of the network, of an answer that breaks off and of one that was not ours (a café's portal).
    return { ok: false, failure: { kind: 'unreachable' } };
  }
}
