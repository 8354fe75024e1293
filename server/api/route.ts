import type { ApiScope } from '../../shared/api-key.ts';
import type { z } from '../../shared/zod.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import type { Upload } from '../exchange/uploads.ts';
import type { KeyHolder } from './authenticate.ts';
import type { KeptAnswer } from './once.ts';
import type { ApiProblemCode } from './problem.ts';

/**
 * One address of `/exchange/v1` and what it does: the server runs this, and the description is made of it, so that they
 * cannot differ.
 */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/exchange/v1`, with `{name}` for parameters. */
  path: string;
  /** Its name in the description. */
  operation: string;
  summary: string;
  /** One of these opens it; of none: anybody may ask. What a key may do with a single row the handler decides. */
  scopes: readonly ApiScope[];
  params: z.ZodObject;
  query: z.ZodObject;
  /** A POST is sent with an Idempotency-Key, and is done once. */
  body: null | { json: z.ZodType } | { file: readonly FileType[]; rows: z.ZodType | null };
  answers: Readonly<Record<number, AnswerShape>>;
  /** What it may be answered with beside what every route may. */
  refusals: readonly ApiProblemCode[];
  handle(asked: Asked): Promise<Answer>;
}

export interface AnswerShape {
  says: string;
  json?: z.ZodType;
  /** Media types of a file. */
  file?: readonly string[];
}

/** Media types in which files come. What they are, their content says. */
export const fileTypes = {
  csv: 'text/csv',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  any: 'application/octet-stream',
} as const;
export type FileType = keyof typeof fileTypes;

/** A request that is allowed and read. */
export interface Asked<P = unknown, Q = unknown, B = unknown> {
  services: Services;
  holder: KeyHolder;
  params: P;
  query: Q;
  body: B;
  /** Keeps the answer to a POST, in the transaction of what it tells of. */
  keep(tx: Writer, answer: KeptAnswer): Promise<void>;
}

export interface FileAnswer {
  status: 200;
  file: { name: string; type: string; bytes: AsyncIterable<string | Uint8Array> };
}

export type Answer = KeptAnswer | FileAnswer;

interface Typed<P extends z.ZodObject, Q extends z.ZodObject>
  extends Omit<Route, 'params' | 'query' | 'body' | 'handle'> {
  params: P;
  query: Q;
}

type Of<P extends z.ZodObject, Q extends z.ZodObject, B> = Asked<z.output<P>, z.output<Q>, B>;

/** A route that sends no body. */
export const plainRoute = <P extends z.ZodObject, Q extends z.ZodObject>(
  route: Typed<P, Q> & { handle(asked: Of<P, Q, null>): Promise<Answer> },
): Route => ({ ...route, body: null, handle: (asked) => route.handle(asked as Of<P, Q, null>) });

/** One that sends JSON. */
export const jsonRoute = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  route: Typed<P, Q> & { json: B; handle(asked: Of<P, Q, z.output<B>>): Promise<Answer> },
): Route => ({
  ...route,
  body: { json: route.json },
  handle: (asked) => route.handle(asked as Of<P, Q, z.output<B>>),
});

/** One that sends a file; `rows`: what it holds as JSON. */
export const fileRoute = <P extends z.ZodObject, Q extends z.ZodObject>(
  route: Typed<P, Q> & {
    file: readonly FileType[];
    rows: z.ZodType | null;
    handle(asked: Of<P, Q, Upload>): Promise<Answer>;
  },
): Route => ({
  ...route,
  body: { file: route.file, rows: route.rows },
  handle: (asked) => route.handle(asked as Of<P, Q, Upload>),
});
