import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bodyVersions,
  dependencies,
  type OperationBodies,
  type OperationKind,
  type SealedOperation,
} from '../../shared/operation.ts';
import { operationText } from '../../shared/operation-text.ts';
import { maxOperationsPerPush } from '../../shared/protocol.ts';
import {
  bodySchemas,
  type OperationHead,
  operationHead,
  parseBody,
  pathOf,
  pullInput,
  pushInput,
  reconcileInput,
} from '../../shared/sync.ts';
import { type Broken, breakAt, type Json } from '../support/broken.ts';
import { vectors } from '../support/vectors.ts';

const { operation, brokenHeads, brokenBodies } = vectors<{
  operation: Json & SealedOperation;
  brokenHeads: (Broken & { path: string })[];
  brokenBodies: (Broken & { path: string; code: string })[];
}>('operation');

const otherId = '018f3a3e-5b1a-7c3d-8e4f-0123456789aa';

/** Typed as `operation.ts` describes them, so that neither it nor the schemas can change alone. */
const bodies: { [K in OperationKind]: OperationBodies[K] } = {
  'reading-submitted': {
    meter: otherId,
    period: '2017-06',
    values: { B: 0 },
    claims: { rollover: ['B'], confirmed: [], replaced: true },
    supersedes: otherId,
  },
  'reading-withdrawn': { reading: otherId },
  'message-written': { conversation: otherId, topic: null, text: 'It was colder.', photos: [otherId] },
};

describe('operations that are refused', () => {
  for (const one of brokenHeads) {
    it(one.title, () => {
      const { error } = operationHead.safeParse(breakAt(operation, one));
      assert.ok(error, 'it passes');
      assert.equal(pathOf(error), one.path);
    });
  }
  for (const one of brokenBodies) {
    it(one.title, () => {
      const head = operationHead.parse(breakAt(operation, one));
      const { path, code } = one;
      assert.deepEqual(parseBody(head), { ok: false, head, path, code });
    });
  }
  it('a kind that every object inherits is unknown', () => {
    const head: OperationHead = { ...operationHead.parse(operation), kind: 'constructor' };
    assert.deepEqual(parseBody(head), { ok: false, head, path: 'kind', code: 'kind_unknown' });
  });
  it('more cursors than one pull may carry, and more ids than one reconciliation', () => {
    const asked = { protocol: 1, user: operation.user };
    const ids = Array.from({ length: 2_001 }, (_, at) => otherId.slice(0, -4) + at.toString(16).padStart(4, '0'));
    const cursors = (length: number) =>
      Object.fromEntries(ids.slice(0, length).map((id) => [id, { epoch: '', version: 0 }]));
    assert.equal(pullInput.safeParse({ ...asked, cursors: cursors(2_001) }).success, false);
    assert.equal(pullInput.safeParse({ ...asked, cursors: cursors(2_000) }).success, true);
    assert.equal(reconcileInput.safeParse({ ...asked, ids: ids.slice(0, 501) }).success, false);
    assert.equal(reconcileInput.safeParse({ ...asked, ids: ids.slice(0, 500) }).success, true);
  });
  it('more operations than one push may carry', () => {
    const push = {
      protocol: 1,
      app: '0.1.0',
      stream: operation.stream,
      user: operation.user,
      deviceTime: operation.capture.wall,
    };
    const many = (length: number): unknown[] => Array.from({ length }, () => null);
    const { error } = pushInput.safeParse({ ...push, ops: many(maxOperationsPerPush + 1) });
    assert.ok(error);
    assert.equal(pathOf(error), 'ops');
    assert.ok(pushInput.safeParse({ ...push, ops: many(maxOperationsPerPush) }).success, 'one bad one blocks no other');
  });
});

describe('operations', () => {
  it('pass unchanged', () => {
    assert.deepEqual(parseBody(operationHead.parse(operation)), { ok: true, operation });
  });
  for (const [kind, version] of Object.entries(bodyVersions)) {
    it(`${kind}: the shape that this release writes is one that it reads`, () => {
      const body = bodies[kind as OperationKind];
      assert.deepEqual(bodySchemas[kind as OperationKind][version]?.parse(body), body);
    });
  }
  it('every released shape of every kind has a schema, from the first on', () => {
    for (const [kind, version] of Object.entries(bodyVersions)) {
      const released = Object.keys(bodySchemas[kind as OperationKind]).map(Number);
      assert.deepEqual(
        released,
        Array.from({ length: version }, (_, at) => at + 1),
      );
    }
  });
  it('I2: the text that is hashed names every field but the hash', () => {
    const text = operationText(operation);
    const { hash, ...content } = operation;
    assert.deepEqual(JSON.parse(text), content);
    assert.equal(operationText({ ...operation, hash: 'f'.repeat(64) }), text);
    for (const key of Object.keys(content)) {
      assert.notEqual(operationText({ ...operation, [key]: null } as unknown as SealedOperation), text, key);
    }
  });
  it('W7: a correction and a withdrawal need the reading that they speak of', () => {
    const submitted = { ...operation, kind: 'reading-submitted', body: bodies['reading-submitted'] } as const;
    assert.deepEqual(dependencies(submitted), [otherId]);
    assert.deepEqual(dependencies({ ...submitted, body: { ...submitted.body, supersedes: null } }), []);
    const withdrawn = { ...operation, kind: 'reading-withdrawn', body: bodies['reading-withdrawn'] } as const;
    assert.deepEqual(dependencies(withdrawn), [otherId]);
  });
  it('a message needs the one that began its conversation', () => {
    const written = { ...operation, kind: 'message-written', body: bodies['message-written'] } as const;
    assert.deepEqual(dependencies(written), [otherId]);
    assert.deepEqual(dependencies({ ...written, body: { ...written.body, conversation: null, topic: 'bill' } }), []);
  });

  it('I8: nothing waits for itself', () => {
    const { id } = operation;
    const submitted = { ...bodies['reading-submitted'], supersedes: id };
    assert.deepEqual(dependencies({ ...operation, kind: 'reading-submitted', body: submitted }), []);
    assert.deepEqual(dependencies({ ...operation, kind: 'reading-withdrawn', body: { reading: id } }), []);
  });
});
