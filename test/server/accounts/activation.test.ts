import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Activation, renewActivation } from '../../../server/accounts/activation.ts';
import { createUser, readApplication } from '../../../server/accounts/create-user.ts';
import { consumeToken, paperToken } from '../../../server/auth/tokens.ts';
import { paperValidUntil } from '../../../server/letters/paper-validity.ts';
import { forEachEngine } from '../../support/databases.ts';
import { openSettledOffice } from '../exchange/billing-office.ts';

forEachEngine((engine) => {
  async function openOffice() {
    const office = await openSettledOffice(engine);
    const { db, clock } = office;
    const validUntil = paperValidUntil(clock.now(), 'Europe/Riga');
    const application = { accountNumbers: ['10427'], name: 'Anna', email: 'anna@example.com', language: null };
    const user = await readApplication(db.reader, application);
    const onPaper = (): Activation & { by: 'letter' } => ({ by: 'letter', token: paperToken(), validUntil });
    return {
      ...office,
      user,
      validUntil,
      onPaper,
      create: (activation: Activation) => createUser(office, user, { activation, actor: 'test' }),
      renew: (activation: Activation) => renewActivation(office, { user: user.id, activation, actor: 'test' }),
      use: (token: string) =>
        db
          .write((tx) => consumeToken(tx, token, ['password'], clock.now()))
          .then(
            (content) => content.user,
            (error: Error) => error.message,
          ),
    };
  }

  test('the token of a letter is good once the user is made, for that user, once, and to the end of its last day', async () => {
    const { user, onPaper, create, use, clock, validUntil } = await openOffice();
    const letter = onPaper();
    assert.equal(await use(letter.token), 'link_unknown');
    await create(letter);
    clock.advance(validUntil - clock.now() - 1);
    assert.equal(await use(letter.token), user.id);
    assert.equal(await use(letter.token), 'link_used');

    const late = await openOffice();
    const other = late.onPaper();
    await late.create(other);
    late.clock.advance(late.validUntil - late.clock.now());
    assert.equal(await late.use(other.token), 'link_expired');
  });

  test('stands nowhere in the database', async () => {
    const { db, onPaper, create } = await openOffice();
    const letter = onPaper();
    await create(letter);
    for (const table of ['tokens', 'mails', 'audit', 'users'] as const) {
      const rows = await db.reader.selectFrom(table).selectAll().execute();
      assert.ok(!JSON.stringify(rows).includes(letter.token), table);
    }
  });

  test('a new link makes the earlier ones worth nothing, on paper and by mail', async () => {
    const { db, user, onPaper, create, renew, use } = await openOffice();
    const [first, second] = [onPaper(), onPaper()];
    await create(first);
    await renew(second);
    assert.equal(await use(first.token), 'link_used');
    await renew({ by: 'mail' });
    assert.equal(await use(second.token), 'link_used');
    const mails = await db.reader.selectFrom('mails').select(['kind', 'content']).execute();
    assert.deepEqual(mails, [{ kind: 'activation', content: JSON.stringify({ user: user.id }) }]);
    const audit = await db.reader
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('action', '=', 'activation')
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      audit.map(({ subject, detail }) => [subject, detail]),
      ['letter', 'letter', 'mail'].map((by) => [user.id, `{"by":"${by}"}`]),
    );
  });
});
