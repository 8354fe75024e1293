import { expect } from 'chai';
import { v7 as uuidv7 } from 'uuid';
import type { KioskEnvelope } from '../../../shared/kiosk-envelope.ts';
import { slipPadding } from '../../../shared/kiosk-envelope.ts';
import { type KioskSlip, mostReadings } from '../../../shared/kiosk-slip.ts';
import { noClaims } from '../../../shared/reading.ts';
import { fromBase64url, toBase64url } from '../../../web/kiosk/base64url.ts';
import { sealSlip } from '../../../web/kiosk/seal.ts';
import { KioskServer } from '../support/kiosk-server.ts';

const kiosk = '01890000-0000-7000-8000-0000000000c5';

const slipOf = (readings: number): KioskSlip => ({
  id: uuidv7(),
  account: '0054317',
  serial: 'ХВ-7730041',
  contact: 'Bērziņa, +371 20000000',
  language: 'ru',
  period: '2026-11',
  readings: Array.from({ length: readings }, (_, at) => ({
    id: uuidv7(),
    number: at + 1,
    serial: `ХВ-${at}`,
    service: null,
    typed: ['00254,817'],
    claims: noClaims,
  })),
  capture: { wall: '2026-11-28T10:00:00.000Z', offset: 0, beacon: 'beacon' },
});

describe('a sealed slip', () => {
  let server: KioskServer;
  beforeEach(async () => {
    server = new KioskServer(() => 0);
    await server.newKey();
  });

  const seal = (slip: KioskSlip) => sealSlip(slip, kiosk, server.greeting().key);

  const opened = (envelope: KioskEnvelope): Promise<unknown> =>
    server.open(envelope).then(
      (slip) => slip,
      () => null,
    );

  it('is refused with any byte of it changed, and with anything changed that stands around it', async () => {
    const envelope = await seal(slipOf(1));
    for (const part of ['enc', 'sealed'] as const) {
      const bytes = fromBase64url(envelope[part]);
      // Every byte of the key, and of the rest the ends and some between.
      const step = Math.max(1, Math.floor(bytes.length / 40));
      for (let at = 0; at < bytes.length; at += step) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(await opened({ ...envelope, [part]: toBase64url(changed) }), `${part} ${at}`).to.equal(null);
      }
      expect(await opened({ ...envelope, [part]: toBase64url(bytes.slice(0, -1)) })).to.equal(null);
    }
    await server.newKey();
    const around = { kiosk: uuidv7(), envelope: uuidv7(), key: server.greeting().key.id, protocol: 2 };
    for (const [name, value] of Object.entries(around)) {
      expect(await opened({ ...envelope, [name]: value }), name).to.equal(null);
    }
  });

  it('is not opened by another of the server’s keys', async () => {
    const envelope = await seal(slipOf(1));
    const other = new KioskServer(() => 0);
    await other.newKey();
    expect(await other.open({ ...envelope, key: other.greeting().key.id }).catch(() => null)).to.equal(null);
  });

  it('opens to the slip as it was, in any script', async () => {
    for (const readings of [1, 4, mostReadings]) {
      const slip = slipOf(readings);
      expect(await opened(await seal(slip))).to.deep.equal(slip);
    }
  });

  it('has a key pair of its own: the same slip twice is two envelopes that have nothing in common', async () => {
    const slip = slipOf(1);
    const [one, other] = [await seal(slip), await seal(slip)];
    expect(one.enc).to.not.equal(other.enc);
    expect(one.sealed.slice(0, 40)).to.not.equal(other.sealed.slice(0, 40));
  });

  it('is as long as its padding says, and by that tells no more than that', async () => {
    const lengths = await Promise.all(
      [1, 2, 3].map(async (readings) => fromBase64url((await seal(slipOf(readings))).sealed).length),
    );
    // AES-GCM puts a tag of 16 bytes behind.
    for (const length of lengths) expect((length - 16) % slipPadding).to.equal(0);
    expect(lengths[0]).to.equal(lengths[1]);
  });

  it('cannot be made with a key that is none, and what is said of it tells nothing', async () => {
    const failure = await sealSlip(slipOf(1), kiosk, { id: uuidv7(), publicKey: 'AAAA' }).catch(
      (reason: unknown) => reason,
    );
    expect(failure).to.be.instanceOf(Error);
    expect(String((failure as Error).stack)).to.not.include('0054317');
  });
});

describe('base64url', () => {
  it('is that of RFC 4648, for every length and every byte', () => {
    const all = Uint8Array.from({ length: 256 }, (_, at) => at);
    for (let length = 0; length < 10; length++) {
      expect([...fromBase64url(toBase64url(all.slice(0, length)))]).to.deep.equal([...all.slice(0, length)]);
    }
    expect([...fromBase64url(toBase64url(all))]).to.deep.equal([...all]);
    expect(toBase64url(Uint8Array.of(0xfb, 0xff, 0xfe, 0x00))).to.equal('-__-AA');
  });
});
