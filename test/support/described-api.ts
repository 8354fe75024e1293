import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { v7 } from 'uuid';
import { makeKey } from '../../server/api/keys.ts';
import { type ApiScope, apiScopes } from '../../shared/api-key.ts';
import type { Day } from '../../shared/period.ts';
import type { TestServer } from './test-server.ts';

/** A program outside: it sends what it likes, and holds every answer against the description that the server gives of itself. */

export interface Operation {
  operationId: string;
  security: { key: [ApiScope] }[];
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, object> };
  responses: Record<string, { content: Record<string, { schema?: object }>; headers?: Record<string, object> }>;
}
export interface Description {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

export interface Call {
  method?: string;
  /** Below `/exchange/v1`, with its query. */
  path: string;
  token?: string | null;
  body?: string | Uint8Array | object;
  type?: string;
  /** Of a POST; null: none. */
  once?: string | null;
  headers?: Record<string, string>;
}

export interface Heard<T = unknown> {
  status: number;
  headers: Headers;
  bytes: Buffer;
  json: T;
  /** Of a refusal. */
  code: string | undefined;
}

export interface Program {
  description: Description;
  call<T = unknown>(call: Call): Promise<Heard<T>>;
}

export async function startProgram(server: TestServer, token: string): Promise<Program> {
  const description = (await (await fetch(`${server.url}/exchange/v1/openapi.json`)).json()) as Description;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(description, 'api');
  const validators = new Map<string, ReturnType<typeof ajv.compile>>();

  function check(ref: readonly string[], value: unknown): void {
    const pointer = ref.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: `api#/${pointer}` });
    validators.set(pointer, validate);
    assert.ok(validate(value), `${ref.join(' ')}: ${JSON.stringify(validate.errors)}`);
  }

  /** What the description says of such an answer holds for this one. */
  function hold({ method, path }: { method: string; path: string }, heard: Heard): void {
    const type = heard.headers.get('content-type')?.split(';')[0] ?? '';
    const bare = path.replace(/[?#].*$/s, '');
    const template = Object.keys(description.paths).find((one) =>
      new RegExp(`^${one.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(bare),
    );
    const operation = template === undefined ? undefined : description.paths[template]?.[method.toLowerCase()];
    if (template === undefined || !operation) {
      assert.ok(heard.status === 404 || heard.status === 405, `${method} ${bare} is not described`);
      check(['components', 'schemas', 'Problem'], heard.json);
      return;
    }
    const answer = operation.responses[heard.status];
    assert.ok(answer, `${method} ${template} is not described to answer ${heard.status} ${heard.bytes}`);
    const content = answer.content[type];
    assert.ok(content, `${method} ${template} is not described to answer ${heard.status} as ${type}`);
    for (const name of Object.keys(answer.headers ?? {})) {
      if (name !== 'Idempotency-Replayed') assert.ok(heard.headers.get(name), `${name} is missing`);
    }
    if (!content.schema || !/json/.test(type)) return;
    const place = [
      'paths',
      template,
      method.toLowerCase(),
      'responses',
      String(heard.status),
      'content',
      type,
      'schema',
    ];
    check(place, heard.json);
    if (heard.code === undefined) return;
    const { description: words } = answer as unknown as { description: string };
    assert.ok(words.includes(`\`${heard.code}\``), `${method} ${template} is not described to answer ${heard.code}`);
  }

  return {
    description,
    async call<T>({
      method = 'GET',
      path,
      token: other = token,
      body,
      type = 'application/json',
      once = v7(),
      headers = {},
    }: Call): Promise<Heard<T>> {
      const isRaw = typeof body === 'string' || body instanceof Uint8Array;
      const answer = await fetch(`${server.url}/exchange/v1${path}`, {
        method,
        headers: {
          ...(other !== null && { authorization: `Bearer ${other}` }),
          ...(body !== undefined && { 'content-type': type }),
          ...(method === 'POST' && once !== null && { 'idempotency-key': once }),
          ...headers,
        },
        ...(body !== undefined && { body: isRaw ? (body as string) : JSON.stringify(body) }),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const isJson = /json/.test(answer.headers.get('content-type') ?? '');
      const json = (isJson ? JSON.parse(bytes.toString()) : null) as T;
      const code = answer.ok ? undefined : (json as { code?: string } | null)?.code;
      const heard = { status: answer.status, headers: answer.headers, bytes, json, code };
      assert.equal(answer.headers.get('set-cookie'), null);
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
      hold({ method, path }, heard);
      return heard;
    },
  };
}

/** A key of these scopes, as an administrator makes it. */
export async function keyFor(
  { services }: TestServer,
  scopes: readonly ApiScope[] = apiScopes,
  expiresOn: Day | null = null,
): Promise<{ id: string; token: string }> {
  const { key, token } = await makeKey(
    services,
    { name: '1C', scopes: [...scopes], expiresOn },
    { id: v7(), name: 'Dace Liepa' },
  );
  return { id: key.id, token };
}
