import assert from 'node:assert/strict';
import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { runnerImport } from 'vite';
import { rotateKioskKey } from '../../../server/kiosks/keys.ts';
import { openEnvelope, readEnvelope } from '../../../server/kiosks/open-envelope.ts';
import type { KioskId, KioskKeyId } from '../../../shared/ids.ts';
import { envelopeContext, envelopeInfo, type KioskEnvelope } from '../../../shared/kiosk-envelope.ts';
import { type KioskSlip, longestContact, longestTyped, mostReadings, mostTyped } from '../../../shared/kiosk-slip.ts';
import { noClaims } from '../../../shared/reading.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

type SealSlip = (slip: KioskSlip, kiosk: KioskId, key: { id: KioskKeyId; publicKey: string }) => Promise<KioskEnvelope>;

/** What the tablet seals with, as it stands in its app. */
const sealFile = fileURLToPath(new URL('../../../../web/kiosk/seal.ts', import.meta.url));

forEachEngine((engine) => {
  let server: TestServer;
  let kiosk: TestKiosk;
  let sealSlip: SealSlip;
  let slip: KioskSlip;
  before(async () => {
    ({ sealSlip } = (await runnerImport<{ sealSlip: SealSlip }>(sealFile)).module);
    server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T10:00:00.000Z' });
    kiosk = await enrolKiosk(server);
    const readings = [kiosk.reading('HU-7730041', ['00254,817'])];
    slip = kiosk.slip({ account: '12345', serial: 'HU-7730041', period: '2026-11', readings, contact: 'Bērziņa' });
  });

  const seal = (one: KioskSlip) => sealSlip(one, kiosk.id, kiosk.greeting.key);

  async function open(envelope: unknown): Promise<KioskSlip | { fault: string }> {
    const read = readEnvelope(envelope);
    if ('fault' in read) return read;
    const opened = await openEnvelope(server.services.db.reader, read);
    return 'fault' in opened ? opened : opened.slip;
  }

  it('every byte of what a tablet sealed: changed by one bit, it is refused', async () => {
    const envelope = await seal(slip);
    for (const part of ['enc', 'sealed'] as const) {
      const bytes = Buffer.from(envelope[part], 'base64url');
      for (let at = 0; at < bytes.length; at++) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ (1 << (at % 8));
        const opened = await open({ ...envelope, [part]: changed.toString('base64url') });
        assert.ok('fault' in opened, `${part}, byte ${at}`);
      }
    }
  });

  it('what stands around it: changed in any of its parts, it is refused', async () => {
    const envelope = await seal(slip);
    const old = kiosk.greeting.key.id;
    await rotateKioskKey(server.services, 'test');
    await kiosk.hello();
    assert.notEqual(kiosk.greeting.key.id, old);
    const changes = { protocol: 2, kiosk: v7(), envelope: v7(), key: kiosk.greeting.key.id };
    for (const [name, value] of Object.entries(changes)) {
      const opened = await open({ ...envelope, [name]: value });
      assert.ok('fault' in opened, name);
    }
    assert.deepEqual(await open(envelope), slip);
  });

  it('whatever fits on a slip the tablet seals, and the server opens it to the same', async () => {
    await fc.assert(
      fc.asyncProperty(slips(), async (one) => assert.deepEqual(await open(await seal(one)), one)),
      { numRuns: 40 },
    );
  });

  it('is HPKE as RFC 9180 writes it: opened by hand, with nothing of the library that sealed it', async () => {
    const envelope = await seal(slip);
    const [row] = await server.services.db.reader
      .selectFrom('kiosk_keys')
      .where('id', '=', envelope.key)
      .selectAll()
      .execute();
    assert.ok(row);
    const plain = openByHand(envelope, Buffer.from(row.private_key, 'base64url'));
    assert.deepEqual(JSON.parse(plain.toString()), slip);
    assert.equal(plain.length % 1024, 0);
  });
});

/** RFC 9180, base mode, of DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
function openByHand(envelope: KioskEnvelope, secret: Buffer): Buffer {
  const [enc, sealed] = [Buffer.from(envelope.enc, 'base64url'), Buffer.from(envelope.sealed, 'base64url')];
  const two = (value: number) => Buffer.from([value >> 8, value & 0xff]);
  const hmac = (key: Buffer, ...data: Buffer[]) => createHmac('sha256', key).update(Buffer.concat(data)).digest();
  const version = Buffer.from('HPKE-v1');
  const none = Buffer.alloc(0);
  // § 4: LabeledExtract and LabeledExpand, of lengths that one block of the hash suffices for.
  const extract = (suite: Buffer, salt: Buffer, label: string, ikm: Buffer) =>
    hmac(salt.length > 0 ? salt : Buffer.alloc(32), version, suite, Buffer.from(label), ikm);
  const expand = (suite: Buffer, key: Buffer, label: string, info: Buffer, length: number) =>
    hmac(key, two(length), version, suite, Buffer.from(label), info, Buffer.from([1])).subarray(0, length);

  // § 4.1: Decap. The keys in the form that Node takes (RFC 8410).
  const der = { format: 'der' } as const;
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]);
  const privateKey = createPrivateKey({ key: pkcs8, ...der, type: 'pkcs8' });
  const spki = Buffer.from('302a300506032b656e032100', 'hex');
  const publicKey = createPublicKey({ key: Buffer.concat([spki, enc]), ...der, type: 'spki' });
  const own = createPublicKey(privateKey)
    .export({ ...der, type: 'spki' })
    .subarray(spki.length);
  const kem = Buffer.concat([Buffer.from('KEM'), two(0x0020)]);
  const dh = diffieHellman({ privateKey, publicKey });
  const eae = extract(kem, none, 'eae_prk', dh);
  const shared = expand(kem, eae, 'shared_secret', Buffer.concat([enc, own]), 32);

  // § 5.1: KeySchedule.
  const suite = Buffer.concat([Buffer.from('HPKE'), two(0x0020), two(0x0001), two(0x0002)]);
  const [psk, info] = [
    extract(suite, none, 'psk_id_hash', none),
    extract(suite, none, 'info_hash', Buffer.from(envelopeInfo())),
  ];
  const context = Buffer.concat([Buffer.from([0]), psk, info]);
  const all = extract(suite, shared, 'secret', none);
  const key = expand(suite, all, 'key', context, 32);
  const nonce = expand(suite, all, 'base_nonce', context, 12);

  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(envelopeContext(envelope)));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

/** Slips as the form takes them, in any script. */
function slips(): fc.Arbitrary<KioskSlip> {
  const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { noNullPrototype: true });
  const line = (maxLength: number) =>
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: Math.floor(maxLength / 8) })
      .map((text) => text.replace(/[\p{C}\p{Z}]/gu, '') || '0');
  const id = fc.constant(null).map(() => v7());
  const reading = record({
    id,
    number: fc.integer({ min: 1, max: 2 ** 52 }),
    serial: line(80),
    service: fc.constantFrom(null, 'cold-water' as const, 'electricity' as const),
    typed: fc.array(line(longestTyped), { minLength: 1, maxLength: mostTyped }),
    claims: fc.constantFrom(noClaims, { rollover: ['T1' as const], confirmed: ['B' as const], replaced: true }),
  });
  return record({
    id,
    account: line(80),
    serial: line(80),
    contact: fc.option(line(longestContact)),
    language: fc.constantFrom('lv' as const, 'ru' as const, 'en' as const),
    period: fc.constant('2026-11' as const),
    readings: fc.array(reading, { minLength: 1, maxLength: mostReadings }),
    capture: record({
      wall: fc.constant('2026-11-28T10:00:00.000Z'),
      offset: fc.integer({ min: -1e14, max: 1e14 }),
      beacon: fc.constantFrom(null, 'beacon-1'),
    }),
  });
}
