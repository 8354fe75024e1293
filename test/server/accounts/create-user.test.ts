import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Application, createUser, readApplication } from '../../../server/accounts/create-user.ts';
import { UserRefused } from '../../../server/accounts/user-refused.ts';
import type { Language } from '../../../shared/company.ts';
import { forEachEngine } from '../../support/databases.ts';
import { type BillingOffice, openSettledOffice } from '../exchange/billing-office.ts';

const nobody: Application = { accountNumbers: ['10427'], name: null, email: null, language: null };

async function make(office: BillingOffice, application: Partial<Application>): Promise<string> {
  const user = await readApplication(office.db.reader, { ...nobody, ...application });
  await createUser(office, user, { activation: { by: 'mail' }, actor: 'test' });
  return user.id;
}

/** All that the making of a user writes. */
async function written({ db: { reader } }: BillingOffice): Promise<object[]> {
  const tables = ['users', 'user_accounts', 'mails', 'tokens', 'audit'] as const;
  return Promise.all(tables.map((table) => reader.selectFrom(table).selectAll().execute()));
}

forEachEngine((engine) => {
  test('refuses unknown accounts, malformed names and addresses and taken ones, and leaves nothing behind', async () => {
    const office = await openSettledOffice(engine);
    await make(office, { email: 'Anna@example.com' });
    const before = [await office.everything(), await written(office)];
    const refused = async (application: Partial<Application>) =>
      make(office, { email: 'other@example.com', ...application }).then(
        () => 'made',
        (error: unknown) => (error instanceof UserRefused ? error.code : error),
      );
    assert.equal(await refused({ accountNumbers: ['10427', '99999'] }), 'account_unknown');
    assert.equal(await refused({ email: 'ANNA@example.com' }), 'email_taken');
    for (const email of ['anna', 'anna@', 'anna@example', 'anna@example.com\nBcc: all@example.com', '']) {
      assert.equal(await refused({ email }), 'email_malformed', email);
    }
    for (const name of ['', 'Anna\u202eB', 'Anna\nB', 'x'.repeat(161)]) {
      assert.equal(await refused({ name }), 'name_malformed', name);
    }
    await assert.rejects(make(office, { email: 'nomail' }), /^UserRefused: nomail is no e-mail address$/);
    assert.deepEqual([await office.everything(), await written(office)], before);
  });

  test('without a name of its own a user is called as the holder of the first account', async () => {
    const office = await openSettledOffice(engine);
    await make(office, { accountNumbers: ['20315', '10427'] });
    const { name } = await office.db.reader.selectFrom('users').select('name').executeTakeFirstOrThrow();
    const { holder } = await office.db.reader
      .selectFrom('accounts')
      .select('holder')
      .where('number', '=', '20315')
      .executeTakeFirstOrThrow();
    assert.equal(name, holder);
  });

  test('a user is linked to each of the accounts once, and has no password', async () => {
    const office = await openSettledOffice(engine);
    const language: Language = 'lv';
    const id = await make(office, {
      accountNumbers: ['10427', '20315', '10427'],
      name: 'Anna',
      email: 'Anna@Example.com',
      language,
    });
    const user = await office.db.reader.selectFrom('users').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual(
      [user.id, user.name, user.email, user.language, user.password_hash],
      [id, 'Anna', 'anna@example.com', 'lv', null],
    );
    assert.equal((await office.db.reader.selectFrom('user_accounts').selectAll().execute()).length, 2);
    const audit = await office.db.reader
      .selectFrom('audit')
      .select(['actor', 'action', 'subject', 'detail'])
      .where('action', 'in', ['create-user', 'link-account', 'activation'])
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      audit.map(({ actor, action }) => [actor, action]),
      ['create-user', 'link-account', 'link-account', 'activation'].map((action) => ['test', action]),
    );
    assert.deepEqual([audit[0]?.subject, audit[0]?.detail], [id, '{"accounts":2}']);
    assert.deepEqual([audit[3]?.subject, audit[3]?.detail], [id, '{"by":"mail"}']);
  });

  test('whoever is linked to the account already is told of the new user', async () => {
    const office = await openSettledOffice(engine);
    const anna = await make(office, {});
    const berta = await make(office, { accountNumbers: ['20315', '10427'] });
    const asked = await office.db.reader.selectFrom('mails').select(['kind', 'content']).orderBy('id').execute();
    const { id: account } = await office.db.reader
      .selectFrom('accounts')
      .select('id')
      .where('number', '=', '10427')
      .executeTakeFirstOrThrow();
    assert.deepEqual(
      asked.map(({ kind, content }) => [kind, JSON.parse(content)]),
      [
        ['activation', { user: anna }],
        ['account-linked', { user: anna, account }],
        ['activation', { user: berta }],
      ],
    );
  });
});
