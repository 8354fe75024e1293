import { Agent, request } from 'node:http';

/** One prepared call. */
export interface Call {
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * Sends the calls over so many connections, each taking the next call when it has its answer; answers with calls per
 * second. Throws at the first answer that is not a 200, or that `check` does not like.
 */
export async function load(
  url: string,
  calls: readonly Call[],
  connections: number,
  check: (body: string) => void = () => {},
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let call = calls[next++]; call; call = calls[next++]) check(await send(url, call, agent));
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return calls.length / seconds;
}

export function send(url: string, { path, headers, body }: Call, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
    });
    outgoing.once('error', reject);
    outgoing.once('response', (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.once('error', reject);
      incoming.once('end', () => {
        const text = Buffer.concat(parts).toString();
        if (incoming.statusCode === 200) resolve(text);
        else reject(new Error(`${path} answered ${incoming.statusCode}: ${text.slice(0, 200)}`));
      });
    });
    outgoing.end(body);
  });
}

/** The middle one of an odd number of figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

/**
 * Measures two things in turn, A B A B …, so that a slow moment of the machine meets both; answers with the pair whose
 * ratio is the middle one.
 */
export async function inTurn(
  rounds: number,
  a: (round: number) => Promise<number>,
  b: (round: number) => Promise<number>,
): Promise<{ a: number; b: number }> {
  const pairs: { a: number; b: number }[] = [];
  for (let round = 0; round < rounds; round++) pairs.push({ a: await a(round), b: await b(round) });
  const middle = median(pairs.map((pair) => pair.a / pair.b));
  return pairs.find((pair) => pair.a / pair.b === middle) as { a: number; b: number };
}
