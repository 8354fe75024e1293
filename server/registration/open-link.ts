import type { LinkView } from '../../shared/account-forms.ts';
import { accountById, userById } from '../accounts/user-queries.ts';
import { readToken, type TokenPurpose } from '../auth/tokens.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { limitLinks } from './limit-links.ts';

const opened = ['registration', 'password', 'email'] as const satisfies TokenPurpose[];

/** What a link is for, without using it up. Throws `link_unknown`, `link_used`, `link_expired` and `too_many`. */
export function openLink(services: Services, token: string, address: string): Promise<LinkView> {
  const { db, clock } = services;
  return limitLinks(services, address, async () => {
    const content = await readToken(db.reader, token, opened, clock.now());
    switch (content.purpose) {
      case 'registration': {
        const account = await accountById(db.reader, content.account);
        if (!account) throw new ProblemError({ code: 'link_unknown' });
        return { purpose: 'registration', email: content.email, accountNumber: account.number };
      }
      case 'password': {
        const user = await userById(db.reader, content.user);
        if (!user) throw new ProblemError({ code: 'link_unknown' });
        return { purpose: 'password', name: user.name, email: user.email };
      }
      case 'email':
        return { purpose: 'email', email: content.email };
    }
  });
}
