import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import SQLite from 'better-sqlite3';
import { explain, explained } from '../../../server/cli/explain-error.ts';
import { incompleteFile } from '../../../server/cli/incomplete-file.ts';
import { temporaryFolder } from './run-cli.ts';

/** What SQLite throws when this is done to a database in a file of its own. */
async function sqliteError(deed: (path: string, db: SQLite.Database) => void): Promise<[unknown, string]> {
  const path = join(await temporaryFolder(), 'x.db');
  const db = new SQLite(path);
  db.exec('create table x (y)');
  try {
    deed(path, db);
  } catch (error) {
    return [error, path];
  } finally {
    db.close();
  }
  throw new Error('nothing failed');
}

test('what nobody foresaw has no words of ours', () => {
  for (const error of [
    null,
    'x',
    new Error('x'),
    new TypeError('x is not a function'),
    { code: 'EWHAT', path: '/x' },
  ]) {
    assert.equal(explain(error, { database: 'x.db' }), null);
    assert.equal(explain(error, { database: 'postgres://host/x' }), null);
  }
});

test('a full disk is said to be one, with what it was full for', async () => {
  const [full, path] = await sqliteError((_, db) => {
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
    db.prepare('insert into x values (zeroblob(100000))').run();
  });
  assert.match(
    explain(full, { database: path }) ?? '',
    new RegExp(`^the disk with the database ${path} is full: nothing was`),
  );
  const ofFile = Object.assign(new Error('write'), { code: 'ENOSPC', syscall: 'write' });
  assert.match(explain(ofFile) ?? '', /^the disk is full and the output is not complete: free some space/);
  assert.match(explain({ ...ofFile, path: '/out.csv' }) ?? '', /^the disk is full and \/out\.csv is not complete/);
  assert.match(
    explain({ code: '53100' }, { database: 'postgres://host/x' }) ?? '',
    /^the disk of PostgreSQL at host:5432 is full/,
  );
});

test('a database that cannot be opened, written or waited for is named', async () => {
  const [missing] = await sqliteError((path) => new SQLite(join(path, 'in a file')));
  assert.match(explain(missing, { database: 'x.db' }) ?? '', /null|^the database x\.db cannot be opened/);
  const [readOnly, path] = await sqliteError((path) => new SQLite(path, { readonly: true }).exec('drop table x'));
  assert.match(explain(readOnly, { database: path }) ?? '', new RegExp(`^the database ${path} cannot be written`));
  const [busy] = await sqliteError((path, db) => {
    db.exec('begin immediate');
    new SQLite(path, { timeout: 0 }).exec('begin immediate');
  });
  assert.match(explain(busy, { database: 'x.db' }) ?? '', /^another program has held the database x\.db for long/);
});

test('PostgreSQL is named by host and database, never with the password', () => {
  const database = 'postgres://anna:secret@db.example:5433/billing';
  for (const [error, words] of [
    [{ code: '28P01' }, 'PostgreSQL at db.example:5433 does not let anna in: '],
    [{ code: '3D000' }, 'PostgreSQL at db.example:5433 has no database billing: make it with createdb'],
    [{ code: '57P03' }, 'PostgreSQL at db.example:5433 is just starting: run the same again'],
    [{ code: '53300' }, 'PostgreSQL at db.example:5433 has no connection left: '],
    [{ code: '42501' }, 'anna may not do that in the database billing at db.example:5433: '],
    [new AggregateError([{ code: 'ECONNREFUSED' }]), 'PostgreSQL does not answer at db.example:5433: start it'],
    [new Error('timeout exceeded when trying to connect'), 'PostgreSQL does not answer at db.example:5433: '],
    [new Error('Connection terminated unexpectedly'), 'PostgreSQL at db.example:5433 broke the connection off: '],
  ] as const) {
    const said = explain(error, { database }) ?? '';
    assert.ok(said.startsWith(words), said);
    assert.doesNotMatch(said, /secret/);
  }
});

test('a place to listen that there is not is told from a database that there is not', () => {
  const unknown = { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'web.example' };
  for (const database of ['x.db', 'postgres://db.example/x']) {
    assert.equal(explain(unknown, { database }), 'there is no host web.example: METERBOOK_HOST says where to listen');
  }
  const listen = { syscall: 'listen', address: '10.0.0.1', port: 80 };
  assert.match(explain({ ...listen, code: 'EACCES' }) ?? '', /^this user may not listen on port 80: choose one above/);
  assert.match(explain({ ...listen, code: 'EADDRNOTAVAIL' }) ?? '', /^10\.0\.0\.1 is no address of this machine/);
});

test('files are told by what is wrong with them', () => {
  for (const [code, words] of [
    ['ENOENT', 'there is no file or folder /x'],
    ['EISDIR', '/x is a folder, not a file'],
    ['ENOTDIR', '/x: a part of this path is a file, not a folder'],
    ['EACCES', 'this user may not open /x: look at its owner and its permissions'],
    ['EROFS', '/x lies on a disk that can only be read: choose another place'],
  ]) {
    assert.equal(explain({ code, path: '/x', syscall: 'open' }), words);
  }
});

test('PostgreSQL is named as the driver reads its address: by the query first, by a socket where the host is a folder', () => {
  const denied = { code: '28P01' };
  for (const [database, host, user] of [
    ['postgres:///n?host=/var/run&user=bob', '/var/run/.s.PGSQL.5432', 'bob'],
    ['postgres:///n?host=/var/run&port=5433', '/var/run/.s.PGSQL.5433', 'this user'],
    ['postgres://%2Fvar%2Frun/n?user=bob', '/var/run/.s.PGSQL.5432', 'bob'],
    ['postgres://anna:secret@old.example:5433/n?host=db.example', 'db.example:5433', 'anna'],
    ['postgres://anna%40home@db.example/n', 'db.example:5432', 'anna@home'],
    ['postgres://100%@db.example/n', 'db.example:5432', '100%'],
    ['postgres:///n', 'localhost:5432', 'this user'],
  ] as const) {
    const said = explain(denied, { database }) ?? '';
    assert.ok(said.startsWith(`PostgreSQL at ${host} does not let ${user} in: `), said);
  }
});

test('a socket that is missing or closed to this user is told by its path', () => {
  const database = 'postgres:///n?host=/var/run&user=bob';
  const socket = { syscall: 'connect', address: '/var/run/.s.PGSQL.5432' };
  assert.equal(
    explain({ ...socket, code: 'ENOENT' }, { database }),
    'there is no socket /var/run/.s.PGSQL.5432: start PostgreSQL there, or look at METERBOOK_DATABASE or --database',
  );
  assert.equal(
    explain({ ...socket, code: 'EACCES' }, { database }),
    'this user may not use the socket /var/run/.s.PGSQL.5432: look at its permissions',
  );
  const certificate = { code: 'ENOENT', syscall: 'open', path: '/root.crt' };
  assert.equal(explain(certificate, { database }), 'there is no file or folder /root.crt');
});

test('of a connection that broke nobody says that nothing was written: it may have been the commit', () => {
  const database = 'postgres://db.example/n';
  for (const error of [{ code: 'ECONNRESET' }, { code: '57P01' }, new Error('Connection terminated unexpectedly')]) {
    assert.equal(
      explain(error, { database }),
      'PostgreSQL at db.example:5432 broke the connection off: look whether it was done, and if not run the same again',
    );
  }
});

test('an export whose batch is made is told to ask for that batch, whatever broke its file', () => {
  const batch = { id: '0190a6c4-0000-7000-8000-000000000000', rows: 3 };
  const again = `batch ${batch.id} keeps its 3 readings: "meterbook export readings --batch ${batch.id}" gives the file again`;
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  for (const [error, cause] of [
    [full, 'the disk is full and the output is not complete'],
    [new Error('Connection terminated unexpectedly'), 'PostgreSQL at db.example:5432 broke the connection off'],
    [new Error('what nobody foresaw'), 'what nobody foresaw'],
  ] as const) {
    const database = 'postgres://db.example/n';
    const told = incompleteFile(error, batch, { database });
    assert.equal(told.message, `${cause}; ${again}`);
    assert.equal(told.cause, error);
    // Its words are the last ones.
    assert.equal(explained(told, { database }), told);
  }
});
