import { conversationTopics, isMessageText, maxPhotosPerMessage } from './conversation.ts';
import { isUuid } from './ids.ts';
import { isInstant } from './instant.ts';
import { registerCodes } from './meter.ts';
import type { Operation, OperationKind, SealedOperation } from './operation.ts';
import { isPeriod, type Period } from './period.ts';
import { maxOperationsPerPush } from './protocol.ts';
import { z } from './zod.ts';

/** The schemas of what devices send. The shapes are described in `operation.ts` and `protocol.ts`; a test holds them together. */

const uuid = z.string().refine(isUuid);
const instant = z.string().refine(isInstant);
const period = z.custom<Period>(isPeriod);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const token = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w.~-]+$/);

export const capture = z.strictObject({
  wall: instant,
  // A device clock may be wrong by years (C1); beyond ±9999 years it is no clock.
  offset: z.int().min(-1e14).max(1e14),
  beacon: token.nullable(),
});

const readingSubmitted = z.strictObject({
  meter: uuid,
  period,
  values: z
    .record(z.string().regex(/^[A-Z]\d?$/), z.int().min(0).max(1e15))
    .refine((values) => Object.keys(values).length <= 8),
  claims: z.strictObject({
    rollover: z.array(z.enum(registerCodes)).max(registerCodes.length),
    confirmed: z.array(z.enum(registerCodes)).max(registerCodes.length),
    replaced: z.boolean(),
  }),
  supersedes: uuid.nullable(),
});

const readingWithdrawn = z.strictObject({ reading: uuid });

const messageWritten = z
  .strictObject({
    conversation: uuid.nullable(),
    topic: z.enum(conversationTopics).nullable(),
    text: z.string().refine((text) => text === '' || isMessageText(text)),
    photos: z
      .array(uuid)
      .max(maxPhotosPerMessage)
      .refine((photos) => new Set(photos).size === photos.length),
  })
  .refine(({ conversation, topic }) => (conversation === null) !== (topic === null), { path: ['topic'] })
  .refine(({ text, photos }) => text !== '' || photos.length > 0, { path: ['text'] });

/** Every released shape of every body, by version. */
export const bodySchemas: Readonly<Record<OperationKind, Readonly<Record<number, z.ZodType>>>> = {
  'reading-submitted': { 1: readingSubmitted },
  'reading-withdrawn': { 1: readingWithdrawn },
  'message-written': { 1: messageWritten },
};

/** What every operation has, of whatever kind and version: enough to enter it into the ledger. */
export const operationHead = z.strictObject({
  id: uuid,
  stream: uuid,
  number: z.int().min(1),
  user: uuid,
  account: uuid,
  kind: z.string().regex(/^[a-z-]{1,40}$/),
  version: z.int().min(1).max(1000),
  body: z.record(z.string(), z.unknown()),
  capture,
  hash: sha256,
});
export type OperationHead = z.infer<typeof operationHead>;

export type ParsedOperation =
  | { ok: true; operation: SealedOperation }
  | { ok: false; head: OperationHead; code: 'malformed'; path: string }
  /** A kind or shape from a newer app than this server. */
  | { ok: false; head: OperationHead; code: 'kind_unknown'; path: string };

/** The body by its kind and version. The head must have passed `operationHead`. */
export function parseBody(head: OperationHead): ParsedOperation {
  const versions = Object.hasOwn(bodySchemas, head.kind) ? bodySchemas[head.kind as OperationKind] : undefined;
  const schema = versions?.[head.version];
  if (!schema) return { ok: false, head, code: 'kind_unknown', path: 'kind' };
  const body = schema.safeParse(head.body);
  if (!body.success) return { ok: false, head, code: 'malformed', path: pathOf(body.error, 'body') };
  return { ok: true, operation: { ...head, body: body.data } as Operation & { hash: string } };
}

export const pushInput = z.strictObject({
  protocol: z.int().min(1),
  app: z
    .string()
    .max(64)
    .regex(/^[\w.+-]*$/),
  stream: uuid,
  /** I10: whose session the device believes this is. */
  user: uuid,
  deviceTime: instant,
  // One by one below, so that one bad operation never blocks the others.
  ops: z.array(z.unknown()).max(maxOperationsPerPush),
});
export type PushInput = z.infer<typeof pushInput>;

export const pullInput = z.strictObject({
  // 0 never was: it stands for whatever is older than this server can answer, and is told to upgrade.
  protocol: z.int().min(0),
  user: uuid,
  cursors: z
    .record(
      uuid,
      z.strictObject({
        epoch: z
          .string()
          .max(64)
          .regex(/^[\w-]*$/),
        version: z.int().min(0),
      }),
    )
    .refine((cursors) => Object.keys(cursors).length <= 2000),
});
export type PullInput = z.infer<typeof pullInput>;

export const reconcileInput = z.strictObject({
  protocol: z.int().min(1),
  user: uuid,
  ids: z.array(uuid).max(500),
});
export type ReconcileInput = z.infer<typeof reconcileInput>;

/** `body.values.T1`: where in the input a schema's first complaint lies. */
export function pathOf(error: z.ZodError, root = ''): string {
  const path = error.issues[0]?.path.map(String) ?? [];
  return (root ? [root, ...path] : path).join('.').slice(0, 120);
}
