import { ConfigError } from '../config-error.ts';
import { isPostgres } from '../db/open.ts';

/** What the command works with, so that a sentence can name it. */
export interface Subject {
  database?: string | undefined;
}

interface SystemError {
  code?: unknown;
  syscall?: unknown;
  path?: unknown;
  address?: unknown;
  port?: unknown;
  hostname?: unknown;
  message?: unknown;
}

/** What happened, and what to do next where there is something to say. */
type Explanation = readonly [cause: string, advice?: string];

/** A known failure of machine, network or database as a sentence that says where and what to do next; otherwise null. */
export function explain(error: unknown, subject: Subject = {}): string | null {
  return explanationOf(error, subject)?.join(': ') ?? null;
}

/** Only what happened, for whoever knows better what to do next; of an unknown failure its own words. */
export function causeOf(error: unknown, subject: Subject): string {
  return explanationOf(error, subject)?.[0] ?? (error instanceof Error ? error.message : String(error));
}

/** The same error with words for people, where there are some; the original stays its cause. */
export function explained(error: unknown, subject: Subject): unknown {
  if (error instanceof ConfigError) return error;
  const words = explain(error, subject);
  return words === null ? error : new Error(words, { cause: error });
}

function explanationOf(error: unknown, { database }: Subject): Explanation | null {
  // A host of several addresses fails with an error for each.
  const one = (error instanceof AggregateError ? error.errors[0] : error) as SystemError | null | undefined;
  if (typeof one !== 'object' || one === null) return null;
  if (one.syscall === 'listen') return explainListening(one);
  const ofDatabase = database === undefined ? null : explainDatabase(one, database);
  return ofDatabase ?? explainAddress(one) ?? explainFile(one);
}

function explainListening({ code, address, port }: SystemError): Explanation | null {
  switch (code) {
    case 'EADDRINUSE':
      return [`port ${port} on ${address} is taken by another program`, 'choose another one with --port or PORT'];
    case 'EACCES':
      return [`this user may not listen on port ${port}`, 'choose one above 1023 with --port or PORT'];
    case 'EADDRNOTAVAIL':
      return [`${address} is no address of this machine`, 'METERBOOK_HOST says where to listen'];
    default:
      return null;
  }
}

function explainAddress({ code, hostname }: SystemError): Explanation | null {
  if ((code !== 'ENOTFOUND' && code !== 'EAI_AGAIN') || typeof hostname !== 'string') return null;
  return [`there is no host ${hostname}`, 'METERBOOK_HOST says where to listen'];
}

function explainFile({ code, path, syscall }: SystemError): Explanation | null {
  const file = typeof path === 'string' ? path : syscall === 'write' ? 'the output' : null;
  if (file === null) return null;
  switch (code) {
    case 'ENOENT':
      return [`there is no file or folder ${file}`];
    case 'EISDIR':
      return [`${file} is a folder, not a file`];
    case 'ENOTDIR':
      return [`${file}: a part of this path is a file, not a folder`];
    case 'EACCES':
    case 'EPERM':
      return [`this user may not open ${file}`, 'look at its owner and its permissions'];
    case 'EROFS':
      return [`${file} lies on a disk that can only be read`, 'choose another place'];
    case 'ENOSPC':
    case 'EDQUOT':
      return [`the disk is full and ${file} is not complete`, 'free some space and run the same again'];
    default:
      return null;
  }
}

const explainDatabase = (error: SystemError, database: string): Explanation | null =>
  isPostgres(database) ? explainPostgres(error, database) : explainSqlite(error, database);

function explainSqlite({ code }: SystemError, file: string): Explanation | null {
  const kind = typeof code === 'string' ? /^SQLITE_[A-Z]+/.exec(code)?.[0] : undefined;
  switch (kind) {
    case 'SQLITE_NOTADB':
      return [`${file} is no SQLite database`, 'name another file with --database or METERBOOK_DATABASE'];
    case 'SQLITE_CORRUPT':
      return [`the database ${file} is damaged`, 'restore it from a backup'];
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_AUTH':
      return [
        `the database ${file} cannot be opened`,
        'look at the owner and the permissions of the file and its folder',
      ];
    case 'SQLITE_READONLY':
      return [
        `the database ${file} cannot be written`,
        'look at the owner and the permissions of the file and its folder',
      ];
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return [`another program has held the database ${file} for long`, 'nothing was written, run the same again'];
    case 'SQLITE_FULL':
      return [
        `the disk with the database ${file} is full`,
        'nothing was written, free some space and run the same again',
      ];
    case 'SQLITE_IOERR':
      return [`the disk failed with the database ${file} (${code})`, 'look at the disk, and how full it is'];
    default:
      return null;
  }
}

function explainPostgres({ code, syscall, message, hostname }: SystemError, url: string): Explanation | null {
  const { host, name, user } = partsOf(url);
  const check = 'look at METERBOOK_DATABASE or --database';
  // It may have broken in the middle of the commit.
  const brokenOff = 'look whether it was done, and if not run the same again';
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      // Where to listen may be a name as well.
      return typeof hostname === 'string' && host.startsWith(hostname) ? [`there is no host ${host}`, check] : null;
    case 'ENOENT':
      // A file that is missing, a certificate for instance, is told by its name.
      return syscall === 'connect' ? [`there is no socket ${host}`, `start PostgreSQL there, or ${check}`] : null;
    case 'EACCES':
    case 'EPERM':
      return syscall === 'connect' ? [`this user may not use the socket ${host}`, 'look at its permissions'] : null;
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return [`PostgreSQL does not answer at ${host}`, `start it, or ${check}`];
    case 'ECONNRESET':
    case '57P01':
      return [`PostgreSQL at ${host} broke the connection off`, brokenOff];
    case '28P01':
    case '28000':
      return [`PostgreSQL at ${host} does not let ${user} in`, `${check} for the user and the password`];
    case '3D000':
      return [`PostgreSQL at ${host} has no database ${name}`, `make it with createdb, or ${check}`];
    case '42501':
      return [`${user} may not do that in the database ${name} at ${host}`, `give the user the right, or ${check}`];
    case '53100':
      return [
        `the disk of PostgreSQL at ${host} is full`,
        'nothing was written, free some space and run the same again',
      ];
    case '53300':
      return [`PostgreSQL at ${host} has no connection left`, 'run the same again later'];
    case '57P03':
      return [`PostgreSQL at ${host} is just starting`, 'run the same again in a moment'];
    default:
  }
  // The driver tells of these in words alone.
  const text = typeof message === 'string' ? message : '';
  if (/timeout exceeded when trying to connect/.test(text)) return [`PostgreSQL does not answer at ${host}`, check];
  if (/^Connection terminated/.test(text)) {
    return [`PostgreSQL at ${host} broke the connection off`, brokenOff];
  }
  return null;
}

/**
 * As the driver reads the address: what its query names goes first, and a host that is a folder holds the server's socket.
 * The password stays in the address.
 */
function partsOf(url: string): { host: string; name: string; user: string } {
  const { hostname, port, pathname, username, searchParams } = new URL(url);
  const host = searchParams.get('host') || decoded(hostname) || 'localhost';
  const at = searchParams.get('port') || port || '5432';
  return {
    host: host.startsWith('/') ? `${host}/.s.PGSQL.${at}` : `${host}:${at}`,
    name: decoded(pathname.slice(1)),
    user: searchParams.get('user') || decoded(username) || 'this user',
  };
}

/** A `%` that begins no code is one that was typed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
