import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { before, beforeEach, describe, it } from 'node:test';
import sharp from 'sharp';
import { v7 } from 'uuid';
import type { SealedOperation } from '../../../shared/operation.ts';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addMeter } from '../../support/household.ts';
import { hire } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { bombPng, pictureWithPlace } from './pictures.ts';
import { type Writer, writer } from './writing-household.ts';

forEachEngine((engine) => {
  describe('photos', () => {
    let server: TestServer;
    let anna: Writer;
    let ivan: Writer;
    let picture: Buffer;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      picture = await pictureWithPlace();
    });
    beforeEach(async () => {
      anna = await writer(server, 'Anna');
      ivan = await writer(server, 'Ivan');
    });

    const send = (
      of: Writer | null,
      {
        photo,
        place,
        headers = {},
        body = picture,
      }: { photo: string; place: string; headers?: Record<string, string>; body?: Buffer | string },
    ) =>
      fetch(`${server.url}/photos/${photo}?${place}`, {
        method: 'POST',
        headers: {
          'content-type': 'image/jpeg',
          'x-meterbook': '1',
          ...(of && { cookie: of.device.cookie }),
          ...headers,
        },
        body: body as string,
      });
    const show = (path: string, cookie = '', init: RequestInit = {}) =>
      fetch(`${server.url}${path}`, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } });
    async function refused(answer: Promise<Response>, status: number, code: Problem['code']): Promise<void> {
      const found = await answer;
      const { error } = (await found.json()) as { error: { data: { problem: Problem } } };
      assert.deepEqual([found.status, error.data.problem.code], [status, code]);
      assert.equal(found.headers.get('cache-control'), 'private, no-store');
    }
    const stored = async () =>
      server.services.db.reader.selectFrom('photos').selectAll().where('account_id', '=', anna.account.id).execute();

    /** A message that names one photo; not yet pushed. */
    function announced(): { photo: string; place: string; message: SealedOperation } {
      const photo = v7();
      const message = anna.message({ photos: [photo] });
      return { photo, place: `message=${message.id}`, message };
    }
    async function announce(): Promise<{ photo: string; place: string; message: SealedOperation }> {
      const one = announced();
      await anna.device.push(one.message);
      return one;
    }

    it('are taken from nobody who is not signed in, and shown to nobody', async () => {
      const one = await announce();
      await refused(send(null, one), 401, 'signed_out');
      await refused(send(null, { ...one, headers: { cookie: `meterbook=${'0'.repeat(40)}` } }), 401, 'signed_out');
      await send(anna, one);
      for (const path of [`/photos/${one.photo}`, `/office/photos/${one.photo}`, '/photos/', '/office/photos/x']) {
        await refused(show(path), 401, 'signed_out');
      }
      // A resident's session opens nothing of the office, nor the other way round.
      await refused(show(`/office/photos/${one.photo}`, anna.device.cookie), 401, 'signed_out');
      const { cookie } = await hire(server);
      await refused(show(`/photos/${one.photo}`, cookie), 401, 'signed_out');
    });

    it('are not taken from other sites and forms', async () => {
      const one = await announce();
      for (const site of ['cross-site', 'same-site', 'none']) {
        await refused(send(anna, { ...one, headers: { 'sec-fetch-site': site } }), 403, 'forbidden');
      }
      await refused(send(anna, { ...one, headers: { 'x-meterbook': '' } }), 403, 'forbidden');
      for (const type of [
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'text/plain',
        'image/svg+xml',
      ]) {
        await refused(send(anna, { ...one, headers: { 'content-type': type } }), 400, 'bad_input');
      }
      await refused(
        show(`/photos/${one.photo}`, anna.device.cookie, { headers: { 'sec-fetch-site': 'cross-site' } }),
        403,
        'forbidden',
      );
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        assert.equal((await show(`/photos/${one.photo}`, anna.device.cookie, { method })).status, 405);
      }
      assert.equal(
        (await show(`/office/photos/${one.photo}`, (await hire(server)).cookie, { method: 'POST' })).status,
        405,
      );
      assert.deepEqual(await stored(), []);
    });

    it('are taken neither before their message nor for a message that did not name them', async () => {
      const one = announced();
      await refused(send(anna, one), 404, 'not_found');
      await anna.device.push(one.message);
      await refused(send(anna, { ...one, photo: v7() }), 404, 'not_found');
      await refused(send(anna, { ...one, photo: one.photo.toUpperCase() }), 404, 'not_found');
      for (const place of ['', 'message=x', `message=${v7()}&reading=${v7()}`, `message=${v7()}&message=${v7()}`]) {
        await refused(send(anna, { ...one, place }), 400, 'bad_input');
      }
      assert.equal((await send(anna, one)).status, 200);
    });

    it('are taken and shown only where the account is the resident’s own', async () => {
      const one = await announce();
      await refused(send(ivan, one), 404, 'not_found');
      const his = ivan.message({ photos: [one.photo] });
      await ivan.device.push(his);
      await send(anna, one);
      // He named her photo in a message of his.
      await refused(send(ivan, { photo: one.photo, place: `message=${his.id}` }), 409, 'id_reused');
      await refused(show(`/photos/${one.photo}`, ivan.device.cookie), 404, 'not_found');
      const unlinked = await announce();
      await server.services.db.write((tx) =>
        tx.deleteFrom('user_accounts').where('account_id', '=', anna.account.id).execute(),
      );
      await refused(show(`/photos/${one.photo}`, anna.device.cookie), 404, 'not_found');
      await refused(send(anna, unlinked), 404, 'not_found');
    });

    it('are refused where they are none: other formats under their name, half of one, a text', async () => {
      const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer();
      const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
      for (const body of [
        Buffer.from(''),
        Buffer.from('no picture at all'),
        Buffer.from(svg),
        Buffer.from(`\xff\xd8\xff${svg}`, 'latin1'),
        Buffer.from('%PDF-1.7\n'),
        Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'),
        await sharp(jpeg).tiff().toBuffer(),
        picture.subarray(0, picture.length / 2),
        Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      ]) {
        await refused(send(anna, { ...(await announce()), body }), 415, 'photo_refused');
      }
      assert.deepEqual(await stored(), []);
    });

    it('are refused where they unpack to more than a camera takes', async () => {
      const bomb = bombPng(30_000, 30_000);
      assert.ok(bomb.length < 4_000_000);
      const from = process.memoryUsage().rss;
      await refused(send(anna, { ...(await announce()), body: bomb }), 415, 'photo_refused');
      assert.ok(process.memoryUsage().rss - from < 200_000_000);
    });

    it('are refused at once where they are a pixel wide and as long as a camera takes pixels', async () => {
      const strip = bombPng(8, 6_000_000);
      const start = performance.now();
      await refused(send(anna, { ...(await announce()), body: strip }), 415, 'photo_refused');
      assert.ok(performance.now() - start < 1000);
    });

    it('are refused beyond 8 MB, before they are read to their end', async () => {
      const one = await announce();
      const { hostname, port } = new URL(server.url);
      const sending = request({
        hostname,
        port,
        method: 'POST',
        path: `/photos/${one.photo}?${one.place}`,
        headers: {
          cookie: anna.device.cookie,
          'x-meterbook': '1',
          'content-type': 'image/jpeg',
          'content-length': 50 * 1024 * 1024,
        },
      });
      sending.on('error', () => {});
      sending.write(Buffer.alloc(64 * 1024));
      const [answer] = await once(sending, 'response');
      assert.equal(answer.statusCode, 413);
      assert.equal(answer.headers.connection, 'close');
      sending.destroy();
      // Without a length, too.
      const chunks = Buffer.alloc(9 * 1024 * 1024);
      assert.equal((await send(anna, { ...one, body: chunks })).status, 413);
    });

    it('lose the place where they were taken and whatever else is behind the picture', async () => {
      assert.ok(picture.includes('GPS-OF-ANNA') && (await sharp(picture).metadata()).exif);
      const page = '<script>alert(1)</script>';
      const one = await announce();
      assert.equal((await send(anna, { ...one, body: Buffer.concat([picture, Buffer.from(page)]) })).status, 200);
      const [photo] = await stored();
      const bytes = Buffer.from(photo?.bytes ?? []);
      const { exif, xmp, icc, format, width, height, orientation } = await sharp(bytes).metadata();
      assert.deepEqual([exif, xmp, icc, format, orientation], [undefined, undefined, undefined, 'jpeg', undefined]);
      assert.ok(!bytes.includes('GPS-OF-ANNA') && !bytes.includes('script'));
      // It was taken on its side, and is larger than what is kept.
      assert.deepEqual([width, height], [1200, 1600]);
      assert.deepEqual([photo?.width, photo?.height, photo?.media_type], [1200, 1600, 'image/jpeg']);
    });

    it('are stored once, however often and at once they are sent', async () => {
      const one = await announce();
      const answers = await Promise.all(Array.from({ length: 6 }, () => send(anna, one)));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
      assert.equal((await stored()).length, 1);
      // Whoever sends it again need not even send it whole.
      assert.equal((await send(anna, { ...one, body: '' })).status, 200);
    });

    it('come to the devices with their message, which they raise to a new version', async () => {
      const one = await announce();
      assert.deepEqual(
        (await anna.pulled()).map(({ photos }) => photos),
        [[]],
      );
      await send(anna, one);
      assert.deepEqual(
        (await anna.pulled()).map(({ id, photos }) => [id, photos]),
        [[one.message.id, [one.photo]]],
      );
    });

    it('belong to a reading as well: four of them, of its own sender', async () => {
      const meter = await addMeter(server.services, anna.account, { serial: v7() });
      const reading = anna.device.reading(meter, { period: '2026-11', values: { B: 5_000 } });
      const place = `reading=${reading.id}`;
      await refused(send(anna, { photo: v7(), place }), 404, 'not_found');
      await anna.device.push(reading);
      await refused(send(ivan, { photo: v7(), place }), 404, 'not_found');
      for (let at = 0; at < 4; at++) assert.equal((await send(anna, { photo: v7(), place })).status, 200);
      await refused(send(anna, { photo: v7(), place }), 429, 'too_many');
      assert.deepEqual(
        (await stored()).map(({ reading_id, message_id }) => [reading_id, message_id]),
        Array(4).fill([reading.id, null]),
      );
    });

    it('are decoded sixty times an hour for one resident, and no more', async () => {
      const one = await announce();
      for (let at = 0; at < 60; at++) await server.services.limits.consume('photo-user', anna.user);
      await refused(send(anna, one), 429, 'too_many');
    });

    it('are shown with headers that keep them to themselves', async () => {
      const one = await announce();
      await send(anna, one);
      const { cookie } = await hire(server);
      for (const [path, of] of [
        [`/photos/${one.photo}`, anna.device.cookie],
        [`/office/photos/${one.photo}`, cookie],
      ] as const) {
        const answer = await show(path, of, { headers: { 'sec-fetch-site': 'same-origin' } });
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get('content-type'), 'image/jpeg');
        assert.equal(answer.headers.get('cache-control'), 'private, no-store');
        assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
        assert.equal(answer.headers.get('cross-origin-resource-policy'), 'same-origin');
        assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none';.*sandbox$/);
        const bytes = Buffer.from(await answer.arrayBuffer());
        assert.equal((await sharp(bytes).metadata()).format, 'jpeg');
      }
      for (const path of [`/photos/${v7()}`, '/photos/%00', `/photos/${one.photo}/`, '/photos/']) {
        assert.equal((await show(path, anna.device.cookie)).status, 404, path);
      }
    });
  });
});
