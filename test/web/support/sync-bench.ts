import { expect } from 'chai';
import type { SealedOperation } from '../../../shared/operation.ts';
import type { SyncStatus } from '../../../web/store/views.ts';
import { SyncLoop } from '../../../web/sync/loop.ts';
import type { SyncPorts } from '../../../web/sync/ports.ts';
import { FakeServer } from './fake-server.ts';
import { anna, inWindow, submission } from './household.ts';
import { MemoryStorage } from './memory-storage.ts';
import { turn, VirtualClock } from './virtual-clock.ts';

type One = SealedOperation;
type Saved<N extends number> = N extends 1
  ? [One]
  : N extends 2
    ? [One, One]
    : N extends 3
      ? [One, One, One]
      : N extends 4
        ? [One, One, One, One]
        : One[];

/** Anna's device with the loop on it, a server, and a clock that both go by. */
export class SyncBench {
  readonly clock = new VirtualClock(inWindow);
  readonly server = new FakeServer(anna, () => this.clock.now());
  readonly storage = new MemoryStorage();
  readonly faults: unknown[] = [];
  status: Partial<SyncStatus> = {};
  readonly states: string[] = [];
  readonly progress: number[] = [];
  /** The jitter: 1 means the whole back-off. */
  jitter = 1;
  readonly ports: SyncPorts = {
    clock: this.clock,
    network: this.server,
    storage: this.storage,
    random: () => this.jitter,
    exclusive: (work) => work(),
    publish: (change) => {
      this.status = { ...this.status, ...change };
      if (change.state) this.states.push(change.state);
      if (typeof change.progress === 'number') this.progress.push(change.progress);
    },
    report: (fault) => this.faults.push(fault),
    app: '1.0.0',
  };
  readonly loop = new SyncLoop(this.ports);

  constructor() {
    this.storage.signedIn = { user: anna, since: 1, expired: false };
  }

  /** Saves so many operations, numbered on from `from`. */
  async save<const N extends number>(count: N, { from = 1, user = anna } = {}): Promise<Saved<N>> {
    const saved = await Promise.all(Array.from({ length: count }, (_, index) => submission(from + index, { user })));
    for (const operation of saved) this.storage.save(operation);
    return saved as Saved<N>;
  }

  async start(): Promise<void> {
    this.loop.start();
    await turn();
  }

  stateOf({ id }: SealedOperation): string | undefined {
    return this.storage.operations.get(id)?.state;
  }
}

/** A new bench for each test of the suite; at the end of each the loop stops, and no fault has gone by unseen. */
export function forEachTest(use: (bench: SyncBench) => void): void {
  let bench: SyncBench;
  beforeEach(() => {
    bench = new SyncBench();
    use(bench);
  });
  afterEach(() => {
    bench.loop.stop();
    expect(bench.faults).to.deep.equal([]);
  });
}
