import { TRPCClientError } from '@trpc/client';
import type { Problem } from '../../../shared/problem.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import type { OfficeApi } from '../../../web/office/api.ts';
import type { OfficeContext } from '../../../web/office/office-context.ts';
import { companyProfile } from './mount.ts';

/** The procedures that a screen calls, answered by the test. What it does not answer fails the test by its name. */
export type ApiAnswers = Readonly<Record<string, (input: never) => unknown>>;

export interface TestOffice extends Omit<OfficeContext, 'words'> {
  /** Where the screen led to. */
  navigated: string[];
  /** What it asked for, in order. */
  asked: [name: string, input: unknown][];
}

/** The context of a screen of the office, with a client whose procedures (`review.list`) the test answers. */
export async function officeFor(
  answers: ApiAnswers,
  {
    role = 'administrator',
    company = 'ddzksu',
    now = '2026-11-28T07:00:00Z',
  }: {
    role?: StaffRole;
    company?: 'ddzksu' | 'dgservic';
    now?: string;
  } = {},
): Promise<TestOffice> {
  const navigated: string[] = [];
  const asked: [name: string, input: unknown][] = [];
  return {
    navigated,
    asked,
    company: await companyProfile(company),
    staff: { id: 'staff-1', name: 'Dace Liepa', email: 'dace@example.lv', role, language: null },
    api: answeringApi<OfficeApi>(answers, asked),
    now: () => Date.parse(now),
    navigate: (path) => void navigated.push(path),
    signedOut: () => void navigated.push('signed-out'),
  };
}

/** A client whose procedures are answered by the test; `asked` tells what was asked for, in order. */
export function answeringApi<Api>(answers: ApiAnswers, asked: [name: string, input: unknown][]): Api {
  const at = (path: readonly string[]): unknown =>
    new Proxy(() => {}, {
      get: (_, name) => at([...path, String(name)]),
      apply: async (_, __, [input]) => {
        const name = path.slice(0, -1).join('.');
        asked.push([name, input]);
        const answer = answers[name];
        if (!answer) throw new Error(`the test does not answer ${name}`);
        return answer(input as never);
      },
    });
  return at([]) as Api;
}

/** What a call rejects with that was refused with this problem; null: nobody answered. */
export const refused = (problem: Problem | null): Error =>
  problem === null
    ? new TRPCClientError('Failed to fetch')
    : TRPCClientError.from({ error: { code: -32_000, message: problem.code, data: { problem } } } as never);
