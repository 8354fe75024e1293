import type { Problem } from '../../shared/problem.ts';
import { type Answer, withDeadline } from '../contact/answer.ts';
import type { Clock } from '../contact/clock.ts';

/** Fetches a PDF of the server's. Rejects with nothing but faults of ours. */
export function fetchDocument(url: string, clock: Clock, ask: typeof fetch): Promise<Answer<ArrayBuffer>> {
  return withDeadline(clock, async (signal) => {
    try {
      // A PDF is kept by the app, under its own rules, or not at all.
      const answer = await ask(url, { signal, cache: 'no-store' });
      if (answer.ok) return pdfIn(await answer.arrayBuffer());
      const problem = problemIn(await answer.json());
      return { ok: false, failure: problem ? { kind: 'refused', problem } : { kind: 'unreachable' } };
    } catch {
      // `fetch` throws of the network, of an answer that breaks off and of one that was not ours (a café's portal).
      return { ok: false, failure: { kind: 'unreachable' } };
    }
  });
}

function pdfIn(bytes: ArrayBuffer): Answer<ArrayBuffer> {
  const begins = new TextDecoder('latin1').decode(bytes.slice(0, 5)) === '%PDF-';
  return begins ? { ok: true, value: bytes } : { ok: false, failure: { kind: 'unreachable' } };
}

/** The problem in an error answer of our server's; its body is that of tRPC's errors. */
function problemIn(body: unknown): Problem | null {
  const { error } = (body ?? {}) as { error?: { data?: { problem?: Problem } } };
  const problem = error?.data?.problem;
  return typeof problem?.code === 'string' ? problem : null;
}
