import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createUser } from '../../../server/accounts/create-user.ts';
import { UserRefused } from '../../../server/accounts/user-refused.ts';
import { createPasswords } from '../../../server/auth/passwords.ts';
import { forEachEngine } from '../../support/databases.ts';
import { openSettledOffice } from '../exchange/billing-office.ts';

forEachEngine((engine) => {
  test('refuses unknown accounts, taken addresses and weak passwords, and leaves nothing behind', async () => {
    const office = await openSettledOffice(engine);
    const services = { ...office, passwords: createPasswords() };
    const anna = {
      accountNumbers: ['10427'],
      name: 'Anna',
      email: 'Anna@example.com',
      language: null,
      password: 'a long one',
      actor: 'test',
    };
    await createUser(services, anna);
    const before = await office.everything();
    const refused = async (change: Partial<typeof anna>) =>
      createUser(services, { ...anna, email: 'other@example.com', ...change }).then(
        () => 'made',
        (error: unknown) => (error instanceof UserRefused ? error.code : error),
      );
    assert.equal(await refused({ accountNumbers: ['10427', '99999'] }), 'account_unknown');
    assert.equal(await refused({ email: 'ANNA@example.com' }), 'email_taken');
    assert.equal(await refused({ email: 'anna' }), 'email_malformed');
    await assert.rejects(
      createUser(services, { ...anna, email: 'nomail' }),
      /^UserRefused: nomail is no e-mail address$/,
    );
    assert.equal(await refused({ password: 'short' }), 'password_too_short');
    assert.equal(await refused({ password: 'x'.repeat(257) }), 'password_too_long');
    assert.equal(await refused({ password: 'OTHER@example.com' }), 'password_is_email');
    assert.equal(await refused({ password: 'Qwerty123' }), 'password_common');
    assert.equal(
      await refused({ password: 'a number of an account', accountNumbers: ['a number of an account'] }),
      'password_is_account',
    );
    assert.deepEqual(await office.everything(), before);
    assert.equal((await office.db.reader.selectFrom('users').select('id').execute()).length, 1);
  });

  test('without a name of its own a user is called as the holder of the first account', async () => {
    const office = await openSettledOffice(engine);
    await createUser(
      { ...office, passwords: createPasswords() },
      { accountNumbers: ['20315', '10427'], name: null, email: null, language: null, password: null, actor: 'test' },
    );
    const { name } = await office.db.reader.selectFrom('users').select('name').executeTakeFirstOrThrow();
    const { holder } = await office.db.reader
      .selectFrom('accounts')
      .select('holder')
      .where('number', '=', '20315')
      .executeTakeFirstOrThrow();
    assert.equal(name, holder);
  });

  test('a user is linked to each of the accounts once, the password only as a hash', async () => {
    const office = await openSettledOffice(engine);
    const passwords = createPasswords();
    const id = await createUser(
      { ...office, passwords },
      {
        accountNumbers: ['10427', '20315', '10427'],
        name: 'Anna',
        email: 'Anna@Example.com',
        language: 'lv',
        password: 'a long one',
        actor: 'test',
      },
    );
    const user = await office.db.reader.selectFrom('users').selectAll().executeTakeFirstOrThrow();
    assert.equal(user.id, id);
    assert.equal(user.email, 'anna@example.com');
    assert.ok(await passwords.verify(user.password_hash, 'a long one'));
    assert.equal((await office.db.reader.selectFrom('user_accounts').selectAll().execute()).length, 2);
    const audit = await office.db.reader.selectFrom('audit').selectAll().where('action', '=', 'create-user').execute();
    assert.deepEqual(
      audit.map(({ subject, detail }) => [subject, detail]),
      [[id, '{"accounts":2,"password":true}']],
    );
  });
});
