import { cp } from 'node:fs/promises';
import type { Engine } from './databases.ts';
import { administer } from './postgres.ts';

/** Copies a database that nobody has open to another, new address; answers with that. */
export async function backUp(engine: Engine, url: string): Promise<string> {
  if (engine.name === 'sqlite') {
    await cp(url, `${url}.backup`);
    return `${url}.backup`;
  }
  const { origin, pathname } = partsOf(url);
  const copy = `${pathname}_backup`;
  await administer(origin, `create database ${copy} template ${pathname}`);
  return `${origin}/${copy}`;
}

/** `URL` knows no origin of addresses that browsers do not open. */
function partsOf(url: string): { origin: string; pathname: string } {
  const at = url.lastIndexOf('/');
  return { origin: url.slice(0, at), pathname: url.slice(at + 1) };
}
