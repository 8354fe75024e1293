import { createHash } from 'node:crypto';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import { v7 } from 'uuid';
import type { AppRouter } from '../../server/router.ts';
import { toInstant } from '../../shared/instant.ts';
import {
  bodyVersions,
  type Capture,
  type Operation,
  type OperationBodies,
  type OperationKind,
  type SealedOperation,
} from '../../shared/operation.ts';
import { operationText } from '../../shared/operation-text.ts';
import type { Problem } from '../../shared/problem.ts';
import {
  type AccountChanges,
  type Cursor,
  type OperationResult,
  type PullAnswer,
  protocol,
} from '../../shared/protocol.ts';
import { noClaims } from '../../shared/reading.ts';
import type { TestUser } from './household.ts';
import type { TestServer } from './test-server.ts';

/** A device as the server sees it: signs in, captures, pushes and pulls over real HTTP. */
export class TestDevice {
  readonly stream = v7();
  readonly client: ReturnType<typeof createTRPCClient<AppRouter>>;
  cookie = '';
  user: TestUser | null = null;
  /** The newest beacon held. */
  beacon: string | null = null;
  cursors: Record<string, Cursor> = {};
  readonly #server: TestServer;
  #number = 0;

  constructor(server: TestServer) {
    this.#server = server;
    this.client = createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: `${server.url}/trpc`,
          methodOverride: 'POST',
          headers: () => ({ 'x-meterbook': '1', ...(this.cookie ? { cookie: this.cookie } : {}) }),
          fetch: async (url, options) => {
            const answer = await fetch(url, options as RequestInit);
            for (const cookie of answer.headers.getSetCookie()) this.cookie = withCookie(this.cookie, cookie);
            return answer;
          },
        }),
      ],
    });
  }

  async signIn(user: TestUser, name: string): Promise<this> {
    const answer = await this.client.auth.signIn.mutate({ name, password: user.password });
    this.user = user;
    this.beacon = answer.beacon;
    return this;
  }

  /** What the device knows of the time; its clock is right unless told otherwise. */
  capture(wall = toInstant(this.#server.clock.now()), offset = 0): Capture {
    return { wall, offset, beacon: this.beacon };
  }

  operation<K extends OperationKind>(
    kind: K,
    account: string,
    body: OperationBodies[K],
    overrides: { id?: string; number?: number; capture?: Capture; user?: string } = {},
  ): SealedOperation {
    const operation = {
      id: v7(),
      stream: this.stream,
      number: overrides.number ?? ++this.#number,
      user: this.user?.id ?? v7(),
      account,
      kind,
      version: bodyVersions[kind],
      body,
      capture: this.capture(),
      ...overrides,
    } as Operation;
    return seal(operation);
  }

  reading(
    meter: { id: string; account: string },
    body: Pick<OperationBodies['reading-submitted'], 'period' | 'values'> &
      Partial<OperationBodies['reading-submitted']>,
    overrides: { id?: string; number?: number; capture?: Capture } = {},
  ): SealedOperation {
    const whole = { meter: meter.id, claims: noClaims, supersedes: null, ...body };
    return this.operation('reading-submitted', meter.account, whole, overrides);
  }

  /** Takes back the reading of this id: the id of the operation that submitted it. */
  withdrawal({ id, account }: { id: string; account: string }): SealedOperation {
    return this.operation('reading-withdrawn', account, { reading: id });
  }

  async push(...ops: unknown[]): Promise<OperationResult[]> {
    const answer = await this.client.sync.push.mutate({
      protocol,
      app: 'test',
      stream: this.stream,
      user: this.user?.id ?? v7(),
      deviceTime: toInstant(this.#server.clock.now()),
      ops,
    });
    this.beacon = answer.beacon;
    return answer.results;
  }

  /** One answer of the server, cursors not moved. */
  pullPage(): Promise<PullAnswer> {
    return this.client.sync.pull.query({ protocol, user: this.user?.id ?? v7(), cursors: this.cursors });
  }

  /** Pulls until there is no more; moves the cursors. */
  async pullAnswers(): Promise<PullAnswer[]> {
    const answers: PullAnswer[] = [];
    for (let more = true; more; ) {
      const answer = await this.pullPage();
      this.beacon = answer.beacon;
      for (const { account, epoch, version } of answer.accounts) this.cursors[account] = { epoch, version };
      answers.push(answer);
      more = answer.accounts.some((page) => page.more);
    }
    return answers;
  }

  /** The same, as the pages of the accounts. */
  async pull(): Promise<AccountChanges[]> {
    return (await this.pullAnswers()).flatMap(({ accounts }) => accounts);
  }
}

/** A `Cookie` header after the server has set one; an empty value is no cookie any more. */
export function withCookie(header: string, set: string): string {
  const pair = set.split(';')[0] ?? '';
  const [name = '', value] = pair.split('=', 2);
  const others = header.split('; ').filter((one) => one !== '' && !one.startsWith(`${name}=`));
  return [...(value ? [pair] : []), ...others].join('; ');
}

export function seal(operation: Operation): SealedOperation {
  return { ...operation, hash: createHash('sha256').update(operationText(operation)).digest('hex') };
}

/** The problem that a refused call carries. Fails where the call succeeds or fails without one. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof TRPCClientError && error.data?.problem) return error.data.problem as Problem;
    throw error;
  }
  throw new Error('the call succeeded');
}
