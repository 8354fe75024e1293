import type { Problem } from '../../shared/problem.ts';
import type { TestServer } from './test-server.ts';

export interface OfficeAnswer {
  status: number;
  problem: Problem | null;
  result: unknown;
  /** What the answer set. */
  cookies: string[];
}

/** A browser at the office's procedures of `staff`, which keeps its cookies. */
export class OfficeBrowser {
  readonly #server: TestServer;
  /** The header that it sends. */
  cookie = '';

  constructor(server: TestServer) {
    this.#server = server;
  }

  /** With somebody's session. */
  as({ cookie }: { cookie: string }): this {
    this.cookie = cookie;
    return this;
  }

  async call(procedure: string, input: unknown = {}): Promise<OfficeAnswer> {
    const answer = await fetch(`${this.#server.url}/office/trpc/staff.${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie: this.cookie },
      body: JSON.stringify(input),
    });
    const cookies = answer.headers.getSetCookie();
    this.#keep(cookies);
    const { error, result } = (await answer.json()) as {
      error?: { data: { problem: Problem } };
      result?: { data: unknown };
    };
    return { status: answer.status, problem: error?.data.problem ?? null, result: result?.data, cookies };
  }

  #keep(cookies: readonly string[]): void {
    const kept = new Map(
      [...this.cookie.split('; '), ...cookies.map((one) => one.split(';')[0] ?? '')]
        .filter((one) => one !== '')
        .map((one): [string, string] => [one.slice(0, one.indexOf('=')), one]),
    );
    this.cookie = [...kept.values()].join('; ');
  }
}

/** The newest rows of the audit log, the newest first. */
export const newestAudits = (
  { services }: TestServer,
  count: number,
): Promise<{ actor: string; action: string; subject: string }[]> =>
  services.db.reader
    .selectFrom('audit')
    .select(['actor', 'action', 'subject'])
    .orderBy('seq', 'desc')
    .limit(count)
    .execute();
