import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { openEnvelope, readEnvelope } from '../../../server/kiosks/open-envelope.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { type KioskEnvelope, mostEnvelopes, slipPadding } from '../../../shared/kiosk-envelope.ts';
import { mostReadings } from '../../../shared/kiosk-slip.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, type KioskHome, type MeterOnWall } from '../../support/kiosk-home.ts';
import { differences, everyRow } from '../../support/residents.ts';

/** The envelope with one bit of one sign of it turned round; null where that leaves no other text. */
function flipped(envelope: KioskEnvelope, field: keyof KioskEnvelope, at: number, bit: number): KioskEnvelope | null {
  const text = `${envelope[field]}`;
  const place = at % text.length;
  const sign = String.fromCharCode(text.charCodeAt(place) ^ (1 << bit));
  const value = text.slice(0, place) + sign + text.slice(place + 1);
  const changed = field === 'protocol' ? Number(value) : value;
  return changed === envelope[field] ? null : ({ ...envelope, [field]: changed } as KioskEnvelope);
}

const fields = ['protocol', 'kiosk', 'envelope', 'key', 'enc', 'sealed'] as const;
const change = fc.record({ field: fc.constantFrom(...fields), at: fc.nat(), bit: fc.integer({ min: 0, max: 6 }) });

forEachEngine((engine) => {
  describe('an envelope', () => {
    let home: KioskHome;
    let meter: MeterOnWall;
    before(async () => {
      home = await furnishWithKiosk(engine);
      meter = await home.hang();
    });

    /** What is wrong with it; null where it is opened. */
    async function faultOf(sent: unknown): Promise<string | null> {
      const read = readEnvelope(sent);
      if ('fault' in read) return read.fault;
      const opened = await openEnvelope(home.server.services.db.reader, read);
      return 'fault' in opened ? opened.fault : null;
    }
    const slip = (text = '1') => home.slipOf(meter, [text]);

    it('is refused for whatever is no envelope', async () => {
      const whole = await home.kiosk.seal(slip());
      const { enc, ...without } = whole;
      const others = [null, 'text', [], {}, without, { ...whole, enc: `${enc}A` }, { ...whole, surplus: 1 }];
      for (const sent of [...others, { ...whole, sealed: '' }, { ...whole, sealed: 'A'.repeat(70_000) }]) {
        assert.equal(await faultOf(sent), 'envelope');
      }
    });

    it('is refused where it is of another protocol, or of a key that is none', async () => {
      assert.equal(await faultOf(await home.kiosk.seal(slip(), { protocol: 2 as 1 })), 'protocol');
      assert.equal(await faultOf(await home.kiosk.seal(slip(), { key: v7() })), 'key');
    });

    it('is refused where it was moved to another number, kiosk or key', async () => {
      const whole = await home.kiosk.seal(slip());
      assert.equal(await faultOf({ ...whole, envelope: v7() }), 'sealed');
      const other = await enrolKiosk(home.server);
      const moved = await other.seal({ ...slip() });
      assert.equal(await faultOf({ ...moved, kiosk: home.kiosk.id }), 'sealed');
    });

    it('is refused where its bits that mean nothing were changed, so that it has one form', async () => {
      const whole = await home.kiosk.seal(slip());
      const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const last = signs.indexOf(whole.enc.at(-1) as string);
      const enc = whole.enc.slice(0, -1) + signs[last ^ 1];
      assert.deepEqual(Buffer.from(enc, 'base64url'), Buffer.from(whole.enc, 'base64url'));
      assert.equal(await faultOf({ ...whole, enc }), 'sealed');
    });

    it('is refused where the sender’s key is none that a secret can be agreed on with', async () => {
      const whole = await home.kiosk.seal(slip());
      assert.equal(await faultOf({ ...whole, enc: Buffer.alloc(32).toString('base64url') }), 'sealed');
    });

    it('is refused where what is in it is no slip, or one of another id', async () => {
      const { kiosk } = home;
      const good = slip();
      const contents: unknown[] = [
        'no JSON',
        '[',
        null,
        [],
        {},
        { ...good, surplus: 1 },
        { ...good, readings: [] },
        { ...good, period: '2017-13' },
        { ...good, account: 'a\u0000b' },
        { ...good, readings: Array.from({ length: mostReadings + 1 }, () => kiosk.reading('1', ['1'])) },
      ];
      for (const content of contents) {
        const envelope = await kiosk.seal(content, { envelope: good.id });
        assert.equal(await faultOf(envelope), 'slip', canonicalJson(content).slice(0, 80));
      }
      assert.equal(await faultOf(await kiosk.seal(good, { envelope: v7() })), 'slip');
    });

    it('is opened as it was sealed, and its length tells little of what is in it', async () => {
      const short = await home.kiosk.seal(slip('1'));
      const long = await home.kiosk.seal({ ...slip('12345,678'), contact: 'anna.berzina@example.lv' });
      assert.equal(await faultOf(short), null);
      assert.equal(await faultOf(long), null);
      assert.equal(short.sealed.length, long.sealed.length);
      assert.equal(Buffer.from(short.sealed, 'base64url').length % slipPadding, 16, 'padded, with the tag behind it');
    });

    it('is refused whichever bit of it was changed', async () => {
      const whole = await home.kiosk.seal(slip());
      await fc.assert(
        fc.asyncProperty(change, async ({ field, at, bit }) => {
          const other = flipped(whole, field, at, bit);
          fc.pre(other !== null);
          assert.notEqual(await faultOf(other), null);
        }),
        { numRuns: 300 },
      );
    });

    it('that was changed leaves nothing behind but a line in the log, without a word of what is in it', async () => {
      const left = { ...slip('54321'), contact: '+371 2912 3456' };
      const whole = await home.kiosk.seal(left);
      const changes = fc.sample(change, 3 * mostEnvelopes).map(({ field, at, bit }) => flipped(whole, field, at, bit));
      const changed = changes.filter((one) => one !== null);
      assert.ok(changed.length < limitRules['kiosk-envelope-refused'].points);
      const before = await everyRow(home.server);
      for (let at = 0; at < changed.length; at += mostEnvelopes) {
        const results = await home.kiosk.deliver(...changed.slice(at, at + mostEnvelopes));
        assert.ok(results.every(({ outcome, readings }) => outcome === 'refused' && readings === null));
      }
      const written = differences(before, await everyRow(home.server)).filter((row) => !row.startsWith('rate_limits '));
      assert.equal(written.length, changed.length);
      for (const row of written) {
        assert.match(row, /^audit .*kiosk-envelope-refused/);
        for (const secret of [meter.serial, '54321', '2912 3456', whole.sealed]) assert.ok(!row.includes(secret));
      }
      assert.equal((await home.kiosk.deliver(whole))[0]?.outcome, 'received', 'the true one is as good as before');
    });
  });
});
