import type { TestStaff } from './staff.ts';
import type { TestServer } from './test-server.ts';

/** Opens a letter as the office's page does, with the ticket that it was given. */
export const openPaper = (
  { url }: TestServer,
  { cookie }: Pick<TestStaff, 'cookie'>,
  ticket: string,
): Promise<Response> =>
  fetch(`${url}/office/letters?ticket=${ticket}`, { headers: { cookie, 'sec-fetch-site': 'same-origin' } });

/** The token of the link in a letter on paper: it stands in groups, as people type it. */
export function tokenOf(letter: string): string {
  const code = /<code>(.*?)<\/code>/s.exec(letter)?.[1] ?? '';
  return [...code.matchAll(/<i>([^<]*)<\/i>/g)].map(([, group]) => group).join('');
}
