import { createToken, type TokenContent } from '../../../server/auth/tokens.ts';
import type { Anna } from '../../support/anna.ts';
import { intentsOf } from '../../support/mail-intents.ts';
import { TestDevice } from '../../support/test-device.ts';

/** Makes links as letters have them, opens them, and looks at what came of it. */
export function linksOf(home: () => Anna) {
  const reader = () => home().server.services.db.reader;
  const device = () => new TestDevice(home().server);
  const token = (content: TokenContent) => {
    const { services, clock } = home().server;
    return services.db.write((tx) => createToken(tx, content, { now: clock.now() }));
  };
  return {
    device,
    token,
    registration: (change: Partial<Extract<TokenContent, { purpose: 'registration' }>> = {}) =>
      token({
        purpose: 'registration',
        account: home().account.id,
        name: 'Anna Bērziņa',
        email: `New${home().households}@Example.com`,
        phone: '+371 2912 3456',
        language: 'ru',
        ...change,
      }),
    open: (link: string) => device().client.registration.openLink.mutate({ token: link }),
    set: (link: string, password = 'a password of mine', endOthers = false, on = device()) =>
      on.client.registration.setPassword.mutate({ token: link, password, endOthers }),
    confirm: (link: string) => device().client.registration.confirmEmail.mutate({ token: link }),
    signIn: (name: string, password: string) => device().client.auth.signIn.mutate({ name, password }),
    stored: (email: string) =>
      reader().selectFrom('users').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst(),
    everything: async () => ({
      users: await reader().selectFrom('users').selectAll().orderBy('id').execute(),
      links: await reader().selectFrom('user_accounts').selectAll().orderBy('user_id').execute(),
      sessions: await reader().selectFrom('sessions').select('id_hash').orderBy('id_hash').execute(),
      letters: (await intentsOf(home().server.services)).length,
    }),
  };
}
