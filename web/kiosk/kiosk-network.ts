import type { Deliveries, KioskGreeting } from '../../shared/kiosk-answers.ts';
import type { KioskEnvelope } from '../../shared/kiosk-envelope.ts';
import type { Answer } from '../contact/answer.ts';
import { callKiosk, type KioskApi, type KioskCalls, problemOf } from './api.ts';

/** What the outbox asks the server. What is not an answer is a Failure; nothing is thrown but faults of ours. */
export interface KioskNetwork {
  enrol(code: string, signal: AbortSignal): Promise<Answer<KioskGreeting>>;
  hello(held: Omit<KioskCalls['hello'], 'appVersion'>, signal: AbortSignal): Promise<Answer<KioskGreeting>>;
  /** `visit`: the token of whoever stands there, so that they are told what became of each reading. */
  deliver(
    input: { visit: string | null; envelopes: KioskEnvelope[] },
    signal: AbortSignal,
  ): Promise<Answer<Deliveries>>;
}

export function kioskNetwork(api: Pick<KioskApi, 'deliver'>, appVersion: string): KioskNetwork {
  return {
    enrol: (code, signal) => answerOf(callKiosk('enrol', { code, appVersion }, signal)),
    hello: (held, signal) => answerOf(callKiosk('hello', { appVersion, ...held }, signal)),
    deliver: (input, signal) => answerOf(api.deliver.mutate(input, { signal })),
  };
}

/** The same line, on which every answer of ours is heard at once, whatever it says. */
export function overheard(network: KioskNetwork, answered: () => void): KioskNetwork {
  async function hear<T>(asking: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asking;
    if (answer.ok || answer.failure.kind === 'refused') answered();
    return answer;
  }
  return {
    enrol: (...asked) => hear(network.enrol(...asked)),
    hello: (...asked) => hear(network.hello(...asked)),
    deliver: (...asked) => hear(network.deliver(...asked)),
  };
}

async function answerOf<T>(call: Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    const problem = problemOf(error);
    return { ok: false, failure: problem ? { kind: 'refused', problem } : { kind: 'unreachable' } };
  }
}
