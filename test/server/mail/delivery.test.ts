import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enqueueMail } from '../../../server/mail/enqueue.ts';
import { toInstant } from '../../../shared/instant.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { linkIn, startMailServer } from '../../support/mail-server.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { until } from './post-office.ts';

forEachEngine((engine) => {
  describe('the server', () => {
    const ask = ({ services }: TestServer, number: string, language: 'lv' | 'ru') => {
      const claim = { number, holder: 'Anna Bērziņa', phone: null, email: 'anna@example.lv', proof: null, language };
      return services.db.write((tx) =>
        enqueueMail(tx, { kind: 'registration', ...claim }, toInstant(services.clock.now())),
      );
    };

    it('writes in the words and the name of either company, with links to where residents find it', async () => {
      const mail = await startMailServer();
      engine.atEnd(() => mail.close());
      for (const [at, [company, language, subject, from]] of (
        [
          ['ddzksu', 'lv', 'Konta aktivizācija', 'Mans DDzKSU <mans@ddzksu.lv>'],
          ['dgservic', 'ru', 'Завершите регистрацию', 'Личный кабинет ДомЖилСервис <lk@dgservic.ru>'],
        ] as const
      ).entries()) {
        const url = `https://${company}.example`;
        const server = await startTestServer(engine, { company, now: '2026-11-28T12:00:00Z', smtp: mail.url, url });
        await addAccount(server.services, { number: '12345' });
        await ask(server, '12345', language);
        server.services.mail.nudge();
        await mail.arrival(at + 1);
        const letter = mail.received[at];
        assert.ok(letter);
        assert.deepEqual([letter.headers.get('subject'), letter.headers.get('from')], [subject, from]);
        assert.ok(linkIn(letter).url.startsWith(`${url}/set-password#`));
        assert.deepEqual(server.mailbox.letters(), []);
      }
    });

    it('loses no letter when it stops, and sends after its next start what it could not send before', async () => {
      const database = await engine.create();
      const down = await startMailServer();
      await down.close();
      const settings = { company: 'ddzksu', database, smtp: down.url } as const;
      const first = await startTestServer(engine, { ...settings, now: '2026-11-28T12:00:00Z' });
      await addAccount(first.services, { number: '12345' });
      await ask(first, '12345', 'lv');
      await first.services.mail.work();
      await first.stop();
      const up = await startMailServer({}, down.port);
      engine.atEnd(() => up.close());
      const second = await startTestServer(engine, { ...settings, now: '2026-11-28T12:01:00Z' });
      await up.arrival(1);
      assert.deepEqual(up.received[0]?.to, ['anna@example.lv']);
      await until(async () => {
        const mail = await second.services.db.reader.selectFrom('mails').select('state').executeTakeFirst();
        return mail?.state === 'sent';
      });
    });

    it('keeps letters to itself where there is no mail server', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T12:00:00Z' });
      await addAccount(server.services, { number: '12345' });
      await ask(server, '12345', 'lv');
      await server.services.mail.work();
      const [letter] = server.mailbox.letters();
      assert.deepEqual([letter?.to, letter?.at], ['anna@example.lv', Date.parse('2026-11-28T12:00:00Z')]);
      assert.match(letter?.text ?? '', /^http:\/\/localhost:\d+\/set-password#\S{43}$/m);
    });
  });
});
