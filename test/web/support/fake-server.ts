import { toInstant } from '../../../shared/instant.ts';
import type { SealedOperation } from '../../../shared/operation.ts';
import { operationText } from '../../../shared/operation-text.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { AccountChanges, OperationResult, PullAnswer, PushAnswer } from '../../../shared/protocol.ts';
import type { Reading } from '../../../shared/reading.ts';
import type { PullInput, PushInput, ReconcileInput } from '../../../shared/sync.ts';
import type { Answer } from '../../../web/contact/answer.ts';
import type { PhotoToSend } from '../../../web/store/photo-outbox.ts';
import type { Network } from '../../../web/sync/ports.ts';
import { home, reading } from './household.ts';
import { noChanges } from './no-changes.ts';

type Call = 'push' | 'pull' | 'reconcile';

/** What happens to one request: refused by name, never arrived, done and its answer lost, or never answered. */
export type Fault = Problem | 'cut' | 'answer-lost' | 'silence';

interface State {
  ledger: Map<string, { text: string; result: OperationResult }>;
  readings: { version: number; reading: Reading }[];
  head: number;
}

/** A server with one account that keeps the protocol: ledger, versions, epoch, pages. Its clock is an hour ahead. */
export class FakeServer implements Network {
  /** Whose cookie the device has. */
  user: string | null;
  epoch = 'epoch-1';
  owners: string[];
  rowsPerPage = 500;
  /** What the next requests of a kind meet, in order. */
  readonly faults: Record<Call, (Fault | null)[]> = { push: [], pull: [], reconcile: [] };
  /** The photos that were sent, however they fared; what the next ones meet; what happens while one is on its way. */
  readonly photos: string[] = [];
  readonly photoFaults: (Problem | 'cut' | null)[] = [];
  duringPhoto: (() => void) | null = null;
  /** Operations to be put off, and how often. */
  readonly putOff = new Map<string, number>();
  /** Operations to be refused. */
  readonly refused = new Map<string, Problem>();
  readonly pushes: PushInput[] = [];
  readonly pulls: PullInput[] = [];
  readonly reconciles: ReconcileInput[] = [];
  /** Runs while a request is under way. */
  during: ((call: Call) => void) | null = null;
  connected = true;
  readonly #now: () => number;
  #state: State = { ledger: new Map(), readings: [], head: 1 };

  constructor(user: string, now: () => number) {
    this.user = user;
    this.owners = [user];
    this.#now = () => now() + 3_600_000;
  }

  online(): boolean {
    return this.connected;
  }

  get ledger(): ReadonlyMap<string, { text: string; result: OperationResult }> {
    return this.#state.ledger;
  }

  backup(): State {
    const { ledger, readings, head } = this.#state;
    return { ledger: new Map(ledger), readings: [...readings], head };
  }

  restore(state: State, epoch: string): void {
    this.#state = state;
    this.epoch = epoch;
  }

  addReading(added: Reading): void {
    this.#state.readings.push({ version: ++this.#state.head, reading: added });
  }

  push(input: PushInput, signal: AbortSignal): Promise<Answer<PushAnswer>> {
    this.pushes.push(input);
    return this.#answer('push', input.user, signal, () => ({
      serverTime: toInstant(this.#now()),
      beacon: `beacon-${this.pushes.length}`,
      results: (input.ops as SealedOperation[]).map((one) => this.#enter(one)),
    }));
  }

  pull(input: PullInput, signal: AbortSignal): Promise<Answer<PullAnswer>> {
    this.pulls.push(input);
    return this.#answer('pull', input.user, signal, () => {
      const owned = this.owners.includes(input.user);
      const page = owned ? this.#page(input.cursors[home]) : null;
      return {
        serverTime: toInstant(this.#now()),
        beacon: `beacon-of-pull-${this.pulls.length}`,
        accounts: page ? [page] : [],
        revoked: owned || !Object.hasOwn(input.cursors, home) ? [] : [home],
        locked: [],
        windows: [],
      };
    });
  }

  async sendPhoto(photo: PhotoToSend): Promise<Answer<unknown>> {
    this.photos.push(photo.id);
    this.duringPhoto?.();
    const fault = this.photoFaults.shift() ?? null;
    if (!this.connected || fault === 'cut') return { ok: false, failure: { kind: 'unreachable' } };
    if (fault !== null) return refuse(fault);
    return { ok: true, value: { stored: true } };
  }

  reconcile(input: ReconcileInput, signal: AbortSignal): ReturnType<Network['reconcile']> {
    this.reconciles.push(input);
    return this.#answer('reconcile', input.user, signal, () => ({
      serverTime: toInstant(this.#now()),
      missing: input.ids.filter((id) => !this.#state.ledger.has(id)),
    }));
  }

  async #answer<T>(call: Call, user: string, signal: AbortSignal, work: () => T): Promise<Answer<T>> {
    const fault = this.faults[call].shift() ?? null;
    this.during?.(call);
    if (fault === 'silence') return new Promise(() => signal.throwIfAborted());
    if (!this.connected || fault === 'cut') return { ok: false, failure: { kind: 'unreachable' } };
    if (fault !== null && fault !== 'answer-lost') return refuse(fault);
    if (this.user === null) return refuse({ code: 'signed_out' });
    if (this.user !== user) return refuse({ code: 'other_user' });
    const value = work();
    return fault === 'answer-lost' ? { ok: false, failure: { kind: 'unreachable' } } : { ok: true, value };
  }

  #enter(operation: SealedOperation): OperationResult {
    const { id } = operation;
    const left = this.putOff.get(id) ?? 0;
    if (left > 0) {
      this.putOff.set(id, left - 1);
      return { id, outcome: 'retry', problems: [{ code: 'try_again' }], version: 0 };
    }
    const text = operationText(operation);
    const known = this.#state.ledger.get(id);
    if (known?.text === text) {
      const { outcome: first } = known.result;
      return { ...known.result, outcome: 'duplicate', first };
    }
    if (known) return { id, outcome: 'conflict', problems: [{ code: 'id_reused' }], version: 0 };
    const problem = this.refused.get(id);
    if (!problem && operation.kind === 'reading-submitted') {
      const { meter, period, values, supersedes } = operation.body;
      this.addReading(reading(period, values, { id, meter, supersedes, state: 'accepted' }));
    }
    const outcome = problem ? 'rejected' : 'applied';
    const result: OperationResult = { id, outcome, problems: problem ? [problem] : [], version: this.#state.head };
    this.#state.ledger.set(id, { text, result });
    return result;
  }

  #page(cursor: PullInput['cursors'][string] | undefined): AccountChanges | null {
    const { head, readings } = this.#state;
    const valid = cursor !== undefined && cursor.epoch === this.epoch && cursor.version <= head;
    if (valid && cursor.version === head) return null;
    const above = readings.filter(({ version }) => version > (valid ? cursor.version : 0));
    const rows = above.slice(0, this.rowsPerPage);
    const more = rows.length < above.length;
    return {
      account: home,
      epoch: this.epoch,
      version: more ? (rows.at(-1)?.version ?? 0) : head,
      reset: cursor !== undefined && !valid,
      more,
      changes: { ...noChanges, readings: rows.map((one) => one.reading) },
    };
  }
}

const refuse = (problem: Problem): { ok: false; failure: { kind: 'refused'; problem: Problem } } => ({
  ok: false,
  failure: { kind: 'refused', problem },
});
