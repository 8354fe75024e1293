import { z } from '../../shared/zod.ts';
import { type ApiProblemCode, apiProblems } from './problem.ts';
import { type AnswerShape, fileTypes, type Route } from './route.ts';
import { problem, shapes } from './shapes.ts';

type Json = { [name: string]: unknown };

const about =
  `Files of billing in and out for programs: bring accounts, meters, readings and bills in, export the readings of a
period, acknowledge what billing made of them.

Every request has the header \`Authorization: Bearer <key>\`; an administrator makes keys in the office, each for some scopes.
Every POST has an \`Idempotency-Key\`: the same request with the same key is done once and answered the same for a week, so
that a program whose connection broke off sends it again. Files are brought in by jobs, one after the other: ask
\`/jobs/{id}\` until its \`state\` is done, failed or cancelled. What is refused is answered as \`application/problem+json\` (RFC 9457);
go by its \`code\`. After 429 and 503 wait for \`Retry-After\` seconds.`
    .replaceAll('\n', ' ')
    .replaceAll('  ', '\n\n');

/** The description of these routes, OpenAPI 3.1. `url`: where they are. */
export function describeApi(routes: readonly Route[], { url }: { url: string }): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operationOf(route);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Meterbook: exchange with billing', version: '1', description: about },
    servers: [{ url }],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key that an administrator made in the office' },
      },
    },
  };
}

function operationOf(route: Route): Json {
  const body = bodyOf(route);
  const parameters = [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...(route.method === 'POST' ? [onceKey] : []),
  ];
  return {
    operationId: route.operation,
    summary: route.summary,
    // Any of them opens it.
    security: route.scopes.map((scope) => ({ key: [scope] })),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: { ...answersOf(route), ...refusalsOf(refusalsOfRoute(route)) },
  };
}

const onceKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Another one for every request that is another; a UUID, say',
  schema: { type: 'string', minLength: 1, maxLength: 130 },
};

/** Every problem that a route may be answered with. */
export function refusalsOfRoute({ method, scopes, body, refusals }: Route): ApiProblemCode[] {
  const always: ApiProblemCode[] = ['internal', 'try_again', 'bad_input'];
  const codes = new Set<ApiProblemCode>([...always, ...refusals]);
  if (scopes.length > 0) for (const code of ['key_refused', 'scope_missing', 'too_many'] as const) codes.add(code);
  if (method === 'POST') {
    const ofOnce = ['idempotency_key_missing', 'idempotency_key_busy', 'idempotency_key_reused'] as const;
    for (const code of ofOnce) codes.add(code);
  }
  if (body) for (const code of ['body_unreadable', 'media_type_refused', 'too_large'] as const) codes.add(code);
  return (Object.keys(apiProblems) as ApiProblemCode[]).filter((code) => codes.has(code));
}

function parametersOf(schema: z.ZodObject, where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
}

function bodyOf({ body }: Route): Json | null {
  if (!body) return null;
  if ('json' in body) return { [fileTypes.json]: { schema: schemaOf(body.json, 'input') } };
  return Object.fromEntries(
    body.file.map((type) => {
      if (type === 'json' && body.rows) return [fileTypes.json, { schema: schemaOf(body.rows, 'input') }];
      return [fileTypes[type], type === 'csv' ? { schema: { type: 'string' } } : {}];
    }),
  );
}

function answersOf({ method, answers }: Route): Json {
  return Object.fromEntries(
    Object.entries(answers).map(([status, shape]) => {
      const headers = {
        ...(method === 'POST' && { 'Idempotency-Replayed': replayed }),
        ...((status === '201' || (status === '202' && method === 'POST')) && { Location: location }),
      };
      return [
        status,
        {
          description: shape.says,
          ...(Object.keys(headers).length > 0 && { headers }),
          content: contentOf(shape),
        },
      ];
    }),
  );
}

const replayed = {
  description: '`true`: it was done before, and is answered as it was then',
  schema: { type: 'string' },
};
const location = { description: 'Where it is told of', schema: { type: 'string' } };

const contentOf = ({ json, file = [] }: AnswerShape): Json => ({
  ...Object.fromEntries(file.map((type) => [type, type === fileTypes.csv ? { schema: { type: 'string' } } : {}])),
  ...(json && { [fileTypes.json]: { schema: schemaOf(json, 'output') } }),
});

function refusalsOf(codes: readonly ApiProblemCode[]): Json {
  const byStatus = new Map<number, ApiProblemCode[]>();
  for (const code of codes) {
    const [status] = apiProblems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, all]) => [
      status,
      {
        description: all.map((code) => `\`${code}\`: ${apiProblems[code][1]}`).join('. '),
        ...headersOf(status),
        content: { 'application/problem+json': { schema: schemaOf(problem, 'output') } },
      },
    ]),
  );
}

function headersOf(status: number): Json {
  if (status === 401 || status === 403) {
    return { headers: { 'WWW-Authenticate': { description: 'RFC 6750', schema: { type: 'string' } } } };
  }
  if (status !== 429 && status !== 503) return {};
  return { headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer', minimum: 1 } } } };
}

const refTo = (name: string): string => `#/components/schemas/${name}`;

/** A schema by its name, or all of it where it has none. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const name = shapes.get(schema)?.id;
  if (name !== undefined) return { $ref: refTo(name) };
  if (schema instanceof z.ZodArray) return { type: 'array', items: schemaOf(schema.element as z.ZodType, io) };
  return bare(z.toJSONSchema(schema, { io, unrepresentable: 'throw' }));
}

function componentSchemas(): Json {
  const write = (io: 'input' | 'output'): Record<string, object> => z.toJSONSchema(shapes, { uri: refTo, io }).schemas;
  const [sent, answered] = [write('input'), write('output')];
  return Object.fromEntries(
    Object.keys(answered).map((name) => [name, bare((name.endsWith('Request') ? sent : answered)[name] ?? {})]),
  );
}

/** In the description the whole has the dialect, and the place is the name. */
function bare(schema: object): Json {
  const { $schema, $id, '~standard': _, ...rest } = schema as Json;
  return rest;
}
